//! Single words of English.

/// Brings each word into its common form. `I` at the end may be iodine, or a king's number.
pub(super) fn make_common(words: &mut [&str]) {
    let Some((last, before)) = words.split_last_mut() else { return };
    *last = common(last);
    for word in before {
        *word = if *word == "I" { "i" } else { common(word) };
    }
}

/// The word that stands for all forms that ask the same: the singular of a verb, `what` for
/// `which`, one spelling of a country.
fn common(word: &str) -> &str {
    if word.len() > 4 {
        return word;
    }
    match word {
        "are" | "am" => "is",
        "were" => "was",
        "does" => "do",
        "has" => "have",
        "which" => "what",
        "whom" => "who",
        "&" => "and",
        "vs" | "v.s" => "versus",
        "USA" | "U.S" | "U.S.A" => "US",
        "U.K" => "UK",
        "dont" => "don't",
        "u" => "you",
        "film" => "movie",
        "jail" => "prison",
        "till" => "until",
        "okay" => "ok",
        "men" => "man",
        "feet" => "foot",
        "mice" => "mouse",
        _ => word,
    }
}

/// Appends a word to `text` as it is spelled in America: `organize`, `color`.
pub(super) fn spelling(word: &str, text: &mut String) {
    if word.len() < 5 || !word.is_ascii() {
        return text.push_str(word);
    }
    let is_vowel_or_soft = |stem: &str| stem.len() > 3;
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
            && is_vowel_or_soft(stem)
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

/// Whether a word asks: the head of a question.
pub(super) fn is_question_word(word: &str) -> bool {
    matches!(word, "what" | "who" | "whose" | "when" | "where" | "why" | "how")
}

/// Whether a word is an auxiliary in its common form.
pub(super) fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "was"
            | "do"
            | "did"
            | "have"
            | "had"
            | "can"
            | "could"
            | "will"
            | "would"
            | "should"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "be"
            | "been"
            | "being"
    )
}

/// Whether a word may differ in questions that are similar: an auxiliary, a preposition that takes
/// no side, an owner.
pub(super) fn is_light(word: &str) -> bool {
    is_auxiliary(word)
        || matches!(word, "of" | "in" | "on" | "at" | "for" | "about" | "that" | "there")
        || matches!(word, "my" | "your" | "our")
}

/// Whether a word of the first tier says nothing by itself, so that a template that leaves it out
/// is no template.
pub(crate) fn is_function_word(word: &str) -> bool {
    if word.len() > 7 {
        return false;
    }
    is_question_word(word)
        || is_light(word)
        || matches!(
            word,
            "which"
                | "whom"
                | "are"
                | "am"
                | "were"
                | "does"
                | "has"
                | "not"
                | "and"
                | "or"
                | "if"
                | "to"
                | "by"
                | "with"
                | "from"
                | "as"
                | "than"
                | "then"
                | "it"
                | "its"
                | "this"
                | "these"
                | "those"
                | "he"
                | "she"
                | "they"
                | "them"
                | "his"
                | "her"
                | "him"
                | "i"
                | "you"
                | "we"
                | "me"
                | "us"
                | "their"
                | "after"
                | "before"
                | "during"
                | "between"
                | "into"
                | "but"
                | "so"
                | "some"
                | "any"
                | "a"
                | "an"
                | "the"
                | "one"
        )
}
