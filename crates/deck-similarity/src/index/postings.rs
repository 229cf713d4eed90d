//! Which cards have a key.
//!
//! Most keys have one card, so a key costs no allocation until a second card has it; and a key of
//! a great many cards loses one without a search through all of them.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

/// A group with more members than this is a set.
const FEW: usize = 32;
/// Marks the number of a group, among the numbers of cards.
const GROUP: u32 = 1 << 31;

/// Keys, and the numbers of the cards that have them, each below 2³¹.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    /// The number of the only card, or, marked, that of a group.
    keys: HashMap<u64, u32, FixedState>,
    groups: Vec<Members>,
    free: Vec<u32>,
}

/// The cards of one key: none (the group is free), or two and more.
#[derive(Debug, Clone)]
pub(super) enum Members {
    Few(Vec<u32>),
    Many(HashSet<u32, FixedState>),
}

impl Members {
    fn insert(&mut self, card: u32) {
        match self {
            Self::Few(few) if few.len() < FEW => few.push(card),
            Self::Few(few) => *self = Self::Many(few.drain(..).chain([card]).collect()),
            Self::Many(many) => {
                many.insert(card);
            }
        }
    }

    fn remove(&mut self, card: u32) {
        match self {
            Self::Few(few) => few.retain(|member| *member != card),
            Self::Many(many) => {
                many.remove(&card);
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Few(few) => few.len(),
            Self::Many(many) => many.len(),
        }
    }

    /// The members, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        let (few, many) = match self {
            Self::Few(few) => (Some(few), None),
            Self::Many(many) => (None, Some(many)),
        };
        few.into_iter().flatten().chain(many.into_iter().flatten()).copied()
    }
}

impl Postings {
    pub(super) fn insert(&mut self, key: u64, card: u32) {
        debug_assert!(card < GROUP, "too many cards");
        let Some(value) = self.keys.get_mut(&key) else {
            self.keys.insert(key, card);
            return;
        };
        if *value & GROUP != 0 {
            self.groups[(*value ^ GROUP) as usize].insert(card);
            return;
        }
        let pair = Members::Few(vec![*value, card]);
        let group = self.free.pop().unwrap_or(self.groups.len() as u32);
        match self.groups.get_mut(group as usize) {
            Some(free) => *free = pair,
            None => self.groups.push(pair),
        }
        *value = group | GROUP;
    }

    pub(super) fn remove(&mut self, key: u64, card: u32) {
        let Some(value) = self.keys.get_mut(&key) else { return };
        if *value == card {
            self.keys.remove(&key);
        } else if *value & GROUP != 0 {
            let number = *value ^ GROUP;
            let group = &mut self.groups[number as usize];
            group.remove(card);
            if group.len() == 1 {
                *value = group.iter().next().unwrap_or_default();
                *group = Members::Few(Vec::new());
                self.free.push(number);
            }
        }
    }

    /// The cards that have a key, in no order.
    pub(super) fn get(&self, key: u64) -> impl Iterator<Item = u32> {
        let value = self.keys.get(&key).copied();
        let only = value.filter(|value| value & GROUP == 0);
        let group = value.filter(|value| value & GROUP != 0);
        let group = group.map(|group| self.groups[(group ^ GROUP) as usize].iter());
        only.into_iter().chain(group.into_iter().flatten())
    }

    /// Whether two cards or more have a key.
    pub(super) fn is_shared(&self, key: u64) -> bool {
        self.keys.get(&key).is_some_and(|value| value & GROUP != 0)
    }

    /// The keys that two cards or more have, in no order.
    pub(super) fn shared(&self) -> impl Iterator<Item = (u64, &Members)> {
        let groups = self.keys.iter().filter(|(_, value)| **value & GROUP != 0);
        groups.map(|(key, value)| (*key, &self.groups[(value ^ GROUP) as usize]))
    }

    /// How many keys there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_grow_and_shrink() {
        let mut postings = Postings::default();
        for card in 0..100 {
            postings.insert(7, card);
        }
        assert_eq!(postings.get(7).count(), 100);
        for card in 0..99 {
            postings.remove(7, card);
        }
        assert_eq!(postings.get(7).collect::<Vec<_>>(), [99]);
        assert!(!postings.is_shared(7));
        postings.insert(8, 1);
        postings.insert(8, 2);
        assert_eq!(postings.groups.len(), 1, "the room of a group that is gone is used again");
        postings.remove(7, 99);
        assert_eq!((postings.get(7).count(), postings.shared().count()), (0, 1));
    }
}
