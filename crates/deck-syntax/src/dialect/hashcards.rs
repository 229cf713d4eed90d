//! Decks as the program hashcards reads them.
//!
//! [`Parser::item`] reads lines by how they begin: `Q:`, `A:`, `C:`, `T:`, `D:` and `---`. All other
//! lines belong to the side that is open, and where none is, to nothing. The rules are those of
//! `docs/dialects/hashcards.md`, which also says where they differ from the program's, and why.

mod card;
mod cloze;
mod detect;
mod mark;
mod write;

use crate::deck::{CardForm, Context, Item, ItemKind, LineKind};
use crate::dialect::ItemParser;
use crate::dialect::markdown::{Scanner, stands_on_scanner};
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::front_matter::FrontMatterFormat;
use crate::text::RawLine;

pub use cloze::has_deletion;
pub(crate) use detect::looks_like;
pub use mark::{Mark, mark};
pub(crate) use write::{unescape, write};

/// The parser of this dialect.
pub(crate) struct Parser<'t> {
    scanner: Scanner<'t>,
}

stands_on_scanner!(Parser);

impl ItemParser for Parser<'_> {
    fn item(&mut self, at: usize, context: Context) -> (Item, Context) {
        self.begin(at, context);
        let kind = self.read_item(at);
        self.finish(kind)
    }
}

impl<'t> Parser<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        // Formulas and comments do not reach over the start or the end of a card.
        Self { scanner: Scanner::new(text, |line| mark(line).is_some()) }
    }

    fn read_item(&mut self, at: usize) -> ItemKind {
        if self.context.has(Context::FIRST_BYTE)
            && let Some(front_matter) = self.front_matter(at)
        {
            self.report_yaml(&front_matter);
            return front_matter;
        }
        let past = self.skip_transparent(at);
        if past > at {
            return ItemKind::Blank;
        }
        let line = self.line(at);
        match self.mark(line) {
            Some(Mark::Question) => self.pair(line, CardForm::Labelled),
            Some(Mark::Term) => self.pair(line, CardForm::Term),
            Some(Mark::Cloze) => self.cloze(line),
            Some(Mark::Separator) => {
                self.report_first_separator(line);
                self.mark_line(line, LineKind::Separator);
                self.start_block(line.next);
                ItemKind::Separator
            }
            Some(Mark::Answer | Mark::Definition) | None => self.prose(line),
        }
    }

    /// Reports front matter that is no TOML.
    fn report_yaml(&mut self, item: &ItemKind) {
        let ItemKind::FrontMatter(matter) = item else { return };
        let Some(first) = matter.fields.first() else { return };
        if matter.format == FrontMatterFormat::Yaml {
            let range = first.key_range.cover(first.value_range);
            let why = "hashcards reads TOML here: `name = \"…\"`, with `=` and quotes";
            let kind = SyntaxErrorKind::InvalidFrontMatter(why.into());
            self.errors.push(SyntaxError { kind, range });
        }
    }

    /// On the first line, `---` opens front matter whatever stands below.
    fn report_first_separator(&mut self, line: RawLine) {
        if self.context.has(Context::FIRST_BYTE) && self.errors.is_empty() {
            let why = "on the first line `---` opens front matter, and none stands below";
            let kind = SyntaxErrorKind::InvalidFrontMatter(why.into());
            let start = self.line_start(line);
            self.error(kind, start, line.end);
        }
    }

    /// What a line announces. Unlike in other dialects no comment may stand before it.
    fn mark(&self, line: RawLine) -> Option<Mark> {
        mark(&self.text[self.line_start(line)..line.end])
    }

    /// Lines that belong to no card.
    fn prose(&mut self, first: RawLine) -> ItemKind {
        let mut line = first;
        loop {
            match self.mark(line) {
                Some(Mark::Answer | Mark::Definition) => self.report_label(line),
                Some(_) => return ItemKind::Prose,
                None => {}
            }
            let start = self.line_start(line);
            let next = self.text_line(line, start, LineKind::Prose);
            let next = self.skip_transparent(next);
            if next >= self.text.len() {
                return ItemKind::Prose;
            }
            line = self.line(next);
        }
    }
}
