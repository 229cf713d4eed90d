//! Changes to a single card that an author asks for: in each dialect in which they mean something.
//!
//! What a function proposes has been read again: all other cards stay what they are.

mod cloze;
mod id;
mod split;

use text_size::{TextRange, TextSize};

use crate::deck::{Deck, LineKind};
use crate::format::{TextEdit, apply};
use crate::outline::{Note, Outline};
use crate::parse_as;
use crate::text::RawLine;
pub use cloze::make_cloze;
pub use id::add_id;
pub use split::split_card;

/// A change, and what its author writes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// The change.
    pub edits: Vec<TextEdit>,
    /// A place in the new text with words that stand there until others do; or where the cursor
    /// goes.
    pub select: TextRange,
}

/// A line of a deck with what the parser made of it.
#[derive(Clone, Copy)]
struct Place {
    /// The index of its item.
    item: usize,
    line: RawLine,
    kind: LineKind,
    verbatim: bool,
}

impl Place {
    /// The line on which byte offset `at` lies.
    fn of(deck: &Deck, text: &str, at: TextSize) -> Option<Self> {
        let item = deck.item_at(at).filter(|_| usize::from(deck.len()) == text.len())?;
        let start = deck.start(item);
        let mut from = start;
        for line in &deck.items()[item].lines {
            let next = start + line.end;
            if at < next || next == deck.len() {
                let line_at = RawLine::at(text, from.into());
                return Some(Self {
                    item,
                    line: line_at,
                    kind: line.kind,
                    verbatim: line.verbatim,
                });
            }
            from = next;
        }
        None
    }
}

/// The cards after a change, if all cards but those of item `item` are what they were; those that
/// stand in its place.
fn cards_instead(deck: &Deck, text: &str, item: usize, edits: &[TextEdit]) -> Option<Vec<Note>> {
    let notes = |deck: &Deck, text: &str| -> Vec<Note> {
        Outline::of(deck, text).notes().map(|(_, note)| note.clone()).collect()
    };
    let new_text = apply(text, edits);
    let new = parse_as(&new_text, deck.dialect(), deck.settings());
    let (old, mut new) = (notes(deck, text), notes(&new, &new_text));
    let above = deck.cards().take_while(|card| card.index < item).count();
    let below = deck.cards().filter(|card| card.index > item).count();
    let end = new.len().checked_sub(below).filter(|&end| end >= above)?;
    let same = old[..above] == new[..above] && old[old.len() - below..] == new[end..];
    same.then(|| new.drain(above..end).collect())
}
