//! Words that are spelled, or said, in more than one way.

/// Appends a word to `text` as it is spelled in America: `organize`, `color`.
pub(super) fn spelling(word: &str, text: &mut String) {
    if word.len() < 5 || !word.is_ascii() {
        return text.push_str(word);
    }
    let is_long = |stem: &str| stem.len() > 3;
    for (british, american) in [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("ysing", "yzing"),
        ("isational", "izational"),
    ] {
        if let Some(stem) = word.strip_suffix(british)
            && is_long(stem)
            && !keeps_ise(word)
        {
            text.push_str(stem);
            return text.push_str(american);
        }
    }
    text.push_str(american(word).unwrap_or(word));
}

/// Words whose `ise` is no ending: both sides of the Atlantic write it so.
fn keeps_ise(word: &str) -> bool {
    ["exerc", "superv", "comprom", "surpr", "enterpr", "adv", "prom", "prem", "merchand", "improv"]
        .iter()
        .any(|stem| word.starts_with(stem))
}

fn american(word: &str) -> Option<&'static str> {
    Some(match word.as_bytes() {
        b"colour" => "color",
        b"favour" => "favor",
        b"favourite" => "favorite",
        b"behaviour" => "behavior",
        b"neighbour" => "neighbor",
        b"labour" => "labor",
        b"honour" => "honor",
        b"humour" => "humor",
        b"centre" => "center",
        b"theatre" => "theater",
        b"metre" => "meter",
        b"litre" => "liter",
        b"fibre" => "fiber",
        b"defence" => "defense",
        b"offence" => "offense",
        b"licence" => "license",
        b"programme" => "program",
        b"travelling" => "traveling",
        b"traveller" => "traveler",
        b"cancelled" => "canceled",
        b"jewellery" => "jewelry",
        b"aluminium" => "aluminum",
        b"sulphur" => "sulfur",
        b"sulphuric" => "sulfuric",
        b"grey" => "gray",
        b"tyre" => "tire",
        b"mould" => "mold",
        b"oestrogen" => "estrogen",
        b"haemoglobin" => "hemoglobin",
        b"oesophagus" => "esophagus",
        b"foetus" => "fetus",
        b"aeroplane" => "airplane",
        b"catalogue" => "catalog",
        _ => return common(word),
    })
}

/// Other words and forms that are one.
fn common(word: &str) -> Option<&'static str> {
    Some(match word.as_bytes() {
        b"towards" => "toward",
        b"whilst" => "while",
        b"amongst" => "among",
        b"women" => "woman",
        b"children" => "child",
        b"teeth" => "tooth",
        b"maths" => "math",
        b"purchase" => "buy",
        b"begin" => "start",
        b"occur" => "happen",
        b"occurred" => "happened",
        b"photograph" => "photo",
        b"whether" => "if",
        b"somebody" => "someone",
        b"anybody" => "anyone",
        b"everybody" => "everyone",
        b"first" => "1st",
        b"second" => "2nd",
        b"third" => "3rd",
        b"fourth" => "4th",
        b"fifth" => "5th",
        b"sixth" => "6th",
        b"seventh" => "7th",
        b"eighth" => "8th",
        b"ninth" => "9th",
        b"tenth" => "10th",
        b"sixteenth" => "16th",
        b"seventeenth" => "17th",
        b"eighteenth" => "18th",
        b"nineteenth" => "19th",
        b"twentieth" => "20th",
        _ => return None,
    })
}
