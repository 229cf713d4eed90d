//! Under which headings a card stands.

use deck_syntax::{ItemKind, TextRange};

use super::SourceFile;
use crate::hash::hash;

/// The headings of a file, in order, each with the one it stands under.
pub(super) type Headings = Box<[Heading]>;

/// A heading, or the title.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heading {
    /// The index of its item.
    item: usize,
    /// 0 for the title.
    level: u8,
    /// The number of the heading around it.
    parent: Option<usize>,
}

impl SourceFile {
    /// The headings under which an item stands, the innermost first, and last the title: their
    /// words.
    pub(crate) fn headings_above(&self, item: usize) -> impl Iterator<Item = &str> + '_ {
        let headings = self.headings.get_or_init(|| self.find_headings());
        let nearest = headings.partition_point(|heading| heading.item < item).checked_sub(1);
        let chain = std::iter::successors(nearest, |&number| headings[number].parent);
        chain.filter_map(|number| self.heading(headings[number].item))
    }

    /// A hash of all headings and where among the items they stand: while it is the same, every
    /// item that was not edited stands under the same headings.
    pub(crate) fn headings_hash(&self) -> u64 {
        let items = self.deck.items().iter().enumerate();
        let headings = items.filter_map(|(index, item)| match &item.kind {
            ItemKind::Title { .. } => Some((index, 0)),
            ItemKind::Section { level, .. } => Some((index, *level)),
            _ => None,
        });
        headings.fold(0, |sum, (index, level)| {
            let words = self.heading(index).unwrap_or_default();
            hash_all([sum, index as u64, u64::from(level), hash(words.as_bytes())])
        })
    }

    fn find_headings(&self) -> Headings {
        let mut found: Vec<Heading> = Vec::new();
        for (item, kind) in self.deck.items().iter().map(|item| &item.kind).enumerate() {
            let level = match kind {
                ItemKind::Title { .. } => 0,
                ItemKind::Section { level, .. } => *level,
                _ => continue,
            };
            let mut parent = found.len().checked_sub(1);
            while let Some(number) = parent.filter(|&number| found[number].level >= level) {
                parent = found[number].parent;
            }
            found.push(Heading { item, level, parent });
        }
        found.into()
    }

    /// The words of the heading that an item is.
    fn heading(&self, index: usize) -> Option<&str> {
        let text = match &self.deck.items().get(index)?.kind {
            ItemKind::Title { text } | ItemKind::Section { text, .. } => *text,
            _ => return None,
        };
        let range: TextRange = text + self.deck.start(index);
        self.text.get(std::ops::Range::<usize>::from(range))
    }
}

fn hash_all(parts: [u64; 4]) -> u64 {
    hash(parts.map(u64::to_le_bytes).as_flattened())
}
