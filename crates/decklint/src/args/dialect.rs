//! Dialects on the command line.

use clap::ValueEnum;
use deck_syntax::Dialect;

/// A dialect on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DialectArg {
    /// Markdown with question lines
    Deck,
    /// `Q:`, `A:` and `C:`, as hashcards reads them
    Hashcards,
    /// Notes for Obsidian's Spaced Repetition plugin
    Obsidian,
    /// Text that Anki imports, Quizlet exports among it
    Anki,
    /// Markdown in which every `##` heading is a question
    Headings,
}

impl DialectArg {
    pub(crate) fn dialect(self) -> Dialect {
        match self {
            Self::Deck => Dialect::Deck,
            Self::Hashcards => Dialect::Hashcards,
            Self::Obsidian => Dialect::Obsidian,
            Self::Anki => Dialect::Anki,
            Self::Headings => Dialect::Headings,
        }
    }
}

/// A dialect that decks can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TargetArg {
    /// Markdown with question lines
    Deck,
    /// `Q:`, `A:` and `C:`, as hashcards reads them
    Hashcards,
    /// A note for Obsidian's Spaced Repetition plugin
    Obsidian,
    /// Text that Anki imports
    Anki,
}

impl TargetArg {
    pub(crate) fn dialect(self) -> Dialect {
        match self {
            Self::Deck => Dialect::Deck,
            Self::Hashcards => Dialect::Hashcards,
            Self::Obsidian => Dialect::Obsidian,
            Self::Anki => Dialect::Anki,
        }
    }
}
