//! One-line cards: `front :: back`, `front ::: back`.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

/// The `::` or `:::` of a one-line card, as byte offsets into its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separator {
    /// Where its first colon stands.
    pub start: usize,
    /// Where its last colon ends.
    pub end: usize,
    /// Whether it is `:::`: the card is asked in both directions.
    pub both_ways: bool,
}

/// The first separator of `line` that counts: white space on both sides (the line's start and end
/// will do), outside code, mathematics and links.
pub fn separator(line: &str) -> Option<Separator> {
    let bytes = line.as_bytes();
    let mut inside = None;
    let mut from = 0;
    while let Some(found) = memmem::find(&bytes[from..], b"::") {
        let start = from + found;
        let colons = bytes[start..].iter().take_while(|&&b| b == b':').count();
        let end = start + colons;
        from = end;
        let spaced = (start == 0 || is_space(bytes[start - 1]))
            && (end == bytes.len() || is_space(bytes[end]));
        if spaced && colons <= 3 {
            if !inside.get_or_insert_with(|| OpaqueSpans::of(line)).contain(start) {
                return Some(Separator { start, end, both_ways: colons == 3 });
            }
        }
    }
    None
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// The code spans, mathematics and link targets of one line, in which marks mean nothing; in order.
pub(super) struct OpaqueSpans(Vec<Range<usize>>);

impl OpaqueSpans {
    pub(super) fn of(line: &str) -> Self {
        let bytes = line.as_bytes();
        let mut spans = Vec::new();
        let mut closers = Closers::default();
        let mut at = 0;
        while let Some(found) = memchr::memchr3(b'`', b'$', b']', &bytes[at..]) {
            let start = at + found;
            let escaped = start > 0 && bytes[start - 1] == b'\\';
            let end = match bytes[start] {
                _ if escaped => None,
                b'`' => code_end(bytes, start),
                b'$' => closers.math_end(bytes, start),
                _ => closers.link_end(bytes, start),
            };
            at = end.unwrap_or(start + 1);
            if let Some(end) = end {
                spans.push(start..end);
            }
        }
        Self(spans)
    }

    pub(super) fn contain(&self, at: usize) -> bool {
        let after = self.0.partition_point(|span| span.start <= at);
        after > 0 && self.0[after - 1].end > at
    }
}

/// The end of the code span whose backticks start at `start`, if it is closed on its line.
pub(super) fn code_end(bytes: &[u8], start: usize) -> Option<usize> {
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
    no_dollar: bool,
    no_two_dollars: bool,
    no_bracket: bool,
}

impl Closers {
    /// The end of the mathematics that `$` or `$$` opens at `start`. As Pandoc reads it: no space
    /// inside the dollars, no digit behind the last one.
    fn math_end(&mut self, bytes: &[u8], start: usize) -> Option<usize> {
        if run(bytes, start, b'$') >= 2 {
            let inner = start + 2;
            let end = unless(&mut self.no_two_dollars, || memmem::find(&bytes[inner..], b"$$"));
            return end.map(|found| inner + found + 2);
        }
        if bytes.get(start + 1).is_none_or(u8::is_ascii_whitespace) {
            return None;
        }
        let closes = |&at: &usize| {
            !bytes[at - 1].is_ascii_whitespace()
                && bytes[at - 1] != b'\\'
                && !bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
        };
        unless(&mut self.no_dollar, || {
            memchr_iter(b'$', &bytes[start + 1..]).map(|found| start + 1 + found).find(closes)
        })
        .map(|close| close + 1)
    }

    fn link_end(&mut self, bytes: &[u8], start: usize) -> Option<usize> {
        if bytes.get(start + 1) != Some(&b'(') {
            return None;
        }
        let end = unless(&mut self.no_bracket, || memchr::memchr(b')', &bytes[start..]));
        end.map(|found| start + found + 1)
    }
}

/// Searches unless an earlier search has failed, and remembers it if this one fails.
fn unless(failed: &mut bool, search: impl FnOnce() -> Option<usize>) -> Option<usize> {
    let found = if *failed { None } else { search() };
    *failed = found.is_none();
    found
}

fn run(bytes: &[u8], start: usize, byte: u8) -> usize {
    bytes[start..].iter().take_while(|&&b| b == byte).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: &str) -> Option<(usize, usize)> {
        separator(line).map(|separator| (separator.start, separator.end))
    }

    #[test]
    fn the_first_separator_outside_code_counts() {
        assert_eq!(at("a :: b :: c"), Some((2, 4)));
        assert_eq!(at("a ::: b"), Some((2, 5)));
        assert_eq!(at("`a :: b` :: c"), Some((9, 11)));
        assert_eq!(at("$a :: b$ :: c"), Some((9, 11)));
        assert_eq!(at("[x](a :: b) :: c"), Some((12, 14)));
        assert_eq!(at("a ::"), Some((2, 4)));
        assert_eq!(at(":: b"), Some((0, 2)));
        assert_eq!(at("`a :: b"), Some((3, 5)));
    }

    #[test]
    fn what_is_no_separator() {
        for line in ["a::b", "a:: b", "a ::b", "a \\:: b", "a :::: b", "`a :: b`", "::1"] {
            assert_eq!(at(line), None, "{line}");
        }
    }

    #[test]
    fn long_lines_of_openers_take_no_time() {
        for opener in ["` ``", "$a ", "](", "$$$ ", "[x](a "] {
            let line = opener.repeat(300_000) + " :: b";
            separator(&line);
        }
    }
}
