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
    Some(match word {
        "colour" => "color",
        "favour" => "favor",
        "favourite" => "favorite",
        "behaviour" => "behavior",
        "neighbour" => "neighbor",
        "labour" => "labor",
        "honour" => "honor",
        "humour" => "humor",
        "centre" => "center",
        "theatre" => "theater",
        "metre" => "meter",
        "litre" => "liter",
        "fibre" => "fiber",
        "defence" => "defense",
        "offence" => "offense",
        "licence" => "license",
        "programme" => "program",
        "travelling" => "traveling",
        "traveller" => "traveler",
        "cancelled" => "canceled",
        "jewellery" => "jewelry",
        "aluminium" => "aluminum",
        "sulphur" => "sulfur",
        "sulphuric" => "sulfuric",
        "grey" => "gray",
        "tyre" => "tire",
        "mould" => "mold",
        "oestrogen" => "estrogen",
        "haemoglobin" => "hemoglobin",
        "oesophagus" => "esophagus",
        "foetus" => "fetus",
        "aeroplane" => "airplane",
        "catalogue" => "catalog",
        _ => return common(word),
    })
}

/// Other words and forms that are one.
fn common(word: &str) -> Option<&'static str> {
    Some(match word {
        "towards" => "toward",
        "whilst" => "while",
        "amongst" => "among",
        "women" => "woman",
        "children" => "child",
        "teeth" => "tooth",
        "maths" => "math",
        "purchase" => "buy",
        "begin" => "start",
        "occur" => "happen",
        "occurred" => "happened",
        "photograph" => "photo",
        "whether" => "if",
        "somebody" => "someone",
        "anybody" => "anyone",
        "everybody" => "everyone",
        "first" => "1st",
        "second" => "2nd",
        "third" => "3rd",
        "fourth" => "4th",
        "fifth" => "5th",
        "sixth" => "6th",
        "seventh" => "7th",
        "eighth" => "8th",
        "ninth" => "9th",
        "tenth" => "10th",
        "sixteenth" => "16th",
        "seventeenth" => "17th",
        "eighteenth" => "18th",
        "nineteenth" => "19th",
        "twentieth" => "20th",
        _ => return None,
    })
}
