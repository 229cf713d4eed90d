//! Decks in which every `##` heading is a question, as mdanki and the Anki extension of Visual
//! Studio Code read them.
//!
//! [`Parser::item`] looks for headings; what stands below a heading of level 2 is its answer. The
//! rules are those of `docs/dialects/headings.md`, which also says where they differ from the
//! programs', and why.

mod card;
mod detect;
mod mark;

use crate::deck::{Context, Item, ItemKind, LineKind};
use crate::dialect::ItemParser;
use crate::dialect::markdown::line::heading;
use crate::dialect::markdown::{Scanner, stands_on_scanner};
use crate::text::RawLine;

pub(crate) use detect::looks_like;
pub use mark::{is_separator, is_tag_line};

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

/// A heading, with where its words stand in the text.
#[derive(Clone, Copy)]
struct Heading {
    level: u8,
    start: usize,
    end: usize,
}

impl<'t> Parser<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        // Formulas and comments do not reach over a question or the line between the sides.
        let ends =
            |line: &str| is_separator(line) || heading(line).is_some_and(|(level, ..)| level == 2);
        Self { scanner: Scanner::new(text, ends) }
    }

    fn read_item(&mut self, at: usize) -> ItemKind {
        if self.context.has(Context::FIRST_BYTE)
            && let Some(front_matter) = self.front_matter(at)
        {
            return front_matter;
        }
        let past = self.skip_transparent(at);
        if past > at {
            return ItemKind::Blank;
        }
        self.context.set(Context::FILE_START, false);
        let line = self.line(at);
        match self.heading(line) {
            Some(heading @ Heading { level: 2, .. }) => self.card(line, heading),
            Some(heading) => self.section(line, heading),
            None => self.prose(line),
        }
    }

    /// The heading on a line. `# ` counts on the first line of a block alone: elsewhere it is a
    /// comment in somebody's shell script.
    fn heading(&self, line: RawLine) -> Option<Heading> {
        let at = self.line_start(line);
        let (level, start, end) = heading(&self.text[at..line.end])?;
        let counts = level != 1 || self.context.block_start();
        counts.then_some(Heading { level, start: at + start, end: at + end })
    }

    /// A heading that asks nothing: the deck's title if it is the first of level 1 and no card
    /// stands above it.
    fn section(&mut self, line: RawLine, heading: Heading) -> ItemKind {
        let is_title = heading.level == 1
            && !self.context.has(Context::TITLED)
            && !self.context.has(Context::CARD_ABOVE);
        self.mark_line(line, if is_title { LineKind::Title } else { LineKind::Section });
        let text = self.trimmed(heading.start, heading.end);
        self.start_block(line.next);
        if is_title {
            self.context.set(Context::TITLED, true);
            return ItemKind::Title { text };
        }
        ItemKind::Section { level: heading.level, text }
    }

    /// Lines above the first card, or below a `#` heading.
    fn prose(&mut self, first: RawLine) -> ItemKind {
        let mut line = first;
        loop {
            let start = self.line_start(line);
            let next = self.text_line(line, start, LineKind::Prose);
            let next = self.skip_transparent(next);
            if next >= self.text.len() {
                return ItemKind::Prose;
            }
            line = self.line(next);
            if self.heading(line).is_some() {
                return ItemKind::Prose;
            }
        }
    }
}
