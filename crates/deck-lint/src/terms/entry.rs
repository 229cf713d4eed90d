//! What is known of one term, and counting.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::RandomState;

/// How often a phrase has to stand inside a sentence to be a term.
const ENOUGH: u32 = 2;

/// What is known of a key.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub(super) spellings: Vec<Spelling>,
    /// As the configuration spells it, if it names it.
    pub(super) named: Option<Box<str>>,
}

/// One way in which a term is spelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The spelling.
    pub text: Box<str>,
    /// How often it stands inside a sentence.
    pub inside: u32,
    /// How often it opens a sentence, where a capital says nothing.
    pub opening: u32,
}

impl Spelling {
    /// How often it is written.
    pub fn uses(&self) -> u32 {
        self.inside + self.opening
    }
}

/// A term with how often it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term<'t> {
    /// As it is spelled: as the configuration says, else as it mostly is.
    pub text: &'t str,
    /// How often it is written, however it is spelled.
    pub uses: u32,
    /// What all its spellings have in common.
    pub key: &'t str,
}

impl Entry {
    pub(super) fn is_term(&self) -> bool {
        self.named.is_some() || self.spellings.iter().map(|it| it.inside).sum::<u32>() >= ENOUGH
    }

    pub(super) fn uses(&self) -> u32 {
        self.spellings.iter().map(Spelling::uses).sum()
    }

    /// The usual spelling. What opens a sentence may have its capital from there.
    pub(super) fn text(&self) -> &str {
        let usual =
            self.spellings.iter().max_by_key(|it| (it.inside, it.opening, Reverse(&it.text)));
        self.named.as_deref().or(usual.map(|it| &*it.text)).unwrap_or_default()
    }

    pub(super) fn spelling(&mut self, text: &str) -> &mut Spelling {
        let index = self.spellings.iter().position(|it| &*it.text == text).unwrap_or_else(|| {
            self.spellings.push(Spelling { text: text.into(), inside: 0, opening: 0 });
            self.spellings.len() - 1
        });
        &mut self.spellings[index]
    }
}

/// How often each spelling stands inside a sentence, and how often it opens one.
#[derive(Default)]
pub(super) struct Counts(pub(super) HashMap<Box<str>, (u32, u32), RandomState>);

impl Counts {
    pub(super) fn add(&mut self, text: &str, opens: bool) {
        if !self.0.contains_key(text) {
            self.0.insert(text.into(), (0, 0));
        }
        if let Some((inside, opening)) = self.0.get_mut(text) {
            *if opens { opening } else { inside } += 1;
        }
    }

    pub(super) fn merged(self, other: Self) -> Self {
        let (Self(mut into), Self(from)) =
            if self.0.len() < other.0.len() { (other, self) } else { (self, other) };
        for (text, (inside, opening)) in from {
            let counts = into.entry(text).or_default();
            counts.0 += inside;
            counts.1 += opening;
        }
        Self(into)
    }
}
