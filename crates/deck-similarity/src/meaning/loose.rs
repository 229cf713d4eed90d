//! The words of the first tier, folded further, one by one.

use std::ops::Range;

use super::american::spelling;
use crate::lex::words::take_singular;

/// Words in one buffer.
#[derive(Debug)]
pub(crate) struct Loose {
    text: String,
    words: Vec<Range<usize>>,
}

impl Loose {
    /// Folds words of the first tier, `true` with those that are kept as they are; `length` is
    /// about how long all of them are.
    pub(crate) fn of<'w>(words: impl Iterator<Item = (&'w str, bool)>, length: usize) -> Self {
        let mut loose = Self { text: String::with_capacity(length + 8), words: Vec::new() };
        for (word, raw) in words {
            if raw {
                loose.push(word);
            } else {
                loose.fold(word);
            }
        }
        loose
    }

    /// The words.
    pub(crate) fn words(&self) -> Vec<&str> {
        // Room for what a step adds.
        let mut words = Vec::with_capacity(self.words.len() + 4);
        words.extend(self.words.iter().map(|range| &self.text[range.clone()]));
        words
    }

    fn push(&mut self, word: &str) {
        let start = self.text.len();
        self.text.push_str(word);
        self.words.push(start..self.text.len());
    }

    fn fold(&mut self, word: &str) {
        let word = word.strip_suffix("'s").map_or(word, |owner| {
            // The mark of the owner is a word of its own, after the owner.
            self.fold_one(owner);
            "'s"
        });
        if word == "'s" {
            return self.push(word);
        }
        let bytes = word.as_bytes();
        let is_compound = bytes.len() > 3
            && memchr::memchr(b'-', bytes).is_some()
            && bytes.iter().all(|byte| byte.is_ascii_alphabetic() || *byte == b'-');
        if is_compound {
            word.split('-').filter(|part| !part.is_empty()).for_each(|part| self.fold_one(part));
        } else {
            self.fold_one(word);
        }
    }

    fn fold_one(&mut self, word: &str) {
        let word = word.strip_suffix('\'').unwrap_or(word);
        let short = word.strip_suffix('s').filter(|short| short.len() > 1);
        if let Some(short) = short.filter(|short| short.bytes().all(|b| b.is_ascii_uppercase())) {
            // Several of what is abbreviated.
            return self.push(short);
        }
        if word.len() > 4 && word.len() <= 32 && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        {
            let mut buffer = [0_u8; 32];
            let lower = &mut buffer[..word.len()];
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            let lower = std::str::from_utf8(lower).unwrap_or(word);
            take_singular(lower, &mut |word| self.push_spelled(word));
        } else if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            take_singular(word, &mut |word| self.push_spelled(word));
        } else if !word.is_empty() {
            self.push_spelled(word);
        }
    }

    fn push_spelled(&mut self, word: &str) {
        let start = self.text.len();
        spelling(word, &mut self.text);
        self.words.push(start..self.text.len());
    }
}
