//! A question, lexed.

use text_size::{TextRange, TextSize};

use crate::keys::{Keys, Tier};
use crate::lex::{self, compose};
use crate::meaning::{self, Loose};

/// A question and its words as they count for the first tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The text, composed (NFKC).
    text: String,
    /// The words of the first tier, separated by one space.
    canonical: String,
    words: Vec<Word>,
    /// Only equal to what has the same words as they stand.
    literal: bool,
    english: bool,
}

/// Longer texts are no questions that anyone puts in two ways; only their words are compared. This
/// also bounds what the steps of the higher tiers cost, which move words about.
const MAX_LOOSE: usize = 128;

/// Where a word lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Word {
    /// In `canonical`.
    canonical: TextRange,
    /// In `text`.
    source: TextRange,
    /// Code, mathematics or media.
    raw: bool,
}

impl Question {
    /// Reads a question, in plain text or Markdown.
    pub fn lex(text: &str) -> Self {
        Self::read(text, false)
    }

    /// Reads a text of which every word counts as it stands: a cloze text, a word of a vocabulary.
    pub fn verbatim(text: &str) -> Self {
        Self::read(text, true)
    }

    fn read(text: &str, verbatim: bool) -> Self {
        let text = compose(text).into_owned();
        let mut canonical = String::with_capacity(text.len());
        let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5);
        let start = text.as_ptr() as usize;
        let literal = lex::each_token(&text, verbatim, &mut |token| {
            if !canonical.is_empty() {
                canonical.push(' ');
            }
            let from = size(canonical.len());
            canonical.push_str(token.text);
            let to = size(canonical.len());
            let source = size(token.source.as_ptr() as usize - start);
            let source = TextRange::at(source, size(token.source.len()));
            match words.last_mut() {
                // What stands between two marks of code is one word.
                Some(last) if token.raw && last.raw => {
                    last.canonical = TextRange::new(last.canonical.start(), to);
                    last.source = last.source.cover(source);
                }
                _ => {
                    let canonical = TextRange::new(from, to);
                    words.push(Word { canonical, source, raw: token.raw });
                }
            }
        });
        let english = !literal && lex::is_english(text.split_whitespace());
        Self { text, canonical, words, literal, english }
    }

    /// The words of the first tier, separated by one space.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// How many words of the first tier there are; code and mathematics are one word each.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is nothing to ask.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word at `index`, as it counts.
    pub fn word(&self, index: usize) -> Option<&str> {
        self.words.get(index).map(|word| &self.canonical[word.canonical])
    }

    /// The word at `index`, as it was written, without the punctuation at its edges.
    pub fn written(&self, index: usize) -> Option<&str> {
        self.words.get(index).map(|word| &self.text[word.source])
    }

    /// What is written before the word at `index`, and after it.
    pub fn around(&self, index: usize) -> Option<(&str, &str)> {
        let source = self.words.get(index)?.source;
        Some((&self.text[..usize::from(source.start())], &self.text[usize::from(source.end())..]))
    }

    /// The same question with another word at `index`.
    pub(crate) fn with_word(&self, index: usize, word: &str) -> Option<Self> {
        let (before, after) = self.around(index)?;
        Some(Self::lex(&[before, word, after].concat()))
    }

    /// The text, composed (NFKC).
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its keys.
    pub fn keys(&self) -> Keys {
        Keys::of(self)
    }

    /// Whether only the same words are the same question: a text taken word by word, or one of
    /// fewer than three words.
    pub(crate) fn is_literal(&self) -> bool {
        self.literal
    }

    /// The words as they count, in order.
    pub(crate) fn words(&self) -> impl ExactSizeIterator<Item = &str> + DoubleEndedIterator {
        self.words.iter().map(|word| &self.canonical[word.canonical])
    }

    /// The words with what the higher tiers do not tell apart folded; `None` for a question of
    /// which only the first tier is known.
    pub(crate) fn loose(&self) -> Option<Loose> {
        if self.literal || !self.english || self.len() > MAX_LOOSE {
            return None;
        }
        let words = self.words.iter().map(|word| (&self.canonical[word.canonical], word.raw));
        Some(Loose::of(words, self.canonical.len()))
    }
}

/// In which way two questions ask the same, the gravest tier first; `None` where they do not.
///
/// Compares the canonical forms themselves, so it also tells apart two questions whose keys are
/// equal by accident.
pub fn judge(a: &Question, b: &Question) -> Option<Tier> {
    if a.canonical == b.canonical {
        return Some(Tier::Same);
    }
    let (a, b) = (a.loose()?, b.loose()?);
    let (mut a, mut b) = (a.words(), b.words());
    meaning::equivalent(&mut a);
    meaning::equivalent(&mut b);
    if meaning::same(&a, &b) {
        return Some(Tier::Equivalent);
    }
    meaning::similar(&mut a);
    meaning::similar(&mut b);
    meaning::same(&a, &b).then_some(Tier::Similar)
}

/// A length as a text size; what lies beyond four gigabytes has none and is not told apart.
fn size(length: usize) -> TextSize {
    TextSize::new(u32::try_from(length).unwrap_or(u32::MAX))
}
