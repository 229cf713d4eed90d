//! The parts of a line in which marks mean nothing.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

/// What hides a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opaque {
    /// Code, mathematics, or the target of a link.
    Verbatim,
    /// A comment.
    Comment,
}

/// The code spans, mathematics, link targets and comments that begin and end on one line; in order.
pub(crate) struct OpaqueSpans(Vec<(Range<usize>, Opaque)>);

impl OpaqueSpans {
    pub(crate) fn of(line: &str) -> Self {
        let bytes = line.as_bytes();
        let mut spans = Vec::new();
        let mut closers = Closers::default();
        let mut at = 0;
        let opens = |byte: &u8| matches!(byte, b'`' | b'$' | b']' | b'<');
        while let Some(found) = bytes[at..].iter().position(opens) {
            let start = at + found;
            let escaped = start > 0 && bytes[start - 1] == b'\\';
            let end = match bytes[start] {
                _ if escaped => None,
                b'`' => code_end(bytes, start),
                b'$' => closers.math_end(bytes, start),
                b'<' => closers.comment_end(bytes, start),
                _ => closers.link_end(bytes, start),
            };
            at = end.unwrap_or(start + 1);
            if let Some(end) = end {
                let comment = bytes[start] == b'<';
                spans.push((start..end, if comment { Opaque::Comment } else { Opaque::Verbatim }));
            }
        }
        Self(spans)
    }

    /// What hides byte `at` of the line.
    pub(crate) fn around(&self, at: usize) -> Option<Opaque> {
        let after = self.0.partition_point(|(span, _)| span.start <= at);
        let (span, opaque) = self.0.get(after.checked_sub(1)?)?;
        (span.end > at).then_some(*opaque)
    }
}

/// The end of the code span whose backticks start at `start`, if it is closed on its line.
pub(crate) fn code_end(bytes: &[u8], start: usize) -> Option<usize> {
    let ticks = run(bytes, start, b'`');
    let mut at = start + ticks;
    while let Some(found) = memchr::memchr(b'`', &bytes[at..]) {
        let length = run(bytes, at + found, b'`');
        at += found + length;
        if length == ticks {
            return Some(at);
        }
    }
    None
}

/// Finds what closes a span. Where the line holds no closer any more it is not searched again, so
/// that a long line full of openers takes no longer than another.
#[derive(Default)]
struct Closers {
    missing: [bool; 4],
}

#[derive(Clone, Copy)]
enum Closer {
    Dollar,
    TwoDollars,
    Bracket,
    Comment,
}

impl Closers {
    /// The end of the mathematics that `$` or `$$` opens at `start`. As Pandoc reads it: no space
    /// inside the dollars, no digit behind the last one.
    fn math_end(&mut self, bytes: &[u8], start: usize) -> Option<usize> {
        if run(bytes, start, b'$') >= 2 {
            return self.end(Closer::TwoDollars, || find(bytes, start + 2, b"$$"));
        }
        if bytes.get(start + 1).is_none_or(u8::is_ascii_whitespace) {
            return None;
        }
        let closes = |&end: &usize| {
            let last = bytes[end - 2];
            !last.is_ascii_whitespace()
                && last != b'\\'
                && !bytes.get(end).is_some_and(u8::is_ascii_digit)
        };
        self.end(Closer::Dollar, || {
            memchr_iter(b'$', &bytes[start + 1..]).map(|found| start + found + 2).find(closes)
        })
    }

    fn comment_end(&mut self, bytes: &[u8], start: usize) -> Option<usize> {
        let opens = bytes[start..].starts_with(b"<!--");
        if opens { self.end(Closer::Comment, || find(bytes, start + 4, b"-->")) } else { None }
    }

    fn link_end(&mut self, bytes: &[u8], start: usize) -> Option<usize> {
        let opens = bytes.get(start + 1) == Some(&b'(');
        if opens { self.end(Closer::Bracket, || find(bytes, start, b")")) } else { None }
    }

    /// Searches unless an earlier search has failed, and remembers it if this one fails.
    fn end(&mut self, closer: Closer, search: impl FnOnce() -> Option<usize>) -> Option<usize> {
        let missing = &mut self.missing[closer as usize];
        let end = if *missing { None } else { search() };
        *missing = end.is_none();
        end
    }
}

/// Where the first `closer` after `from` ends.
fn find(bytes: &[u8], from: usize, closer: &[u8]) -> Option<usize> {
    memmem::find(&bytes[from..], closer).map(|found| from + found + closer.len())
}

fn run(bytes: &[u8], start: usize, byte: u8) -> usize {
    bytes[start..].iter().take_while(|&&b| b == byte).count()
}
