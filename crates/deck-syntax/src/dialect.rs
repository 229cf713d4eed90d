//! The ways people write decks. One module a dialect; all yield the same [`Deck`](crate::Deck).

pub mod native;

use crate::deck::{Context, Item};

/// A way of writing decks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// The native one: Markdown with question lines, specified in `docs/format.md`.
    Deck,
}

impl Dialect {
    /// The dialect's name in configuration and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deck => "deck",
        }
    }

    pub(crate) fn parser(self, text: &str) -> Box<dyn ItemParser + '_> {
        match self {
            Self::Deck => Box::new(native::Parser::new(text)),
        }
    }
}

/// What a dialect does: it reads one item after the other.
///
/// An item may depend on nothing but `context` and the text from `at` on, and must say how far it
/// looked ([`Item::peeked`]); [`Deck::reparse`](crate::Deck::reparse) rests on that.
pub(crate) trait ItemParser {
    /// The item that starts at byte offset `at`, which is the start of a line before the text's
    /// end, and what is known after it. The item is not empty.
    fn item(&mut self, at: usize, context: Context) -> (Item, Context);
}
