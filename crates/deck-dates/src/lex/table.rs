//! The vocabulary as a hash table, made when the crate is compiled.

use super::vocabulary::WORDS;
use super::{Case, Word};

/// No word is longer, in bytes.
const LONGEST: usize = 13;
/// Many more places than words, so that nearly every other word falls on an empty one.
const SLOTS: usize = 4096;
const EMPTY: u16 = u16::MAX;

static TABLE: [u16; SLOTS] = filled();
static KEYS: [u128; WORDS.len()] = keys();

/// The letters of a word side by side, made small, the first in the lowest byte: words are compared
/// at once and not letter by letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letters(u128);

/// A byte in each place.
const fn each(byte: u8) -> u128 {
    u128::from_le_bytes([byte; 16])
}

impl Letters {
    /// The letters of ASCII that 16 bytes start with, and how many there are.
    pub(super) fn leading(bytes: [u8; 16]) -> (Self, usize) {
        let text = u128::from_le_bytes(bytes);
        let small = text | each(0x20);
        // The highest bit of each byte says whether it is a letter; no sum reaches the next byte,
        // since that bit is taken away before.
        let low = small & each(0x7F);
        let from_a = low + each(0x80 - b'a');
        let beyond_z = low + each(0x7F - b'z');
        let letter = from_a & !beyond_z & !text & each(0x80);
        let count = ((letter ^ each(0x80)).trailing_zeros() / 8) as usize;
        let mask = if count < 16 { (1 << (8 * count)) - 1 } else { u128::MAX };
        (Self(small & mask), count)
    }

    /// The bytes of a whole word of at most 16.
    pub(super) fn of(word: &[u8]) -> Option<Self> {
        let mut bytes = [0; 16];
        bytes.get_mut(..word.len())?.copy_from_slice(word);
        bytes.iter_mut().take(word.len()).for_each(|byte| *byte |= 0x20);
        Some(Self(u128::from_le_bytes(bytes)))
    }

    /// What a word means, if it is one of the vocabulary.
    pub(super) fn meaning(self) -> Option<Word> {
        let mut slot = slot(self.0);
        loop {
            let place = usize::from(TABLE[slot]);
            if *KEYS.get(place)? == self.0 {
                return Some(WORDS[place].1);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// How a word is written.
pub(super) fn case(word: &[u8]) -> Case {
    match word {
        [first, ..] if first.is_ascii_lowercase() => Case::Lower,
        [_, second, ..] if second.is_ascii_uppercase() => Case::Upper,
        _ => Case::Capital,
    }
}

/// The place of a word.
#[expect(clippy::cast_possible_truncation, reason = "the halves of it are wanted")]
const fn slot(key: u128) -> usize {
    let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(29);
    let mixed = folded.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed ^ (mixed << 32)) >> (u64::BITS - SLOTS.trailing_zeros())) as usize
}

const fn keys() -> [u128; WORDS.len()] {
    let mut keys = [0; WORDS.len()];
    let mut place = 0;
    while place < WORDS.len() {
        let name = WORDS[place].0.as_bytes();
        assert!(name.len() <= LONGEST);
        let mut at = name.len();
        while at > 0 {
            at -= 1;
            keys[place] = keys[place] << 8 | name[at] as u128;
        }
        place += 1;
    }
    keys
}

/// A word whose slot is taken goes to the next that is free.
const fn filled() -> [u16; SLOTS] {
    let keys = keys();
    let mut table = [EMPTY; SLOTS];
    let mut place = 0;
    while place < WORDS.len() {
        let mut at = slot(keys[place]);
        while table[at] != EMPTY {
            at = (at + 1) % SLOTS;
        }
        table[at] = place as u16;
        place += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lookup(word: &[u8]) -> Option<(Word, Case)> {
        Some((Letters::of(word)?.meaning()?, case(word)))
    }

    #[test]
    fn every_word_is_found() {
        for (name, meaning) in WORDS {
            assert_eq!(lookup(name.as_bytes()), Some((*meaning, Case::Lower)), "{name}");
        }
        assert_eq!(lookup(b"MAY"), Some((Word::Month(5, true), Case::Upper)));
        assert_eq!(lookup(b"maybe"), None);
        assert_eq!(lookup(b""), None);
    }

    #[test]
    fn letters_end_where_a_word_may() {
        for byte in 0..=u8::MAX {
            let mut bytes = *b"May_1938@[`{zZaA";
            bytes[3] = byte;
            let (letters, count) = Letters::leading(bytes);
            assert_eq!(count > 3, byte.is_ascii_alphabetic(), "{byte}");
            assert!(count > 3 || Some(letters) == Letters::of(b"May"));
        }
        assert_eq!(Letters::leading(*b"abcdefghijklmnop").1, 16);
    }
}
