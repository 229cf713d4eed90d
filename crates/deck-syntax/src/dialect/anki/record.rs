//! Rows as the readers of CSV read them: a `"` quotes a field if it is its first character.

use std::ops::Range;

use memchr::memchr;

use crate::text::RawLine;

/// A field of a row. Offsets are those of the text the row was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Where it starts; behind its opening quote, unless [`stray`](Self::stray).
    pub start: usize,
    /// Where it ends, before its closing quote.
    pub end: usize,
    /// Whether it is quoted. Two quotes inside stand for one.
    pub quoted: bool,
    /// Where the closing quote stands behind which the field goes on: its first two quotes are
    /// lost, later ones are not.
    pub stray: Option<usize>,
    /// Whether it is quoted and nothing closes it, so that it takes the rest of the text.
    pub unclosed: bool,
}

impl Field {
    /// All of it, quotes included.
    pub fn whole(&self) -> Range<usize> {
        let quote = usize::from(self.quoted && self.stray.is_none());
        self.start - quote..self.end + if self.unclosed { 0 } else { quote }
    }
}

/// The fields of one row.
#[derive(Debug, Default)]
pub struct Record {
    /// In order. At least one.
    pub fields: Vec<Field>,
}

/// The fields of the row that starts at `at`, and where its last line ends.
pub fn record(text: &str, at: usize, separator: u8) -> (Record, RawLine) {
    let mut record = Record::default();
    let line = record.read(text, at, separator);
    (record, line)
}

impl Record {
    /// Reads the row that starts at `at`; its last line.
    pub(crate) fn read(&mut self, text: &str, at: usize, separator: u8) -> RawLine {
        self.fields.clear();
        let bytes = text.as_bytes();
        let mut line = RawLine::at(text, at);
        let mut start = at;
        loop {
            let field = match bytes.get(start) {
                Some(b'"') if start < line.end => quoted(text, start, separator, &mut line),
                _ => plain(bytes, start, line.end, separator),
            };
            self.fields.push(field);
            let end = field.whole().end;
            if end >= line.end {
                return line;
            }
            start = end + 1;
        }
    }
}

fn plain(bytes: &[u8], start: usize, line_end: usize, separator: u8) -> Field {
    let found = memchr(separator, &bytes[start..line_end]);
    let end = found.map_or(line_end, |found| start + found);
    Field { start, end, quoted: false, stray: None, unclosed: false }
}

/// The quoted field whose opening quote stands at `open`; `line` becomes the one on which it ends.
fn quoted(text: &str, open: usize, separator: u8, line: &mut RawLine) -> Field {
    let bytes = text.as_bytes();
    let start = open + 1;
    let field = Field { start, end: bytes.len(), quoted: true, stray: None, unclosed: true };
    let mut at = start;
    let close = loop {
        let Some(found) = memchr(b'"', &bytes[at..]) else {
            *line = RawLine { start: bytes.len(), end: bytes.len(), next: bytes.len() };
            return field;
        };
        if bytes.get(at + found + 1) != Some(&b'"') {
            break at + found;
        }
        at += found + 2;
    };
    if close >= line.end {
        *line = RawLine::at(text, close);
    }
    let next = bytes.get(close + 1);
    if close + 1 >= line.end || next == Some(&separator) {
        return Field { end: close, unclosed: false, ..field };
    }
    let rest = plain(bytes, close + 1, line.end, separator);
    Field { start: open, end: rest.end, stray: Some(close), unclosed: false, ..field }
}
