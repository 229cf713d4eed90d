//! Which files hold cards with a key.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::source::FileId;

/// For each key, the files that hold cards with it, and how many.
#[derive(Debug, Default)]
pub(super) struct Postings(HashMap<u64, Posting, FixedState>);

/// Nearly every key is that of one card.
#[derive(Debug)]
enum Posting {
    One(FileId),
    Many(Vec<(FileId, u32)>),
}

impl Postings {
    /// Notes a card of `file`.
    pub(super) fn insert(&mut self, key: u64, file: FileId) {
        let Some(posting) = self.0.get_mut(&key) else {
            self.0.insert(key, Posting::One(file));
            return;
        };
        match posting {
            Posting::One(first) if *first == file => *posting = Posting::Many(vec![(file, 2)]),
            Posting::One(first) => *posting = Posting::Many(vec![(*first, 1), (file, 1)]),
            Posting::Many(files) => match files.iter_mut().find(|(known, _)| *known == file) {
                Some((_, count)) => *count += 1,
                None => files.push((file, 1)),
            },
        }
    }

    /// Strikes out a card of `file` that was noted.
    pub(super) fn remove(&mut self, key: u64, file: FileId) {
        let is_gone = match self.0.get_mut(&key) {
            Some(Posting::Many(files)) => {
                files.iter_mut().filter(|(known, _)| *known == file).for_each(|it| it.1 -= 1);
                files.retain(|(_, count)| *count > 0);
                files.is_empty()
            }
            Some(Posting::One(known)) => *known == file,
            None => false,
        };
        if is_gone {
            self.0.remove(&key);
        }
    }

    /// How many cards have the key.
    pub(super) fn count(&self, key: u64) -> usize {
        match self.0.get(&key) {
            None => 0,
            Some(Posting::One(_)) => 1,
            Some(Posting::Many(files)) => files.iter().map(|(_, count)| *count as usize).sum(),
        }
    }

    /// The files that hold cards with the key.
    pub(super) fn files(&self, key: u64) -> impl Iterator<Item = FileId> + '_ {
        let (one, many) = match self.0.get(&key) {
            Some(Posting::One(file)) => (Some(*file), &[][..]),
            Some(Posting::Many(files)) => (None, files.as_slice()),
            None => (None, &[][..]),
        };
        one.into_iter().chain(many.iter().map(|(file, _)| *file))
    }
}
