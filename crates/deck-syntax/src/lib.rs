//! Text becomes a [`Deck`]: the lossless parser for flashcards written as text.
//!
//! Parsing never fails. Whatever the text, [`parse`] returns a deck and, inside its items, the
//! [`SyntaxError`]s that were met, each with a range and the name of the rule it becomes.
//!
//! * Positions are byte offsets into the text. What lies inside an item is relative to the item's
//!   start, so that an edit elsewhere in the file changes nothing in it.
//! * The lines of a deck, laid end to end, are the file ([`Deck::lines`]).
//! * [`Deck::reparse`] reads again only the items that an edit can have changed.
//!
//! The format is specified, rule by rule, in `docs/format.md`.

mod convert;
mod deck;
mod detect;
mod dialect;
mod error;
pub mod format;
mod front_matter;
pub mod outline;
mod reparse;
pub mod rewrite;
mod side;
mod text;
pub mod tree;

use std::sync::Arc;

pub(crate) use convert::first_words;
pub use convert::{Conversion, Loss, convert, convert_deck};
pub use deck::{
    Attribute, AttributeKey, Card, CardForm, CardRef, Context, Deck, Deletion, Header, Item,
    ItemKind, Line, LineKind, Opening,
};
pub use detect::{Detection, detect};
pub use dialect::{Dialect, Settings, anki, hashcards, headings, native, obsidian};
pub use error::{SyntaxError, SyntaxErrorKind};
pub use front_matter::{Field, FrontMatter, FrontMatterFormat, Value};
pub use reparse::{Edit, Reparsed};
pub use side::side_text;
pub use text::{Decoded, LineTable, RawLine, decode, lines};
pub use text_size::{TextRange, TextSize};

/// Reads `text` in the native dialect.
///
/// Never fails and never panics. `text` may be at most 4 GiB long, since offsets are 32 bits; what
/// lies beyond is not read.
pub fn parse(text: &str) -> Deck {
    parse_as(text, Dialect::Deck, &Arc::default())
}

/// Reads `text` in a dialect, as [`parse`] does in the native one.
pub fn parse_as(text: &str, dialect: Dialect, settings: &Arc<Settings>) -> Deck {
    reparse::parse(text, dialect, settings)
}
