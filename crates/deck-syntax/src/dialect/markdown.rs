//! What all dialects that are Markdown share: comments, fences, mathematics, and the building of
//! items line by line.

pub(crate) mod cloze;
pub(crate) mod comment;
mod front_matter;
pub(crate) mod line;
mod scan;
pub(crate) mod side;
pub(crate) mod span;

pub(crate) use scan::fence_at;

use text_size::{TextRange, TextSize};

use crate::deck::{Attribute, Context, Item, ItemKind, Line, LineKind};
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::text::{RawLine, offset};

/// Makes a parser stand on its scanner: what the scanner can do, the parser can.
macro_rules! stands_on_scanner {
    ($parser:ident) => {
        impl<'t> std::ops::Deref for $parser<'t> {
            type Target = crate::dialect::markdown::Scanner<'t>;

            fn deref(&self) -> &Self::Target {
                &self.scanner
            }
        }

        impl std::ops::DerefMut for $parser<'_> {
            fn deref_mut(&mut self) -> &mut Self::Target {
                &mut self.scanner
            }
        }
    };
}
pub(crate) use stands_on_scanner;

/// The text, and the item that is being built from it. Each Markdown dialect's parser has one.
pub(crate) struct Scanner<'t> {
    pub(crate) text: &'t str,
    /// Where the item starts.
    pub(crate) start: usize,
    /// How far the text was read for it.
    read: usize,
    pub(crate) context: Context,
    pub(crate) lines: Vec<Line>,
    pub(crate) comments: Vec<TextRange>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) errors: Vec<SyntaxError>,
    /// What the parser knew when it began.
    entry: Context,
    /// A search for the end of a comment in mid-line that starts in here has already failed.
    no_comment_end: std::ops::Range<usize>,
    /// Whether a line opens something so surely that a comment or formula from above that is not
    /// closed by then was none.
    is_label: fn(&str) -> bool,
}

impl<'t> Scanner<'t> {
    pub(crate) fn new(text: &'t str, is_label: fn(&str) -> bool) -> Self {
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
            no_comment_end: 0..0,
            is_label,
        }
    }

    /// Begins the item that starts at `at`.
    pub(crate) fn begin(&mut self, at: usize, context: Context) {
        self.start = at;
        self.read = at;
        self.context = context;
        self.entry = context;
        self.no_comment_end = 0..0;
    }

    /// Ends the item; what is known after it.
    pub(crate) fn finish(&mut self, kind: ItemKind) -> (Item, Context) {
        self.context.set(Context::FIRST_BYTE, false);
        let end =
            self.start + usize::from(self.lines.last().map_or_else(TextSize::default, |l| l.end));
        self.errors.sort_by_key(|error| error.range.start());
        let item = Item {
            kind,
            lines: take(&mut self.lines),
            comments: take(&mut self.comments),
            errors: take(&mut self.errors),
            context: self.entry,
            peeked: offset(self.read.saturating_sub(end)),
        };
        (item, self.context)
    }

    /// The line that starts at `at`; remembers that it was read.
    pub(crate) fn line(&mut self, at: usize) -> RawLine {
        let line = RawLine::at(self.text, at);
        self.read = self.read.max(line.next);
        line
    }

    /// Remembers that the text was read up to `upto`, by other means than [`Self::line`].
    pub(crate) fn saw(&mut self, upto: usize) {
        self.read = self.read.max(upto.min(self.text.len()));
    }

    /// Where a line starts: after the byte order mark on the first one.
    pub(crate) fn line_start(&self, line: RawLine) -> usize {
        let bom = line.start == 0 && self.text.starts_with('\u{FEFF}');
        line.start + if bom { '\u{FEFF}'.len_utf8() } else { 0 }
    }

    /// Column 0, where a mark must stand: where a line starts, or behind the comments there.
    pub(crate) fn column_0(&self, line: RawLine) -> usize {
        let start = self.line_start(line);
        if self.text.as_bytes().get(start) != Some(&b'<') {
            return start;
        }
        line.end - comment::after_comments(&self.text[start..line.end]).len()
    }

    /// The line from column 0 on.
    pub(crate) fn content(&self, line: RawLine) -> &'t str {
        &self.text[self.column_0(line)..line.end]
    }

    pub(crate) fn push(&mut self, line: RawLine, kind: LineKind) {
        self.push_line(line, kind, false);
    }

    pub(crate) fn push_verbatim(&mut self, line: RawLine, kind: LineKind) {
        self.push_line(line, kind, true);
    }

    pub(crate) fn push_line(&mut self, line: RawLine, kind: LineKind, verbatim: bool) {
        self.lines.push(Line { end: self.relative(line.next), kind, verbatim });
    }

    /// Reads a line that is a mark as a whole, with the comments on it.
    pub(crate) fn mark_line(&mut self, line: RawLine, kind: LineKind) {
        self.push(line, kind);
        self.comments_on(line);
    }

    pub(crate) fn error(&mut self, kind: SyntaxErrorKind, start: usize, end: usize) {
        let range = self.range(start, end);
        self.errors.push(SyntaxError { kind, range });
    }

    /// A place in the text, relative to the item.
    pub(crate) fn relative(&self, at: usize) -> TextSize {
        offset(at - self.start)
    }

    /// A range of the text, relative to the item.
    pub(crate) fn range(&self, start: usize, end: usize) -> TextRange {
        TextRange::new(self.relative(start), self.relative(end.max(start)))
    }

    /// A range of the text without the white space and comments at its ends, relative to the item.
    pub(crate) fn trimmed(&self, start: usize, end: usize) -> TextRange {
        let (start, end) = self.words(start, end);
        self.range(start, end)
    }

    /// The next line is the first of its block.
    pub(crate) fn start_block(&mut self, next: usize) {
        self.context.set(Context::BLOCK_START, true);
        self.context.set(Context::BELOW_ONE_LINE, false);
        self.skip_transparent(next);
    }

    /// The next line stands directly below a line of text.
    pub(crate) fn in_block(&mut self) {
        self.context.set(Context::BLOCK_START, false);
        self.context.set(Context::BELOW_ONE_LINE, false);
        self.context.set(Context::FILE_START, false);
    }
}

/// Empties `scratch` into a slice of its own, keeping the scratch space for the next item.
pub(crate) fn take<T>(scratch: &mut Vec<T>) -> Box<[T]> {
    if scratch.is_empty() {
        return Box::default();
    }
    scratch.drain(..).collect()
}
