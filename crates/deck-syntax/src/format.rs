//! Decks as a careful typist would have written them.
//!
//! What the formatter does, and why it leaves the rest alone, is written down with examples in
//! `docs/format-style.md`. It works item by item, on the heads and the tails of lines and on blank
//! lines; whatever it would change is read again, and an item that would then say something else
//! stays as it is.

mod blank;
mod check;
mod enter;
mod head;
mod list;
mod row;
mod style;
mod tail;

use std::ops::Range;

use text_size::{TextRange, TextSize};

use crate::deck::Deck;
use crate::dialect::Dialect;
use crate::text::offset;
pub use enter::{continue_list, continue_list_below};
use row::Row;
use style::Style;
pub(crate) use style::ending;

/// A replacement of a part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// What is replaced: bytes of the text before any edit.
    pub range: TextRange,
    /// What stands there afterwards.
    pub text: String,
}

impl TextEdit {
    pub(crate) fn new(start: usize, end: usize, text: impl Into<String>) -> Self {
        Self { range: TextRange::new(offset(start), offset(end)), text: text.into() }
    }
}

/// The edits that format a whole deck: in order, and apart from each other. None for a deck that
/// is formatted.
///
/// `text` is what the deck was parsed from. It must be all of a file's text: where bytes were read
/// as U+001A, writing it back would lose them.
pub fn format(deck: &Deck, text: &str) -> Vec<TextEdit> {
    format_items(deck, text, 0..deck.items().len())
}

/// As [`format`], but only of the items that `range` touches; each of them as a whole.
pub fn format_range(deck: &Deck, text: &str, range: TextRange) -> Vec<TextEdit> {
    let Some(first) = deck.item_at(range.start()) else { return Vec::new() };
    // A range of whole lines ends where the next item starts, and does not mean that one.
    let end = range.end().checked_sub(TextSize::new(1)).unwrap_or_default().max(range.start());
    let last = deck.item_at(end).unwrap_or(first);
    format_items(deck, text, first..last + 1)
}

/// The text after some edits, which are in order and apart from each other.
pub fn apply(text: &str, edits: &[TextEdit]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        new.push_str(text.get(at..edit.range.start().into()).unwrap_or_default());
        new.push_str(&edit.text);
        at = edit.range.end().into();
    }
    new.push_str(text.get(at..).unwrap_or_default());
    new
}

fn format_items(deck: &Deck, text: &str, items: Range<usize>) -> Vec<TextEdit> {
    // hashcards takes a lone CR for a letter of the card, whose review history hangs on its text.
    if usize::from(deck.len()) != text.len()
        || deck.dialect() == Dialect::Hashcards && style::has_lone_cr(text)
    {
        return Vec::new();
    }
    let style = Style::of(deck, text);
    let mut rows = Vec::new();
    let mut changes = Vec::new();
    for index in items {
        let edits = item_edits(deck, text, index, &style, &mut rows);
        if !edits.is_empty() {
            changes.push(check::Change { item: index, edits });
        }
    }
    check::without_harm(deck, text, changes)
}

/// What would format one item.
fn item_edits<'t>(
    deck: &Deck,
    text: &'t str,
    index: usize,
    style: &Style,
    rows: &mut Vec<Row<'t>>,
) -> Vec<TextEdit> {
    let item = &deck.items()[index];
    row::read(item, usize::from(deck.start(index)), text, rows);
    let place =
        blank::Place { starts_file: index == 0, ends_file: index + 1 == deck.items().len() };
    blank::decide(rows, text, place, style);
    let mut edits = Vec::new();
    if deck.dialect() != Dialect::Anki {
        head::edits(item, rows, style, &mut edits);
        list::edits(item, rows, style, &mut edits);
    }
    tail::edits(rows, place.ends_file, style, &mut edits);
    edits.sort_by_key(|edit| (edit.range.start(), edit.range.end()));
    edits
}
