//! One word, folded.

use super::words::{contraction, is_name_and_word, is_number, number, take_singular};

/// Where a word stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// It is the first of the question, so its capital says nothing.
    pub(super) first: bool,
    /// The question has no small letter, so its capitals say nothing.
    pub(super) shouting: bool,
    /// The question is English, so articles, plurals and number words are known.
    pub(super) english: bool,
}

/// Takes punctuation off the edges of a word: quotes, brackets, emphasis, and the marks that end a
/// sentence. What could be a sign or a symbol stays.
pub(super) fn trim_edges(word: &str) -> &str {
    if let [first, .., last] = word.as_bytes()
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return word;
    }
    // A word that is nothing but such marks is a symbol somebody asks about.
    let trimmed = word.trim_matches(is_edge);
    if trimmed.is_empty() && is_end(word) {
        return "";
    }
    if trimmed.is_empty() { word } else { trimmed }
}

/// Whether a word is nothing but marks that end a sentence.
pub(super) fn is_end(word: &str) -> bool {
    word.bytes().all(|byte| matches!(byte, b'?' | b'.' | b'!'))
}

fn is_edge(c: char) -> bool {
    "?!.,;:\"'()[]*_“”‘’…¿¡？，。«»".contains(c)
}

/// What the letters of a word look like.
#[derive(Default)]
struct Shape {
    capitals: usize,
    apostrophe: bool,
    /// A byte that is neither a letter nor an apostrophe.
    other: bool,
}

impl Shape {
    fn of(word: &str) -> Self {
        word.bytes().fold(Self::default(), |shape, byte| Self {
            capitals: shape.capitals + usize::from(byte.is_ascii_uppercase()),
            apostrophe: shape.apostrophe || byte == b'\'',
            other: shape.other || !(byte.is_ascii_alphabetic() || byte == b'\''),
        })
    }
}

/// Calls `take` with what a word that is not code becomes: nothing, itself or other words.
pub(super) fn fold(word: &str, place: Place, take: &mut impl FnMut(&str)) {
    let shape = Shape::of(word);
    if shape.other && !word.is_ascii() {
        return fold_any(word, place, take);
    }
    if shape.other && !shape.apostrophe {
        return fold_digits(word, shape.capitals, take);
    }
    let is_name = match word.len() {
        // IT and it, W and w differ.
        1 => shape.capitals == 1 && !(word == "A" && (place.first || place.shouting)),
        _ => shape.capitals > 1 && !place.shouting,
    };
    if is_name && !shape.apostrophe {
        return take(word);
    }
    if shape.capitals == 0 {
        return fold_lower(word, shape.apostrophe, true, place, take);
    }
    let mut buffer = [0_u8; 32];
    let Some(lower) = buffer.get_mut(..word.len()) else { return take(word) };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).unwrap_or(word);
    if !place.first && !place.shouting && is_name_and_word(lower) {
        return take(word);
    }
    fold_lower(lower, shape.apostrophe, false, place, take);
}

/// Folds a word in small letters. Only one that was written so is put into the singular: `Stones`
/// may be a name.
fn fold_lower(
    lower: &str,
    apostrophe: bool,
    as_written: bool,
    place: Place,
    take: &mut impl FnMut(&str),
) {
    if !place.english {
        return take(lower);
    }
    let rewritten = match lower {
        "a" | "an" | "the" => return,
        _ if apostrophe || lower == "cannot" => contraction(lower),
        _ => number(lower),
    };
    match rewritten {
        Some(words) => words.iter().for_each(|word| take(word)),
        None if as_written => take_singular(lower, take),
        None => take(lower),
    }
}

/// Folds a word with digits or signs: a number loses what groups its digits; a word with a hyphen
/// or the like loses one capital at its start.
fn fold_digits(word: &str, capitals: usize, take: &mut impl FnMut(&str)) {
    let mut buffer = [0_u8; 32];
    let mut length = 0;
    if word.len() <= buffer.len() && word.contains(',') && is_number(word) {
        for byte in word.bytes().filter(|byte| *byte != b',') {
            buffer[length] = byte;
            length += 1;
        }
        return take(std::str::from_utf8(&buffer[..length]).unwrap_or(word));
    }
    let title = word.len() > 2
        && capitals == 1
        && word.as_bytes()[0].is_ascii_uppercase()
        && word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    if title && let Some(lower) = buffer.get_mut(..word.len()) {
        lower.copy_from_slice(word.as_bytes());
        lower[0].make_ascii_lowercase();
        return take(std::str::from_utf8(lower).unwrap_or(word));
    }
    take(word);
}

fn fold_any(word: &str, place: Place, take: &mut impl FnMut(&str)) {
    let straight = word.replace('’', "'");
    if straight.is_ascii() {
        return fold(&straight, Place { first: false, shouting: false, ..place }, take);
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals > 1 { take(word) } else { take(&word.to_lowercase()) }
}
