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

/// The key of a word of at most eight small letters.
pub(crate) const fn key(word: &str) -> u64 {
    let bytes = word.as_bytes();
    assert!(bytes.len() <= 8, "longer words have no key of their own");
    let (mut key, mut at) = (0, 0);
    while at < bytes.len() {
        key = key << 8 | bytes[at] as u64;
        at += 1;
    }
    key
}

/// The keys of words of at most eight small letters.
pub(crate) const fn keys<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut keys = [0; N];
    let mut at = 0;
    while at < N {
        keys[at] = key(words[at]);
        at += 1;
    }
    keys
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
            let word = read(bytes, at);
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

/// The word that starts at `start`, which is no gap.
fn read(bytes: &[u8], start: usize) -> Word {
    let (mut at, mut key, mut form) = (start, 0_u64, None);
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
                key = mix(key, b'\'');
                at += length;
                continue;
            }
            Class::Gap | Class::End => break,
        }
        key = mix(key, bytes[at].to_ascii_lowercase());
        at += 1;
    }
    Word { start, end: at, key, form: form.unwrap_or(Form::Other) }
}

/// Adds a byte: eight of them stand side by side, a ninth stirs them.
fn mix(key: u64, byte: u8) -> u64 {
    if key >> 56 == 0 {
        key << 8 | u64::from(byte)
    } else {
        (key.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517c_c1b7_2722_0a95) | 1 << 56
    }
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
    fn forms() {
        let of = |text: &str| words(text).next().unwrap().form;
        assert_eq!(of("pact"), Form::Small);
        assert_eq!(of("Pact"), Form::Capital);
        for other in ["PACT", "x2", "café", "camelCase", "snake_case", "1938"] {
            assert_eq!(of(other), Form::Other, "{other}");
        }
    }
}
