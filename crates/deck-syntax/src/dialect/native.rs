//! The native dialect: Markdown with question lines.
//!
//! [`Parser::item`] reads from top to bottom. Between cards it looks for what opens something;
//! inside a card each line either opens something else, and so ends the card, or belongs to the
//! side that is open. The rules that the comments name are those of `docs/format.md`.

mod attribute;
mod card;
mod cloze;
mod comment;
mod label;
mod labelled;
mod line;
mod one_line;
mod opener;
mod outside;
mod question;
mod scan;
mod side;
mod span;
mod write;

pub use cloze::has_deletion;
pub use label::{Label, label};
pub use line::{bullet, heading, is_blank, number};
pub use one_line::{Separator, separator};
pub use question::is_question;
pub use write::{NewCard, escape, write_card};

use text_size::{TextRange, TextSize};

use crate::deck::{Attribute, Context, Item, ItemKind, Line, LineKind};
use crate::dialect::ItemParser;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::text::{RawLine, offset};
use opener::Opener;

/// The parser of the native dialect, and the item it is building.
pub(crate) struct Parser<'t> {
    text: &'t str,
    /// Where the item starts.
    start: usize,
    /// How far the text was read for it.
    read: usize,
    context: Context,
    lines: Vec<Line>,
    comments: Vec<TextRange>,
    attributes: Vec<Attribute>,
    errors: Vec<SyntaxError>,
    /// What the parser knew when it began.
    entry: Context,
    /// The letter of the choice that may come next, in a run of choices.
    next_choice: Option<u8>,
    /// A search for the end of a comment in mid-line that starts in here has already failed.
    no_comment_end: std::ops::Range<usize>,
}

impl ItemParser for Parser<'_> {
    fn item(&mut self, at: usize, context: Context) -> (Item, Context) {
        self.begin(at, context);
        let kind = self.read_item(at);
        self.context.set(Context::FIRST_BYTE, false);
        (self.finish(kind), self.context)
    }
}

impl<'t> Parser<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            start: 0,
            read: 0,
            context: Context::start(),
            lines: Vec::new(),
            comments: Vec::new(),
            attributes: Vec::new(),
            errors: Vec::new(),
            entry: Context::start(),
            next_choice: None,
            no_comment_end: 0..0,
        }
    }

    fn begin(&mut self, at: usize, context: Context) {
        self.start = at;
        self.read = at;
        self.context = context;
        self.entry = context;
        self.next_choice = None;
        self.no_comment_end = 0..0;
    }

    fn finish(&mut self, kind: ItemKind) -> Item {
        let end =
            self.start + usize::from(self.lines.last().map_or_else(TextSize::default, |l| l.end));
        self.errors.sort_by_key(|error| error.range.start());
        Item {
            kind,
            lines: take(&mut self.lines),
            comments: take(&mut self.comments),
            errors: take(&mut self.errors),
            context: self.entry,
            peeked: offset(self.read.saturating_sub(end)),
        }
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

    /// The line that starts at `at`; remembers that it was read.
    fn line(&mut self, at: usize) -> RawLine {
        let line = RawLine::at(self.text, at);
        self.read = self.read.max(line.next);
        line
    }

    /// Where a line starts: after the byte order mark on the first one.
    fn line_start(&self, line: RawLine) -> usize {
        let bom = line.start == 0 && self.text.starts_with('\u{FEFF}');
        line.start + if bom { '\u{FEFF}'.len_utf8() } else { 0 }
    }

    /// Column 0, where a mark must stand: where a line starts, or behind the comments there.
    fn column_0(&self, line: RawLine) -> usize {
        let start = self.line_start(line);
        if self.text.as_bytes().get(start) != Some(&b'<') {
            return start;
        }
        line.end - comment::after_comments(&self.text[start..line.end]).len()
    }

    /// The line from column 0 on.
    fn content(&self, line: RawLine) -> &'t str {
        &self.text[self.column_0(line)..line.end]
    }

    fn push(&mut self, line: RawLine, kind: LineKind) {
        self.push_line(line, kind, false);
    }

    fn push_verbatim(&mut self, line: RawLine, kind: LineKind) {
        self.push_line(line, kind, true);
    }

    fn push_line(&mut self, line: RawLine, kind: LineKind, verbatim: bool) {
        self.lines.push(Line { end: self.relative(line.next), kind, verbatim });
    }

    /// Reads a line that is a mark as a whole, with the comments on it.
    fn mark_line(&mut self, line: RawLine, kind: LineKind) {
        self.push(line, kind);
        self.comments_on(line);
    }

    fn error(&mut self, kind: SyntaxErrorKind, start: usize, end: usize) {
        let range = self.range(start, end);
        self.errors.push(SyntaxError { kind, range });
    }

    /// A place in the text, relative to the item.
    fn relative(&self, at: usize) -> TextSize {
        offset(at - self.start)
    }

    /// A range of the text, relative to the item.
    fn range(&self, start: usize, end: usize) -> TextRange {
        TextRange::new(self.relative(start), self.relative(end.max(start)))
    }

    /// A range of the text without the white space and comments at its ends, relative to the item.
    fn trimmed(&self, start: usize, end: usize) -> TextRange {
        let (start, end) = self.words(start, end);
        self.range(start, end)
    }

    /// The next line is the first of its block.
    fn start_block(&mut self, next: usize) {
        self.context.set(Context::BLOCK_START, true);
        self.context.set(Context::BELOW_ONE_LINE, false);
        self.skip_transparent(next);
    }

    /// The next line stands directly below a line of text.
    fn in_block(&mut self) {
        self.context.set(Context::BLOCK_START, false);
        self.context.set(Context::BELOW_ONE_LINE, false);
        self.context.set(Context::FILE_START, false);
    }
}

/// Empties `scratch` into a slice of its own, keeping the scratch space for the next item.
fn take<T>(scratch: &mut Vec<T>) -> Box<[T]> {
    if scratch.is_empty() {
        return Box::default();
    }
    scratch.drain(..).collect()
}
