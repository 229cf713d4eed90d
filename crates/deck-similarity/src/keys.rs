//! What is kept of a question, so that equal questions are found by a look-up.

use std::hash::{BuildHasher as _, Hasher as _};

use foldhash::fast::FixedState;

use crate::lex::{self, compose};
use crate::meaning;
use crate::question::Question;

/// In which way two questions ask the same. Each tier holds the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// T1: the same words, but for case, articles, punctuation at their edges, contractions,
    /// number words and plural.
    Same,
    /// T2: other words that mean the same: "How can I …" and "How do you …".
    Equivalent,
    /// T3: another auxiliary or preposition, or the same words in a turned order.
    Similar,
}

impl Tier {
    /// All tiers, the gravest first.
    pub const ALL: [Self; 3] = [Self::Same, Self::Equivalent, Self::Similar];
}

/// Questions with more words than this have no one-slot keys.
pub const MAX_SLOTS: usize = 64;

/// The keys of one question: hashes that are the same in every run. Two questions of one tier have
/// the same key of that tier; two that have it are of that tier but for one chance in 2⁶⁴.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// Of [`Tier::Same`].
    pub t1: u64,
    /// Of [`Tier::Equivalent`].
    pub t2: u64,
    /// Of [`Tier::Similar`].
    pub t3: u64,
    slots: Box<[Slot]>,
}

/// A word left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    /// A hash of the question without the word.
    pub(crate) key: u64,
    /// A hash of the word.
    pub(crate) word: u32,
    /// The index of the word.
    pub(crate) index: u16,
}

impl Keys {
    /// The keys of a question.
    pub fn of(question: &Question) -> Self {
        let t1 = hash_words(question.words());
        let Some(loose) = question.loose() else {
            return Self { t1, t2: t1, t3: t1, slots: slots(question) };
        };
        let mut words = loose.words();
        meaning::equivalent(&mut words);
        let t2 = meaning::key(&words);
        meaning::similar(&mut words);
        Self { t1, t2, t3: meaning::key(&words), slots: slots(question) }
    }

    /// The key of the first tier alone, without allocation. `verbatim` takes the words as they
    /// stand, as [`Question::verbatim`] does.
    pub fn t1_of(question: &str, verbatim: bool) -> u64 {
        let mut hasher = FixedState::default().build_hasher();
        lex::each_token(&compose(question), verbatim, &mut |token| write(&mut hasher, token.text));
        hasher.finish()
    }

    /// The key of a tier.
    pub fn tier(&self, tier: Tier) -> u64 {
        match tier {
            Tier::Same => self.t1,
            Tier::Equivalent => self.t2,
            Tier::Similar => self.t3,
        }
    }

    /// The gravest tier whose key two questions share.
    pub fn shared(&self, other: &Self) -> Option<Tier> {
        Tier::ALL.into_iter().find(|tier| self.tier(*tier) == other.tier(*tier))
    }

    /// For each word that could be another one in the same template: a hash of the question
    /// without it, and the index of the word (see [`Question::word`]).
    pub fn one_slot(&self) -> impl Iterator<Item = (u64, usize)> {
        self.slots.iter().map(|slot| (slot.key, usize::from(slot.index)))
    }

    pub(crate) fn slots(&self) -> &[Slot] {
        &self.slots
    }
}

/// The hash of words that [`Keys::t1_of`] gives, too.
fn hash_words<'w>(words: impl Iterator<Item = &'w str>) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    // A piece of code is one word there, and as many as it has here.
    words.flat_map(|word| word.split(' ')).for_each(|word| write(&mut hasher, word));
    hasher.finish()
}

fn write(hasher: &mut impl std::hash::Hasher, word: &str) {
    hasher.write(word.as_bytes());
    hasher.write_u8(b' ');
}

/// Joins two hashes, in order.
fn join(a: u64, b: u64) -> u64 {
    FixedState::default().hash_one((a, b))
}

pub(crate) fn hash_word(word: &str) -> u64 {
    FixedState::default().hash_one(word)
}

/// The question without each of its words in turn, in one pass from either end.
fn slots(question: &Question) -> Box<[Slot]> {
    let length = question.len();
    if question.is_literal() || !(3..=MAX_SLOTS).contains(&length) {
        return Box::default();
    }
    let mut after = [0_u64; MAX_SLOTS + 1];
    let mut words = [0_u64; MAX_SLOTS];
    for (index, word) in question.words().enumerate().rev() {
        words[index] = hash_word(word);
        after[index] = join(words[index], after[index + 1]);
    }
    let mut before = 0;
    let mut slots = Vec::with_capacity(length);
    for (index, word) in question.words().enumerate() {
        if !meaning::is_function_word(word) {
            let key = join(join(before, index as u64), after[index + 1]);
            slots.push(Slot { key, word: words[index] as u32, index: index as u16 });
        }
        before = join(before, words[index]);
    }
    slots.into()
}
