//! The ways people write decks. One module a dialect; all yield the same [`Deck`](crate::Deck).

pub mod anki;
pub mod hashcards;
pub mod headings;
pub(crate) mod markdown;
pub mod native;
pub mod obsidian;
mod settings;

pub use settings::Settings;

use crate::deck::{Context, Item};

/// A way of writing decks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// The native one: Markdown with question lines, specified in `docs/format.md`.
    Deck,
    /// hashcards: Markdown with `Q:`, `A:` and `C:` at column 0, and `[deletions]`.
    Hashcards,
    /// Obsidian notes as the Spaced Repetition plugin reads them: `::`, a lone `?`, `==deletions==`.
    Obsidian,
    /// Text that Anki imports: one note a row, its fields parted by tabs or other marks.
    Anki,
    /// Markdown in which every `##` heading is a question: mdanki, VS Code's Anki extension.
    Headings,
}

impl Dialect {
    /// All of them, the native one first.
    pub const ALL: [Self; 5] =
        [Self::Deck, Self::Hashcards, Self::Obsidian, Self::Anki, Self::Headings];

    /// The dialect's name in configuration and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deck => "deck",
            Self::Hashcards => "hashcards",
            Self::Obsidian => "obsidian",
            Self::Anki => "anki",
            Self::Headings => "headings",
        }
    }

    /// The dialect of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.name() == name)
    }

    /// Whether a card's sides are Markdown, rather than plain text or HTML.
    pub fn is_markdown(self) -> bool {
        self != Self::Anki
    }

    pub(crate) fn parser<'t>(
        self,
        text: &'t str,
        settings: &'t Settings,
    ) -> Box<dyn ItemParser + 't> {
        match self {
            Self::Deck => Box::new(native::Parser::new(text)),
            Self::Hashcards => Box::new(hashcards::Parser::new(text)),
            Self::Obsidian => Box::new(obsidian::Parser::new(text, &settings.obsidian)),
            Self::Anki => Box::new(anki::Parser::new(text)),
            Self::Headings => Box::new(headings::Parser::new(text)),
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
