//! How many characters stand before a byte.

use std::ops::Add;

/// Every so many bytes it is noted how many characters came before.
pub(super) const STEP: usize = 1024;

/// How long a text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Length {
    /// In characters.
    pub characters: usize,
    /// In units of UTF-16.
    pub utf16: usize,
}

/// Notes on a text, so that who asks for many places of it need not count from its start each time.
#[derive(Debug, Clone)]
pub(super) struct Characters {
    /// What starts before every [`STEP`]th byte.
    notes: Vec<Length>,
}

impl Characters {
    /// The notes on `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut notes = vec![Length::default()];
        let mut sum = Length::default();
        for chunk in text.as_bytes().chunks(STEP) {
            sum = sum + starts(chunk);
            notes.push(sum);
        }
        Self { notes }
    }

    /// What of `text`, on which the notes are, starts before byte `at`. One beyond the end is the
    /// end.
    pub(super) fn before(&self, text: &str, at: usize) -> Length {
        let at = at.min(text.len());
        let step = at / STEP;
        self.notes[step] + starts(&text.as_bytes()[step * STEP..at])
    }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { characters: self.characters + other.characters, utf16: self.utf16 + other.utf16 }
    }
}

/// What starts in a piece of UTF-8.
fn starts(bytes: &[u8]) -> Length {
    let characters = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    // A character of four bytes is a pair in UTF-16.
    let pairs = bytes.iter().filter(|byte| **byte >= 0xF0).count();
    Length { characters, utf16: characters + pairs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_as_many_as_when_counted_from_the_start() {
        for text in [String::new(), "é𝄞x日".repeat(STEP), format!("a{}", "é".repeat(STEP * 2))]
        {
            let notes = Characters::of(&text);
            let mut wanted = Length::default();
            for (at, character) in text.char_indices() {
                assert_eq!(notes.before(&text, at), wanted, "{at}");
                wanted = wanted + Length { characters: 1, utf16: character.len_utf16() };
            }
            assert_eq!(notes.before(&text, text.len()), wanted);
            assert_eq!(notes.before(&text, usize::MAX), wanted);
        }
    }
}
