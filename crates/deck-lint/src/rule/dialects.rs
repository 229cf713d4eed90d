//! Dialects in which a rule makes sense.

use deck_syntax::Dialect;

/// All of them.
pub const ALL: &[Dialect] = &Dialect::ALL;
/// Those whose cards are Markdown.
pub const MARKDOWN: &[Dialect] =
    &[Dialect::Deck, Dialect::Hashcards, Dialect::Obsidian, Dialect::Headings];
/// The native one alone.
pub const NATIVE: &[Dialect] = &[Dialect::Deck];
/// Those with labels: `Q:`, `A:` and `C:`.
pub const LABELLED: &[Dialect] = &[Dialect::Deck, Dialect::Hashcards];
/// Notes of the Obsidian plugin alone.
pub const OBSIDIAN: &[Dialect] = &[Dialect::Obsidian];
/// Decks for hashcards alone.
pub const HASHCARDS: &[Dialect] = &[Dialect::Hashcards];
/// Decks of headings alone.
pub const HEADINGS: &[Dialect] = &[Dialect::Headings];
/// Text for Anki alone.
pub const ANKI: &[Dialect] = &[Dialect::Anki];
