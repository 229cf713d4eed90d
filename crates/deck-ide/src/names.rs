//! The names that the decks of a workspace give: tags, ids, sections, decks, sources.

mod find;

use std::collections::BTreeMap;

use deck_lint::{ItemCx, Workspace};

pub(crate) use find::names_of;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// A tag, without `#`.
    Tag,
    /// The value of an `@id`, or of the column of ids in text for Anki.
    Id,
    /// The words of a heading that groups cards.
    Section,
    /// Where the cards go: `deck: History::USSR`.
    Deck,
    /// Where a fact comes from.
    Source,
}

impl NameKind {
    const COUNT: usize = 5;
}

/// The names of a workspace with how often each is given. Kept up to date one item at a time.
#[derive(Debug, Clone, Default)]
pub struct Names([BTreeMap<Box<str>, u32>; NameKind::COUNT]);

impl Names {
    /// The names in all files of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let mut names = Self::default();
        for (_, file) in workspace.files() {
            for index in 0..file.deck.items().len() {
                names.add_item(&file.item(index));
            }
        }
        names
    }

    /// Counts the names in an item: a card, a heading, front matter or whatever it is.
    pub fn add_item(&mut self, item: &ItemCx<'_>) {
        for name in names_of(item) {
            let (map, text) = (&mut self.0[name.kind as usize], &item.text[name.range]);
            match map.get_mut(text) {
                Some(count) => *count += 1,
                None => _ = map.insert(text.into(), 1),
            }
        }
    }

    /// Counts the names in an item no more. It has to be as it was when it was counted.
    pub fn remove_item(&mut self, item: &ItemCx<'_>) {
        for name in names_of(item) {
            let (map, text) = (&mut self.0[name.kind as usize], &item.text[name.range]);
            match map.get_mut(text) {
                Some(count) if *count > 1 => *count -= 1,
                _ => _ = map.remove(text),
            }
        }
    }

    /// How often a name is given.
    pub fn count(&self, kind: NameKind, name: &str) -> u32 {
        self.0[kind as usize].get(name).copied().unwrap_or(0)
    }

    /// The names of a kind, in the order of their letters, with how often each is given.
    pub fn iter(&self, kind: NameKind) -> impl Iterator<Item = (&str, u32)> {
        self.0[kind as usize].iter().map(|(name, count)| (&**name, *count))
    }
}
