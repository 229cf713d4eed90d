//! The deck: what every dialect's parser yields and every front end reads.

mod card;
mod context;
mod item;

use std::sync::Arc;

use text_size::{TextRange, TextSize};

use crate::{Dialect, FrontMatter, Settings, SyntaxError};
pub use card::{Attribute, AttributeKey, Card, CardForm, Deletion, Opening};
pub use context::Context;
pub use item::{Header, Item, ItemKind, Line, LineKind};

/// A parsed text: a sequence of items that tile it.
///
/// A deck does not own its text; whoever asks it for words hands the text in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deck {
    pub(crate) dialect: Dialect,
    pub(crate) settings: Arc<Settings>,
    pub(crate) items: Vec<Arc<Item>>,
    /// Where each item starts, and last where the text ends: one more than `items`.
    pub(crate) starts: Vec<TextSize>,
}

/// A card with its place in the deck.
#[derive(Debug, Clone, Copy)]
pub struct CardRef<'d> {
    /// The index of its item in the deck.
    pub index: usize,
    /// Where its item starts in the text.
    pub start: TextSize,
    /// Its item.
    pub item: &'d Item,
    /// The card itself.
    pub card: &'d Card,
}

impl Deck {
    /// The dialect the text was read in.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The settings under which it was read.
    pub fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }

    /// How long the text is, in bytes.
    pub fn len(&self) -> TextSize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// Whether the text was empty.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The items in order.
    pub fn items(&self) -> &[Arc<Item>] {
        &self.items
    }

    /// Where item `index` starts in the text; for the number of items, where the text ends.
    ///
    /// # Panics
    /// If there are fewer items than `index`.
    pub fn start(&self, index: usize) -> TextSize {
        self.starts[index]
    }

    /// The items with where they start.
    pub fn items_at(&self) -> impl Iterator<Item = (TextSize, &Item)> + '_ {
        self.starts.iter().copied().zip(self.items.iter().map(AsRef::as_ref))
    }

    /// The index of the item in which byte offset `at` lies; the last one for the text's end.
    pub fn item_at(&self, at: TextSize) -> Option<usize> {
        let last = self.items.len().checked_sub(1)?;
        Some((self.starts.partition_point(|&start| start <= at).saturating_sub(1)).min(last))
    }

    /// The cards in order.
    pub fn cards(&self) -> impl Iterator<Item = CardRef<'_>> + '_ {
        self.items_at().enumerate().filter_map(|(index, (start, item))| {
            item.card().map(|card| CardRef { index, start, item, card })
        })
    }

    /// The front matter, if the deck has any, and where its item starts.
    pub fn front_matter(&self) -> Option<(TextSize, &FrontMatter)> {
        self.items_at().find_map(|(start, item)| match &item.kind {
            ItemKind::FrontMatter(front_matter) => Some((start, front_matter.as_ref())),
            _ => None,
        })
    }

    /// The ranges of all lines, line endings included, with what they are. Laid end to end they
    /// are the text.
    pub fn lines(&self) -> impl Iterator<Item = (TextRange, LineKind)> + '_ {
        self.items_at()
            .flat_map(|(start, item)| item.lines().map(move |(range, kind)| (range + start, kind)))
    }

    /// All syntax errors with where they are in the text.
    pub fn errors(&self) -> impl Iterator<Item = (TextRange, &SyntaxError)> + '_ {
        self.items_at().flat_map(|(start, item)| {
            item.errors.iter().map(move |error| (error.range + start, error))
        })
    }
}
