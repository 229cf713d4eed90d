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
        "you're" => &["you", "are"],
        "we're" => &["we", "are"],
        "i'm" => &["i", "am"],
        "i've" => &["i", "have"],
        "you've" => &["you", "have"],
        "we've" => &["we", "have"],
        "they've" => &["they", "have"],
        "i'll" => &["i", "will"],
        "you'll" => &["you", "will"],
        _ => return None,
    })
}

/// The digits of a number word.
pub(crate) fn number(word: &str) -> Option<&'static [&'static str]> {
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

/// Whether a word is a number whose digits are grouped in threes by commas.
pub(crate) fn is_number(word: &str) -> bool {
    let mut groups = word.split(',');
    let is_group = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_group(first))
        && groups.all(|group| group.len() == 3 && is_group(group))
}

/// Whether a word in small letters is another word than with a capital: polish and Polish.
pub(super) fn is_name_and_word(lower: &str) -> bool {
    if !(3..=8).contains(&lower.len()) {
        return false;
    }
    matches!(
        lower,
        "polish"
            | "turkey"
            | "china"
            | "march"
            | "may"
            | "august"
            | "reading"
            | "nice"
            | "job"
            | "mercury"
            | "cancer"
            | "mobile"
            | "lent"
            | "pole"
            | "poles"
            | "jordan"
            | "chile"
            | "hungary"
            | "bath"
            | "apple"
            | "windows"
            | "bill"
            | "mark"
            | "rose"
            | "will"
    )
}

/// A word that ends with s but is no plural of the word without it.
fn is_singular(word: &str) -> bool {
    word.ends_with("ss")
        || word.ends_with("us")
        || word.ends_with("is")
        || word.ends_with("ics")
        || matches!(
            word,
            "does"
                | "news"
                | "always"
                | "sometimes"
                | "besides"
                | "goods"
                | "customs"
                | "glasses"
                | "arms"
                | "perhaps"
                | "series"
                | "species"
                | "alias"
                | "atlas"
                | "canvas"
                | "bias"
                | "christmas"
                | "towards"
                | "afterwards"
                | "upwards"
                | "downwards"
        )
}

/// The word before the y of its singular: `countr` of `countries`.
fn plural_y(word: &str) -> Option<&str> {
    let stem = word.strip_suffix("ies").filter(|stem| stem.len() > 2)?;
    let keeps_ie = matches!(
        word,
        "movies"
            | "cookies"
            | "zombies"
            | "calories"
            | "rookies"
            | "genies"
            | "selfies"
            | "series"
            | "species"
            | "caries"
            | "rabies"
            | "eyries"
            | "prairies"
            | "brownies"
    );
    (!keeps_ie).then_some(stem)
}

/// Takes the plural `s` or `es` off a word in small letters.
fn singular(word: &str) -> &str {
    if word.len() <= 3 || !word.ends_with('s') || is_singular(word) {
        return word;
    }
    let es = ["sses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end))
        && !matches!(word, "axes" | "aches" | "headaches" | "caches");
    &word[..word.len() - if es { 2 } else { 1 }]
}

/// Calls `take` with the singular of an English word in small letters.
pub(crate) fn take_singular(lower: &str, take: &mut impl FnMut(&str)) {
    let mut buffer = [0_u8; 32];
    if let Some(stem) = plural_y(lower)
        && let Some(word) = buffer.get_mut(..=stem.len())
    {
        word[..stem.len()].copy_from_slice(stem.as_bytes());
        word[stem.len()] = b'y';
        return take(std::str::from_utf8(word).unwrap_or(lower));
    }
    take(singular(lower));
}
