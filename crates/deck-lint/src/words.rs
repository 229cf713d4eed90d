//! Words of prose, one after the other, read byte by byte: every word of every card is read so.

use std::ops::Range;

/// A word, where it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its first byte.
    pub(crate) start: usize,
    /// Where it ends, exclusive.
    pub(crate) end: usize,
    /// Its letters in small ones; where it is longer than eight bytes a mix of them, so that two
    /// long words with one key are nearly always the same.
    pub(crate) key: u64,
    /// Its form.
    pub(crate) form: Form,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// In small letters of ASCII.
    Small,
    /// The same with a capital first.
    Capital,
    /// Anything else: `NATO`, `x2`, `café`, `camelCase`, `snake_case`.
    Other,
}

impl Word {
    /// Where it stands.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The key of a word in small letters of ASCII.
pub(crate) const fn key(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let (mut key, mut at) = (Key::EMPTY, 0);
    while at < bytes.len() {
        key = key.push(bytes[at]);
        at += 1;
    }
    key.done()
}

/// The keys of words in small letters of ASCII.
pub(crate) const fn keys<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut keys = [0; N];
    let mut at = 0;
    while at < N {
        keys[at] = key(words[at]);
        at += 1;
    }
    keys
}

/// A key while it is made: eight letters stand side by side, and more of them are stirred eight at
/// a time, so that they can be read so.
#[derive(Clone, Copy)]
struct Key {
    /// Of the eights that are full.
    stirred: u64,
    /// The letters since.
    eight: u64,
    letters: usize,
}

impl Key {
    const EMPTY: Self = Self { stirred: 0, eight: 0, letters: 0 };

    const fn push(self, byte: u8) -> Self {
        if self.letters > 0 && self.letters.is_multiple_of(8) {
            let stirred = stir(self.stirred, self.eight);
            return Self { stirred, eight: byte as u64, letters: self.letters + 1 };
        }
        Self { eight: self.eight << 8 | byte as u64, letters: self.letters + 1, ..self }
    }

    const fn done(self) -> u64 {
        if self.letters <= 8 { self.eight } else { stir(self.stirred, self.eight) | 1 << 56 }
    }
}

const fn stir(key: u64, eight: u64) -> u64 {
    let mixed = (key.rotate_left(23) ^ eight).wrapping_mul(0x517c_c1b7_2722_0a95);
    mixed ^ mixed >> 32
}

/// The words of a text. An apostrophe between letters is part of a word, a hyphen parts two.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while matches!(class(bytes, at), Class::Gap | Class::Apostrophe) {
            at += gap(bytes, at);
        }
        (at < bytes.len()).then(|| {
            let word = plain(bytes, at).unwrap_or_else(|| read(bytes, at));
            at = word.end;
            word
        })
    })
}

/// What a byte is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Small,
    Capital,
    /// A digit, an underscore, a letter that is not ASCII.
    Strange,
    Apostrophe,
    Gap,
    End,
}

/// What each byte of ASCII is part of; the others are looked at in [`class`].
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Gap; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' => Class::Small,
            b'A'..=b'Z' => Class::Capital,
            b'0'..=b'9' | b'_' | 0x80.. => Class::Strange,
            b'\'' => Class::Apostrophe,
            _ => Class::Gap,
        };
        byte += 1;
    }
    classes
};

fn class(bytes: &[u8], at: usize) -> Class {
    match bytes.get(at) {
        // The punctuation of other scripts than ASCII: dashes, quotation marks, bullets.
        Some(0xE2) if matches!(bytes.get(at + 1), Some(0x80..=0x81)) => {
            let apostrophe = bytes.get(at + 1..at + 3) == Some(&[0x80, 0x99]);
            if apostrophe { Class::Apostrophe } else { Class::Gap }
        }
        Some(0xC2) => Class::Gap,
        Some(&byte) => CLASSES[usize::from(byte)],
        None => Class::End,
    }
}

/// How many bytes a gap or apostrophe has.
fn gap(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        0xE2 => 3,
        0xC2 => 2,
        _ => 1,
    }
}

/// The word that starts at `start`, if it is plain ASCII and what ends it is neither an apostrophe
/// nor outside ASCII: nearly every word is.
fn plain(bytes: &[u8], start: usize) -> Option<Word> {
    let rest = &bytes[start..];
    let mut marks = 0;
    let mut length = 0;
    while let Some(&byte) = rest.get(length) {
        match MARKS[usize::from(byte)] {
            END => break,
            ODD => return None,
            mark => marks |= if length == 0 && mark == CAPITAL { FIRST } else { mark },
        }
        length += 1;
    }
    let form = match marks {
        SMALL => Form::Small,
        FIRST | FIRST_AND_SMALL => Form::Capital,
        _ => Form::Other,
    };
    let key = key_of(rest, length, form);
    Some(Word { start, end: start + length, key, form })
}

/// The key of the first `length` bytes, read eight at a time where so many are there.
fn key_of(bytes: &[u8], length: usize, form: Form) -> u64 {
    let eight = |at: usize| {
        let eight = u64::from_be_bytes(*bytes.get(at..)?.first_chunk()?);
        Some(eight >> (64 - 8 * (length - at).clamp(1, 8)))
    };
    // Of the first of so many letters, a capital made small.
    let small = |count: usize| match form {
        Form::Capital => 0x20 << (8 * (count - 1)),
        _ => 0,
    };
    let read = match length {
        _ if form == Form::Other => None,
        1..=8 => eight(0).map(|one| one | small(length)),
        9..=16 => {
            let both = eight(0).zip(eight(8));
            both.map(|(one, other)| stir(stir(0, one | small(8)), other) | 1 << 56)
        }
        _ => None,
    };
    read.unwrap_or_else(|| key_of_bytes(&bytes[..length]))
}

/// The key of a word of ASCII, in small letters or not.
pub(crate) fn key_of_bytes(word: &[u8]) -> u64 {
    word.iter().fold(Key::EMPTY, |key, byte| key.push(byte.to_ascii_lowercase())).done()
}

/// What each byte of ASCII says of the word that it is part of.
const MARKS: [u8; 256] = {
    let mut marks = [END; 256];
    let mut byte = 0;
    while byte < 256 {
        marks[byte] = match byte as u8 {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' | b'_' => STRANGE,
            b'\'' | 0x80.. => ODD,
            _ => END,
        };
        byte += 1;
    }
    marks
};
const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
const FIRST: u8 = 4;
const FIRST_AND_SMALL: u8 = FIRST | SMALL;
const STRANGE: u8 = 8;
const ODD: u8 = 16;
const END: u8 = 32;

/// The word that starts at `start`, which is no gap.
fn read(bytes: &[u8], start: usize) -> Word {
    let (mut at, mut key, mut form) = (start, Key::EMPTY, None);
    loop {
        let class = class(bytes, at);
        match class {
            Class::Small => form = form.or(Some(Form::Small)),
            Class::Capital if at == start => form = Some(Form::Capital),
            Class::Capital | Class::Strange => form = Some(Form::Other),
            Class::Apostrophe => {
                let length = gap(bytes, at);
                if self::class(bytes, at + length) != Class::Small {
                    break;
                }
                key = key.push(b'\'');
                at += length;
                continue;
            }
            Class::Gap | Class::End => break,
        }
        key = key.push(bytes[at].to_ascii_lowercase());
        at += 1;
    }
    Word { start, end: at, key: key.done(), form: form.unwrap_or(Form::Other) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_at_all_but_apostrophes() {
        let text = "It’s Stalin's non-aggression “pact”, café x2 NATO 'so'\u{a0}far";
        let found: Vec<&str> = words(text).map(|word| &text[word.range()]).collect();
        #[rustfmt::skip]
        assert_eq!(found, [
            "It’s", "Stalin's", "non", "aggression", "pact", "café", "x2", "NATO", "so", "far",
        ]);
    }

    #[test]
    fn keys_are_those_of_the_letters() {
        let of = |text: &str| words(text).next().unwrap().key;
        assert_eq!(of("Their"), key("their"));
        assert_eq!(of("It’s"), of("it's"));
        assert_ne!(of("association"), of("associations"));
        assert_ne!(of("governmnet"), of("government"));
    }

    #[test]
    fn a_key_is_the_same_however_it_is_read() {
        let of = |text: &str| words(text).next().unwrap().key;
        for word in [
            "it",
            "war",
            "seventeen",
            "currently",
            "administrations",
            "responsibilities",
            "counterrevolutionaries",
        ] {
            // At the end of the text, inside it, before an apostrophe, beside a letter beyond ASCII.
            for text in [
                word.to_owned(),
                format!("{word} and the rest of the text"),
                format!("{word}' and"),
                format!("{word}’"),
                word.to_uppercase(),
            ] {
                assert_eq!(of(&text), key(word), "{text}");
            }
        }
    }

    #[test]
    fn forms() {
        let of = |text: &str| words(text).next().unwrap().form;
        assert_eq!(of("pact"), Form::Small);
        assert_eq!(of("Pact"), Form::Capital);
        for other in ["PACT", "x2", "café", "camelCase", "snake_case", "1938"] {
            assert_eq!(of(other), Form::Other, "{other}");
        }
    }
}
