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
    if word.len() > 5 {
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

/// Whether a word may differ in questions that are similar: an auxiliary, an owner, a degree.
pub(super) fn is_light(word: &str) -> bool {
    is_auxiliary(word)
        || matches!(word, "my" | "your" | "our" | "that" | "there")
        || matches!(word, "so" | "very" | "too" | "always")
}

/// Whether a word of the first tier says nothing by itself, so that a template that leaves it out
/// is no template.
pub(crate) fn is_function_word(word: &str) -> bool {
    if word.len() > 7 {
        return false;
    }
    is_question_word(word)
        || is_light(word)
        || super::light::is_neutral(word)
        || matches!(
            word.as_bytes(),
            b"which"
                | b"whom"
                | b"are"
                | b"am"
                | b"were"
                | b"does"
                | b"has"
                | b"not"
                | b"and"
                | b"or"
                | b"if"
                | b"to"
                | b"by"
                | b"with"
                | b"from"
                | b"as"
                | b"than"
                | b"then"
                | b"it"
                | b"its"
                | b"this"
                | b"these"
                | b"those"
                | b"he"
                | b"she"
                | b"they"
                | b"them"
                | b"his"
                | b"her"
                | b"him"
                | b"i"
                | b"you"
                | b"we"
                | b"me"
                | b"us"
                | b"their"
                | b"after"
                | b"before"
                | b"during"
                | b"between"
                | b"into"
                | b"but"
                | b"so"
                | b"some"
                | b"any"
                | b"a"
                | b"an"
                | b"the"
                | b"one"
        )
}

/// Whether a word is a superlative of one word.
pub(super) fn is_superlative(word: &str) -> bool {
    matches!(word, "best" | "worst" | "first" | "1st" | "last")
        || word.len() > 5
            && word.ends_with("est")
            && !matches!(word, "honest" | "forest" | "harvest" | "contest" | "request" | "protest")
            && !matches!(word, "interest" | "invest" | "suggest" | "digest" | "conquest" | "modest")
}
