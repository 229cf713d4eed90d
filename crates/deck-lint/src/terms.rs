//! The terms of a workspace: names and phrases that are to be spelled the same everywhere.
//!
//! A *term* is a word or phrase that the workspace writes with a capital inside a sentence at least
//! twice (Khalkhin Gol, League of Nations, Litvinov), or that `[text] terms` names. Completion,
//! rename, the count in a hover and the rule on spellings share the one index of them.

mod entry;
mod fold;
mod lists;
mod named;
mod phrases;
mod places;
pub(crate) mod variants;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use foldhash::fast::RandomState;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use text_size::TextRange;

use crate::facts::{prose, sides};
use crate::rule::ItemCx;
use crate::workspace::Workspace;
use entry::{Counts, Entry};
pub use entry::{Spelling, Term};
pub use fold::term_key;
pub(crate) use lists::opens;
use named::Named;
pub use phrases::{TermMention, terms_in};
pub use places::{TermPlace, spelled};

/// How many letters have to be typed before terms are looked up by them.
pub const MIN_PREFIX: usize = 2;

/// How many terms with one beginning are ranked by their use: this keeps a keystroke quick.
const MAX_LOOKED_AT: usize = 5_000;

/// The words and phrases that cards write with a capital, by their keys. A snapshot is a clone of
/// an `Arc` of it; one card costs time in proportion to its words.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    by_key: HashMap<Arc<str>, Entry, RandomState>,
    /// The terms by what is typed to complete them: each key from each of its words on.
    starts: BTreeSet<(Box<str>, Arc<str>)>,
    named: Named,
}

impl Terms {
    /// An index of no cards that knows the terms which `[text] terms` names.
    pub fn new(named: &[String]) -> Self {
        let mut terms = Self { named: Named::new(named), ..Self::default() };
        for text in named.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            terms.change(&term_key(text), |entry| entry.named = Some(text.into()));
        }
        terms
    }

    /// The terms of all cards of a workspace, and those which `[text] terms` names.
    pub fn of(workspace: &Workspace, named: &[String]) -> Self {
        let files: Vec<_> = workspace.files().map(|(_, file)| file).collect();
        let empty = Self::new(named);
        let of_file = |file: &crate::SourceFile| {
            let mut counts = Counts::default();
            for index in 0..file.deck.items().len() {
                empty.each(&file.item(index), |text, opens| counts.add(text, opens));
            }
            counts
        };
        let counts = files.into_par_iter().map(of_file).reduce(Counts::default, Counts::merged);
        let mut terms = empty;
        for (text, (inside, opening)) in counts.0 {
            terms.change(&term_key(&text), |entry| {
                let spelling = entry.spelling(&text);
                spelling.inside += inside;
                spelling.opening += opening;
            });
        }
        terms
    }

    /// Counts the terms of a card; an item that is no card has none.
    pub fn add_card(&mut self, item: &ItemCx<'_>) {
        for (text, opens) in self.listed(item) {
            self.change(&term_key(&text), |entry| {
                let spelling = entry.spelling(&text);
                *if opens { &mut spelling.opening } else { &mut spelling.inside } += 1;
            });
        }
    }

    /// Counts the terms of a card no more. It has to be as it was when it was counted.
    pub fn remove_card(&mut self, item: &ItemCx<'_>) {
        for (text, opens) in self.listed(item) {
            self.change(&term_key(&text), |entry| {
                let spelling = entry.spelling(&text);
                let count = if opens { &mut spelling.opening } else { &mut spelling.inside };
                *count = count.saturating_sub(1);
                entry.spellings.retain(|it| it.uses() > 0);
            });
        }
    }

    fn listed(&self, item: &ItemCx<'_>) -> Vec<(String, bool)> {
        let mut found = Vec::new();
        self.each(item, |text, opens| found.push((text.to_owned(), opens)));
        found
    }

    fn each(&self, item: &ItemCx<'_>, mut take: impl FnMut(&str, bool)) {
        for mention in self.mentions(item) {
            take(&item.text[mention.range], mention.opens);
        }
    }

    /// What may be a term on the sides of a card, question first, relative to its item. Use
    /// [`Self::find`] to tell what is one.
    pub fn mentions(&self, item: &ItemCx<'_>) -> Vec<TermMention> {
        let mut found = Vec::new();
        for side in sides(item) {
            let words = prose(item, side);
            let from = found.len();
            found.extend(self.named.merged(&words, terms_in(&words)));
            found[from..].iter_mut().for_each(|mention| mention.range += side.start());
        }
        found
    }

    /// Changes what is known of a key, and keeps the other index in step.
    fn change(&mut self, key: &str, change: impl FnOnce(&mut Entry)) {
        if key.is_empty() {
            return;
        }
        let shared = match self.by_key.get_key_value(key) {
            Some((shared, _)) => Arc::clone(shared),
            None => Arc::from(key),
        };
        let entry = self.by_key.entry(Arc::clone(&shared)).or_default();
        let was = entry.is_term();
        change(entry);
        let is = entry.is_term();
        if entry.spellings.is_empty() && entry.named.is_none() {
            self.by_key.remove(key);
        }
        if was == is {
            return;
        }
        for start in fold::word_starts(key) {
            let place = (Box::from(&key[start..]), Arc::clone(&shared));
            if is {
                self.starts.insert(place)
            } else {
                self.starts.remove(&place)
            };
        }
    }

    /// The term that `text` is a spelling of, if it is one.
    pub fn find(&self, text: &str) -> Option<Term<'_>> {
        let (key, entry) = self.by_key.get_key_value(&*term_key(text))?;
        entry.is_term().then(|| Term { text: entry.text(), uses: entry.uses(), key })
    }

    /// How often a term is written, however it is spelled; 0 for what is no term.
    pub fn count(&self, text: &str) -> u32 {
        self.find(text).map_or(0, |term| term.uses)
    }

    /// The ways in which the term of that key is spelled, the commonest first.
    pub fn spellings(&self, key: &str) -> Vec<&Spelling> {
        let mut found: Vec<&Spelling> = match self.by_key.get(key) {
            Some(entry) if entry.is_term() => entry.spellings.iter().collect(),
            _ => Vec::new(),
        };
        found.sort_by_key(|it| (std::cmp::Reverse(it.uses()), &*it.text));
        found
    }

    /// At most `limit` terms of which a word starts with `prefix`, the most used first; none if
    /// fewer than [`MIN_PREFIX`] letters are typed.
    pub fn starting_with(&self, prefix: &str, limit: usize) -> Vec<Term<'_>> {
        let prefix = term_key(prefix);
        if prefix.chars().count() < MIN_PREFIX {
            return Vec::new();
        }
        let from = (Box::from(&*prefix), Arc::from(""));
        let range = self.starts.range(from..).take_while(|(start, _)| start.starts_with(&*prefix));
        let found = range.take(MAX_LOOKED_AT).filter_map(|(_, key)| {
            let entry = self.by_key.get(key)?;
            Some(Term { text: entry.text(), uses: entry.uses(), key })
        });
        let mut found: Vec<Term<'_>> = found.collect();
        found.sort_unstable_by_key(|term| (std::cmp::Reverse(term.uses), term.key));
        found.dedup_by_key(|term| term.key);
        found.truncate(limit);
        found
    }

    /// All terms, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = Term<'_>> {
        let wholes = self.starts.iter().filter(|(start, key)| start.len() == key.len());
        wholes.filter_map(|(_, key)| {
            let entry = self.by_key.get(key)?;
            Some(Term { text: entry.text(), uses: entry.uses(), key })
        })
    }

    /// Whether a longer term stands around `range`, which is relative to the item.
    fn is_part_of_longer(&self, item: &ItemCx<'_>, range: TextRange) -> bool {
        self.mentions(item).iter().any(|mention| {
            mention.range.contains_range(range)
                && mention.range != range
                && self.find(&item.text[mention.range]).is_some()
        })
    }
}
