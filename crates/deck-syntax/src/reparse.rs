//! Parsing a whole text, and again only what an edit can have changed.

use std::ops::Range;
use std::sync::Arc;

use text_size::{TextRange, TextSize};

use crate::FrontMatter;
use crate::deck::{Context, Deck, Item, ItemKind};
use crate::dialect::{Dialect, Settings};
use crate::text::offset;

/// One replacement of bytes by others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in the old text.
    pub range: TextRange,
    /// How many bytes stand there in the new text.
    pub inserted: TextSize,
}

/// What a [`Deck::reparse`] changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reparsed {
    /// The items of the old deck that are gone.
    pub removed: Range<usize>,
    /// The items of the new deck that stand in their place.
    pub added: Range<usize>,
    /// Those that are gone.
    pub gone: Vec<Arc<Item>>,
}

/// Reads `text` from its first byte to its last.
pub(crate) fn parse(text: &str, dialect: Dialect, settings: &Arc<Settings>) -> Deck {
    let text = within_limits(text);
    let mut deck =
        Deck { dialect, settings: Arc::clone(settings), items: Vec::new(), starts: Vec::new() };
    let mut parser = dialect.parser(text, settings);
    let mut at = 0;
    let mut context = Context::start();
    while at < text.len() {
        let (item, after) = parser.item(at, context);
        deck.starts.push(offset(at));
        at += usize::from(item.len());
        deck.items.push(Arc::new(item));
        context = after;
    }
    deck.starts.push(offset(at));
    deck
}

/// The front matter of `text`, reading nothing else.
pub(crate) fn front_matter(text: &str) -> Option<FrontMatter> {
    if !text.starts_with("---") {
        return None;
    }
    let settings = Settings::default();
    let (item, _) = Dialect::Deck.parser(within_limits(text), &settings).item(0, Context::start());
    match item.kind {
        ItemKind::FrontMatter(matter) => Some(*matter),
        _ => None,
    }
}

/// Offsets are 32 bits: what lies beyond 4 GiB is not read.
fn within_limits(text: &str) -> &str {
    &text[..text.floor_char_boundary(u32::MAX as usize)]
}

impl Deck {
    /// Brings the deck up to date with an edit, reading again only the items that the edit can
    /// have changed. Afterwards the deck equals `parse(new_text)`.
    ///
    /// `edit` says what was replaced in the text this deck was parsed from; `new_text` is the
    /// whole text with the edit applied.
    pub fn reparse(&mut self, edit: Edit, new_text: &str) -> Reparsed {
        let text = within_limits(new_text);
        let first = self.first_affected(edit.range.start());
        let settings = Arc::clone(&self.settings);
        let mut parser = self.dialect.parser(text, &settings);
        let mut at = usize::from(self.starts[first]);
        let mut context = self.items.get(first).map_or_else(Context::start, |item| item.context);
        let mut added: Vec<(TextSize, Arc<Item>)> = Vec::new();
        let mut old = first;
        while at < text.len() {
            if let Some(same) = self.caught_up(edit, at, context, &mut old) {
                return self.splice(first..same, added, edit);
            }
            let (item, after) = parser.item(at, context);
            let start = offset(at);
            at += usize::from(item.len());
            added.push((start, Arc::new(item)));
            context = after;
        }
        self.splice(first..self.items.len(), added, edit)
    }

    /// The first item whose parse read a byte at or after `at`, or touched it.
    fn first_affected(&self, at: TextSize) -> usize {
        self.items
            .iter()
            .zip(&self.starts[1..])
            .position(|(item, &end)| end + item.peeked >= at)
            .unwrap_or(self.items.len().saturating_sub(1))
    }

    /// The old item that starts at new offset `at`, past the edit, knowing the same as the parser
    /// knows now: from there on nothing has changed.
    fn caught_up(&self, edit: Edit, at: usize, context: Context, old: &mut usize) -> Option<usize> {
        let new_end = usize::from(edit.range.start() + edit.inserted);
        let old_at = offset((at.checked_sub(new_end)?) + usize::from(edit.range.end()));
        while *old < self.items.len() && self.starts[*old] < old_at {
            *old += 1;
        }
        let same = *old < self.items.len()
            && self.starts[*old] == old_at
            && self.items[*old].context == context;
        same.then_some(*old)
    }

    fn splice(
        &mut self,
        removed: Range<usize>,
        added: Vec<(TextSize, Arc<Item>)>,
        edit: Edit,
    ) -> Reparsed {
        let shift = |start: TextSize| start - edit.range.len() + edit.inserted;
        for start in &mut self.starts[removed.end..] {
            *start = shift(*start);
        }
        let range = removed.start..removed.start + added.len();
        let (starts, items): (Vec<_>, Vec<_>) = added.into_iter().unzip();
        self.starts.splice(removed.clone(), starts);
        let gone = self.items.splice(removed.clone(), items).collect();
        Reparsed { removed, added: range, gone }
    }
}
