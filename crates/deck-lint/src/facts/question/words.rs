//! English words that are written in more than one way.

/// The words that a contraction stands for.
pub(super) fn contraction(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "what's" => &["what", "is"],
        "who's" => &["who", "is"],
        "where's" => &["where", "is"],
        "when's" => &["when", "is"],
        "how's" => &["how", "is"],
        "why's" => &["why", "is"],
        "it's" => &["it", "is"],
        "that's" => &["that", "is"],
        "there's" => &["there", "is"],
        "isn't" => &["is", "not"],
        "aren't" => &["are", "not"],
        "wasn't" => &["was", "not"],
        "weren't" => &["were", "not"],
        "don't" => &["do", "not"],
        "doesn't" => &["does", "not"],
        "didn't" => &["did", "not"],
        "can't" | "cannot" => &["can", "not"],
        "couldn't" => &["could", "not"],
        "won't" => &["will", "not"],
        "wouldn't" => &["would", "not"],
        "shouldn't" => &["should", "not"],
        "hasn't" => &["has", "not"],
        "haven't" => &["have", "not"],
        "hadn't" => &["had", "not"],
        "what're" => &["what", "are"],
        "they're" => &["they", "are"],
        _ => return None,
    })
}

/// The digits of a number word.
pub(super) fn number(word: &str) -> Option<&'static [&'static str]> {
    if !(3..=6).contains(&word.len())
        || !matches!(word.as_bytes()[0], b'z' | b'o' | b't' | b'f' | b's' | b'e' | b'n')
    {
        return None;
    }
    Some(match word {
        "zero" => &["0"],
        "one" => &["1"],
        "two" => &["2"],
        "three" => &["3"],
        "four" => &["4"],
        "five" => &["5"],
        "six" => &["6"],
        "seven" => &["7"],
        "eight" => &["8"],
        "nine" => &["9"],
        "ten" => &["10"],
        "eleven" => &["11"],
        "twelve" => &["12"],
        _ => return None,
    })
}

/// Takes the plural `s` off a lower-case word.
pub(super) fn singular(word: &str) -> &str {
    let plural = word.len() > 3 && word.ends_with('s');
    if plural && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") {
        &word[..word.len() - 1]
    } else {
        word
    }
}
