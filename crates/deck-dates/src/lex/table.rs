//! The vocabulary as a hash table, made when the crate is compiled.

use super::vocabulary::WORDS;
use super::{Case, Word};

/// No word is longer, in bytes.
const LONGEST: usize = 13;
/// Many more places than words, so that nearly every other word falls on an empty one.
const SLOTS: usize = 4096;
const EMPTY: u16 = u16::MAX;

static TABLE: [u16; SLOTS] = filled();

/// The meaning of a word, and how it is written.
pub(super) fn lookup(word: &[u8]) -> Option<(Word, Case)> {
    if word.len() > LONGEST {
        return None;
    }
    let mut slot = slot(word);
    loop {
        let (name, meaning) = WORDS.get(usize::from(TABLE[slot]))?;
        if name.as_bytes().eq_ignore_ascii_case(word) {
            return Some((*meaning, case(word)));
        }
        slot = (slot + 1) % SLOTS;
    }
}

fn case(word: &[u8]) -> Case {
    match word {
        [first, ..] if first.is_ascii_lowercase() => Case::Lower,
        [_, second, ..] if second.is_ascii_uppercase() => Case::Upper,
        _ => Case::Capital,
    }
}

/// The place of a word: its first four letters, its last two and its length, mixed.
const fn slot(word: &[u8]) -> usize {
    let length = word.len();
    let packed = letter(word, 0)
        | letter(word, 1) << 8
        | letter(word, 2) << 16
        | letter(word, 3) << 24
        | letter(word, length.wrapping_sub(1)) << 32
        | (length as u64) << 40
        | letter(word, length.wrapping_sub(2)) << 48;
    let mixed = packed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> (u64::BITS - SLOTS.trailing_zeros())) as usize
}

/// The letter at a place, made small, or 0.
const fn letter(word: &[u8], at: usize) -> u64 {
    if at < word.len() { (word[at] | 0x20) as u64 } else { 0 }
}

/// A word whose slot is taken goes to the next that is free.
const fn filled() -> [u16; SLOTS] {
    let mut table = [EMPTY; SLOTS];
    let mut place = 0;
    while place < WORDS.len() {
        let mut at = slot(WORDS[place].0.as_bytes());
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

    #[test]
    fn every_word_is_found() {
        for (name, meaning) in WORDS {
            assert!(name.len() <= LONGEST);
            assert_eq!(lookup(name.as_bytes()), Some((*meaning, Case::Lower)), "{name}");
        }
        assert_eq!(lookup(b"MAY"), Some((Word::Month(5, true), Case::Upper)));
        assert_eq!(lookup(b"maybe"), None);
        assert_eq!(lookup(b""), None);
    }
}
