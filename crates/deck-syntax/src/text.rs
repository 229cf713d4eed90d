//! Bytes become text, text becomes lines; nothing is lost on the way.

use memchr::{memchr_iter, memchr2};
use text_size::TextSize;

/// The text of a file whose bytes may not all be UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The file with every byte that is not UTF-8 read as U+001A, one for one, so that every byte
    /// offset into `text` is the file's.
    pub text: String,
    /// The offsets of those bytes, ascending.
    pub invalid: Vec<TextSize>,
}

/// Reads bytes as UTF-8, replacing each byte that is not by U+001A.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, invalid: Vec::new() },
        Err(error) => error.into_bytes(),
    };
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for _ in chunk.invalid() {
            invalid.push(offset(text.len()));
            text.push('\u{1A}');
        }
    }
    Decoded { text, invalid }
}

/// A byte offset as a [`TextSize`]. Texts longer than 4 GiB are cut before they come here.
pub(crate) fn offset(at: usize) -> TextSize {
    TextSize::new(u32::try_from(at).unwrap_or(u32::MAX))
}

/// One line of a text as byte offsets: `start..end` is its content, `end..next` its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawLine {
    /// Where the line starts.
    pub start: usize,
    /// Where its content ends, its line ending not included.
    pub end: usize,
    /// Where the next line starts.
    pub next: usize,
}

impl RawLine {
    /// The line of `text` that starts at `start`. Lines end at `\n`, `\r\n` or `\r`.
    pub fn at(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let Some(length) = memchr2(b'\n', b'\r', &bytes[start..]) else {
            return Self { start, end: bytes.len(), next: bytes.len() };
        };
        let end = start + length;
        let crlf = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
        Self { start, end, next: end + if crlf { 2 } else { 1 } }
    }

    /// The line's content.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// The lines of `text`, laid end to end. A text that ends with a line ending has no empty last
/// line after it.
pub fn lines(text: &str) -> impl Iterator<Item = RawLine> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        (at < text.len()).then(|| {
            let line = RawLine::at(text, at);
            at = line.next;
            line
        })
    })
}

/// Where each line of a text starts; turns byte offsets into line numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineTable {
    starts: Vec<TextSize>,
}

impl LineTable {
    /// The table of `text`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![TextSize::new(0)];
        if memchr::memchr(b'\r', text.as_bytes()).is_none() {
            starts.extend(memchr_iter(b'\n', text.as_bytes()).map(|at| offset(at + 1)));
        } else {
            starts.extend(lines(text).filter(|line| line.next > line.end).map(|l| offset(l.next)));
        }
        Self { starts }
    }

    /// The line (counted from 0) in which byte offset `at` lies, and the offset at which that line
    /// starts. An offset past the end lies in the last line.
    pub fn line(&self, at: TextSize) -> (usize, TextSize) {
        let line = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        (line, self.starts[line])
    }

    /// Where line `line` (counted from 0) starts, if there is such a line.
    pub fn start(&self, line: usize) -> Option<TextSize> {
        self.starts.get(line).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_at_lf_crlf_or_cr_and_nowhere_else() {
        let text = "a\nb\r\nc\rd\u{2028}e\u{85}f\u{b}g";
        let read: Vec<&str> = lines(text).map(|line| line.of(text)).collect();
        assert_eq!(read, ["a", "b", "c", "d\u{2028}e\u{85}f\u{b}g"]);
        let table = LineTable::new(text);
        assert_eq!(table.line(TextSize::new(7)), (3, TextSize::new(7)));
        assert_eq!(table.line(TextSize::new(6)), (2, TextSize::new(5)));
    }

    #[test]
    fn bytes_that_are_not_utf8_keep_every_offset() {
        let decoded = decode(b"Caf\xe9?\nna\xc3\xafve \xff\xfe".to_vec());
        assert_eq!(decoded.text, "Caf\u{1A}?\nna\u{ef}ve \u{1A}\u{1A}");
        assert_eq!(decoded.invalid, [3, 13, 14].map(TextSize::new));
    }
}
