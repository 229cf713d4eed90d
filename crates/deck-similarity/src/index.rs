//! Cards by what they ask, kept up to date card by card.

mod families;
mod groups;
mod postings;
mod typos;

use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::FixedState;

pub use families::{Family, Filler};
pub use groups::Group;
use postings::Postings;
pub use typos::{TypoTwin, typo_twins};

use crate::keys::{Keys, Tier};

/// The keys of many cards, by card and by key. A card is named by `Id`: small, and in the order
/// in which cards are reported.
///
/// To insert, replace or remove one costs a few look-ups, however many there are and however many
/// of them are equal. The texts themselves are not kept.
#[derive(Debug, Clone, Default)]
pub struct Index<Id> {
    /// Where a card lies in `cards`.
    places: HashMap<Id, u32, FixedState>,
    cards: Vec<Option<Entry<Id>>>,
    free: Vec<u32>,
    /// By the key of [`Tier::Similar`], which the tiers before it share, too.
    questions: Postings,
    /// By the keys of templates.
    templates: Postings,
    /// In how many places a word stands that could be a filler.
    words: HashMap<u32, u32, FixedState>,
}

#[derive(Debug, Clone)]
struct Entry<Id> {
    id: Id,
    keys: Keys,
}

impl<Id: Copy + Ord + Hash> Index<Id> {
    /// An index without cards.
    pub fn new() -> Self {
        Self {
            places: HashMap::default(),
            cards: Vec::new(),
            free: Vec::new(),
            questions: Postings::default(),
            templates: Postings::default(),
            words: HashMap::default(),
        }
    }

    /// How many cards there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are no cards.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The keys of a card.
    pub fn keys(&self, id: Id) -> Option<&Keys> {
        self.entry(*self.places.get(&id)?).map(|entry| &entry.keys)
    }

    /// Puts a card in, and gives back its old keys if it was there.
    pub fn insert(&mut self, id: Id, keys: Keys) -> Option<Keys> {
        let old = self.remove(id);
        let place = self.free.pop().unwrap_or(self.cards.len() as u32);
        self.questions.insert(keys.t3, place);
        for slot in keys.slots() {
            self.templates.insert(slot.key, place);
            *self.words.entry(slot.word).or_insert(0) += 1;
        }
        let entry = Some(Entry { id, keys });
        match self.cards.get_mut(place as usize) {
            Some(card) => *card = entry,
            None => self.cards.push(entry),
        }
        self.places.insert(id, place);
        old
    }

    /// Takes a card out, and gives back its keys if it was there.
    pub fn remove(&mut self, id: Id) -> Option<Keys> {
        let place = self.places.remove(&id)?;
        let Entry { keys, .. } = self.cards.get_mut(place as usize)?.take()?;
        self.questions.remove(keys.t3, place);
        for slot in keys.slots() {
            self.templates.remove(slot.key, place);
            if let Some(count) = self.words.get_mut(&slot.word) {
                *count -= 1;
                if *count == 0 {
                    self.words.remove(&slot.word);
                }
            }
        }
        self.free.push(place);
        Some(keys)
    }

    /// The other cards that ask what a card asks, each with the gravest tier, in no order. It
    /// takes time in proportion to how many are taken.
    pub fn neighbours(&self, id: Id) -> impl Iterator<Item = (Id, Tier)> {
        let keys = self.keys(id);
        let members = keys.map(|keys| self.questions.get(keys.t3));
        members.into_iter().flatten().filter_map(move |place| {
            let other = self.entry(place).filter(|other| other.id != id)?;
            Some((other.id, other.keys.shared(keys?)?))
        })
    }

    /// The cards that have these keys, whether or not such a card is in the index.
    pub fn matches(&self, keys: &Keys) -> impl Iterator<Item = (Id, Tier)> {
        self.questions.get(keys.t3).filter_map(move |place| {
            let other = self.entry(place)?;
            Some((other.id, other.keys.shared(keys)?))
        })
    }

    fn entry(&self, place: u32) -> Option<&Entry<Id>> {
        self.cards.get(place as usize)?.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Question;

    fn keys(text: &str) -> Keys {
        Question::lex(text).keys()
    }

    #[test]
    fn a_card_that_was_edited_has_other_neighbours() {
        let mut index = Index::new();
        index.insert(1, keys("What is the capital of France?"));
        index.insert(2, keys("What's the capital of France"));
        index.insert(3, keys("What is France's capital?"));
        let mut found: Vec<_> = index.neighbours(1).collect();
        found.sort_unstable();
        assert_eq!(found, [(2, Tier::Same), (3, Tier::Equivalent)]);
        index.insert(2, keys("What is the capital of Spain?"));
        assert_eq!(index.neighbours(1).collect::<Vec<_>>(), [(3, Tier::Equivalent)]);
        assert_eq!(index.remove(3), Some(keys("What is France's capital?")));
        assert_eq!(index.neighbours(1).count(), 0);
        assert_eq!(index.len(), 2);
        assert_eq!(index.matches(&keys("what is the capital of spain")).count(), 1);
    }

    #[test]
    fn an_emptied_index_holds_nothing() {
        let mut index = Index::new();
        for id in 0..1000 {
            index.insert(id, keys("What is the capital of France?"));
        }
        for id in 0..1000 {
            index.remove(id);
        }
        assert!(index.is_empty() && index.words.is_empty());
        assert_eq!((index.questions.len(), index.templates.len()), (0, 0));
    }
}
