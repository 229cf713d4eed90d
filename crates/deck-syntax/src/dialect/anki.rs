//! Text that Anki imports: one note a row, its fields parted by tabs or other marks, below lines
//! that say how to read them. Specified in `docs/dialects/anki.md`.

mod card;
mod detect;
mod format;
mod header;
mod html;
mod markdown;
mod quote;
mod record;
mod sniff;
mod state;
mod write;

use crate::deck::{Context, Header, Item, ItemKind, LineKind};
use crate::dialect::ItemParser;
use crate::dialect::markdown::Scanner;
use crate::dialect::markdown::line::{is_blank, trim};
use crate::text::RawLine;
pub(crate) use detect::{csv, looks_like};
pub use format::Format;
pub use header::{HeaderLine, Key, is_html_value, separator_value};
pub use html::{below_answer_line, has_tag, plain, words};
pub(crate) use markdown::{piece_to_markdown, to_markdown};
pub(crate) use quote::unquoted;
pub use record::{Field, Record, record};
pub use sniff::{ankis_choice, name_of};
use state::State;
pub(crate) use write::write;

/// What the first line may start with instead of `#`, as Anki once wrote it.
const TAGS: &str = "tags:";

/// What parts the fields below what `context` knows of: below the head and the first row.
pub fn separator_below(context: Context) -> Option<u8> {
    State::of(context).separator()
}

/// The parser of this dialect.
pub(crate) struct Parser<'t> {
    scanner: Scanner<'t>,
    record: Record,
}

impl<'t> Parser<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { scanner: Scanner::new(text, |_| false), record: Record::default() }
    }
}

impl ItemParser for Parser<'_> {
    fn item(&mut self, at: usize, context: Context) -> (Item, Context) {
        self.scanner.begin(at, context);
        let mut state = State::of(context);
        let start = self.content_start(at);
        let first = self.scanner.text.as_bytes().get(start).copied();
        let is_first = context.has(Context::FIRST_BYTE);
        self.scanner.saw(start + if is_first { TAGS.len() } else { 1 });
        let opens_tags = || is_first && self.scanner.text[start..].starts_with(TAGS);
        let kind = match first {
            _ if !state.below_head() && opens_tags() => self.tags_line(at, start),
            Some(b'#') if !state.below_head() => self.head_line(at, start, &mut state),
            Some(b'#') => self.blank(at, &mut state),
            _ if self.is_blank_line(at) => self.blank(at, &mut state),
            _ => self.row(at, start, &mut state),
        };
        state.keep(&mut self.scanner.context);
        self.scanner.finish(kind)
    }
}

impl Parser<'_> {
    /// Where the line that starts at `at` has its first character that is no byte order mark.
    fn content_start(&self, at: usize) -> usize {
        let bom = at == 0 && self.scanner.text.starts_with('\u{FEFF}');
        at + if bom { '\u{FEFF}'.len_utf8() } else { 0 }
    }

    /// Whether nothing can be seen on the line. Looks at one byte of most.
    fn is_blank_line(&mut self, at: usize) -> bool {
        self.scanner.saw(at + 1);
        let first = self.scanner.text.as_bytes().get(at);
        if first.is_some_and(u8::is_ascii_graphic) {
            return false;
        }
        let line = self.scanner.line(at);
        is_blank(line.of(self.scanner.text))
    }

    /// `tags:` on the first line.
    fn tags_line(&mut self, at: usize, start: usize) -> ItemKind {
        let line = self.scanner.line(at);
        self.scanner.push(line, LineKind::Header);
        let colon = start + TAGS.len() - 1;
        let header = Header {
            key: self.scanner.range(start, colon),
            value: self.scanner.range(colon + 1, line.end),
        };
        ItemKind::Header(header)
    }

    /// A line of the head: a header, or a comment.
    fn head_line(&mut self, at: usize, start: usize, state: &mut State) -> ItemKind {
        let line = self.scanner.line(at);
        let Some(header) = HeaderLine::of(&self.scanner.text[start..line.end]) else {
            self.comment(line, start);
            return ItemKind::Blank;
        };
        self.scanner.push(line, LineKind::Header);
        if header.known == Some(Key::Columns) && state.separator().is_none() {
            state.set_labels(header.value_text(), self.separator_below(line));
        } else {
            state.apply(&header);
        }
        let relative = |range: std::ops::Range<usize>| {
            self.scanner.range(start + range.start, start + range.end)
        };
        ItemKind::Header(Header {
            key: relative(header.key.clone()),
            value: relative(header.value),
        })
    }

    /// The separator that one of the next lines of the head sets.
    fn separator_below(&mut self, mut line: RawLine) -> Option<u8> {
        for _ in 0..16 {
            self.scanner.saw(line.next + 1);
            if self.scanner.text.as_bytes().get(line.next) != Some(&b'#') {
                return None;
            }
            line = self.scanner.line(line.next);
            let header = HeaderLine::of(line.of(self.scanner.text));
            let header = header.filter(|header| header.known == Some(Key::Separator));
            if let Some(header) = header {
                return separator_value(header.value_text());
            }
        }
        None
    }

    fn comment(&mut self, line: RawLine, start: usize) {
        self.scanner.push_verbatim(line, LineKind::Comment);
        let (start, end) = trim(self.scanner.text, start, line.end);
        let range = self.scanner.range(start, end);
        self.scanner.comments.push(range);
    }

    /// Blank lines and comments.
    fn blank(&mut self, at: usize, state: &mut State) -> ItemKind {
        state.leave_head();
        self.trailing(at);
        ItemKind::Blank
    }

    /// A row, and the blank lines and comments below it.
    fn row(&mut self, at: usize, start: usize, state: &mut State) -> ItemKind {
        state.leave_head();
        if !state.sniffed() {
            let looked = state.sniff(self.scanner.text, start);
            self.scanner.saw(looked);
        }
        let Some(separator) = state.separator() else {
            let line = self.scanner.line(at);
            self.scanner.push(line, LineKind::Prose);
            self.trailing(line.next);
            return ItemKind::Prose;
        };
        let end = self.record.read(self.scanner.text, start, separator);
        self.scanner.saw(end.next);
        self.scanner.context.set(Context::CARD_ABOVE, true);
        self.scanner.context.set(Context::FILE_START, false);
        let kind = self.card(at, (start, end), *state);
        self.trailing(end.next);
        kind
    }

    /// Reads blank lines and comments from `at` on.
    fn trailing(&mut self, mut at: usize) {
        while at < self.scanner.text.len() {
            self.scanner.saw(at + 1);
            let start = self.content_start(at);
            if self.scanner.text.as_bytes().get(start) == Some(&b'#') {
                let line = self.scanner.line(at);
                self.comment(line, start);
                at = line.next;
            } else if self.is_blank_line(at) {
                let line = self.scanner.line(at);
                self.scanner.push(line, LineKind::Blank);
                at = line.next;
            } else {
                return;
            }
        }
    }
}
