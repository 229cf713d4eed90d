//! Text that Anki imports.

mod write;

pub(crate) use write::write;

use crate::deck::{Context, Item, ItemKind, LineKind};
use crate::dialect::ItemParser;
use crate::dialect::markdown::Scanner;

/// The parser of this dialect.
pub(crate) struct Parser<'t> {
    scanner: Scanner<'t>,
}

impl<'t> Parser<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { scanner: Scanner::new(text, |_| false) }
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

/// What in the text says that it is written in this dialect.
pub(crate) fn looks_like(_text: &str) -> Option<String> {
    None
}

/// A field as Markdown.
pub(crate) fn to_markdown(field: &str, _context: Context) -> String {
    field.to_owned()
}
