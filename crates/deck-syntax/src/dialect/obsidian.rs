//! Obsidian.

mod write;

pub(crate) use write::write;

use crate::deck::{Context, Item, ItemKind, LineKind};
use crate::dialect::ItemParser;
use crate::dialect::markdown::Scanner;

/// How the plugin's owner writes cards; the default is the plugin's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Between question and answer on one line: `::`.
    pub separator: String,
    /// The same for a card that is asked in both directions: `:::`.
    pub both_ways_separator: String,
    /// Alone on a line between question and answer: `?`.
    pub line_separator: String,
    /// The same for a card that is asked in both directions: `??`.
    pub both_ways_line_separator: String,
    /// Alone on a line, ends a card; empty: a blank line does.
    pub end_marker: String,
    /// Whether `==marked==` words are deletions.
    pub highlights: bool,
    /// Whether `**bold**` words are deletions.
    pub bold: bool,
    /// Whether words in `{{double curly brackets}}` are deletions.
    pub curly_brackets: bool,
    /// The tags, with their `#`, that make a note a deck.
    pub tags: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            separator: "::".to_owned(),
            both_ways_separator: ":::".to_owned(),
            line_separator: "?".to_owned(),
            both_ways_line_separator: "??".to_owned(),
            end_marker: String::new(),
            highlights: true,
            bold: false,
            curly_brackets: false,
            tags: vec!["#flashcards".to_owned()],
        }
    }
}

/// The parser of this dialect.
pub(crate) struct Parser<'t> {
    scanner: Scanner<'t>,
    settings: &'t Settings,
}

impl<'t> Parser<'t> {
    pub(crate) fn new(text: &'t str, settings: &'t Settings) -> Self {
        Self { scanner: Scanner::new(text, |_| false), settings }
    }
}

impl ItemParser for Parser<'_> {
    fn item(&mut self, at: usize, context: Context) -> (Item, Context) {
        self.scanner.begin(at, context);
        let line = self.scanner.line(at);
        self.scanner.push(line, LineKind::Prose);
        self.scanner.finish(ItemKind::Prose)
    }
}
