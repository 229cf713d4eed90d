//! The native dialect: Markdown with question lines.
//!
//! [`Parser::item`] reads from top to bottom. Between cards it looks for what opens something;
//! inside a card each line either opens something else, and so ends the card, or belongs to the
//! side that is open. The rules that the comments name are those of `docs/format.md`.

mod attribute;
mod card;
mod label;
mod labelled;
mod one_line;
mod opener;
mod outside;
mod question;
mod write;

pub use crate::dialect::markdown::cloze::has_deletion;
pub use crate::dialect::markdown::line::{bullet, heading, is_blank, number};
pub use label::{Label, label};
pub use one_line::{Separator, separator};
pub use question::is_question;
pub use write::{NewCard, escape, write_card};
pub(crate) use write::{unescape, write};

use crate::deck::{Context, Item, ItemKind, LineKind};
use crate::dialect::ItemParser;
use crate::dialect::markdown::{Scanner, stands_on_scanner};
use crate::error::SyntaxErrorKind;
use crate::text::RawLine;
use opener::Opener;

/// The parser of the native dialect.
pub(crate) struct Parser<'t> {
    scanner: Scanner<'t>,
    /// The letter of the choice that may come next, in a run of choices.
    next_choice: Option<u8>,
}

stands_on_scanner!(Parser);

impl ItemParser for Parser<'_> {
    fn item(&mut self, at: usize, context: Context) -> (Item, Context) {
        self.begin(at, context);
        self.next_choice = None;
        let kind = self.read_item(at);
        self.finish(kind)
    }
}

impl<'t> Parser<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let scanner = Scanner::new(text, |line| label::label(line).is_some());
        Self { scanner, next_choice: None }
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
        let line = self.line(at);
        match self.opener(line) {
            Some(opener) => self.open(line, opener),
            None if self.is_bare_title(line) => self.bare_title(line),
            None => self.prose(line),
        }
    }

    fn open(&mut self, line: RawLine, opener: Opener) -> ItemKind {
        self.context.set(Context::FILE_START, false);
        match opener {
            Opener::Heading { level, text } => self.heading(line, level, text),
            Opener::Separator => {
                self.mark_line(line, LineKind::Separator);
                self.start_block(line.next);
                ItemKind::Separator
            }
            Opener::Attribute(key) => {
                let attribute = self.attribute(line, key);
                let stray = self.context.card_above();
                if stray {
                    self.error(SyntaxErrorKind::StrayAttribute, line.start, line.end);
                }
                self.start_block(line.next);
                ItemKind::Attribute(attribute)
            }
            Opener::Question(opening) => self.question_card(line, opening),
            Opener::Labelled(content) => self.labelled_card(line, content),
            Opener::Cloze(content) => self.cloze_card(line, content),
            Opener::OneLine { start, end, both_ways } => {
                self.one_line_card(line, (start, end), both_ways)
            }
        }
    }

    /// Reads blank lines and comment lines. A blank line ends a run of choices.
    fn skip_transparent(&mut self, at: usize) -> usize {
        let past = self.scanner.skip_transparent(at);
        if past > at && self.context.block_start() {
            self.next_choice = None;
        }
        past
    }
}
