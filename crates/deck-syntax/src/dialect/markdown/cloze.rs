//! Deletions: `{{c1::text::hint}}`.

use text_size::{TextRange, TextSize};

use super::span::{Opaque, OpaqueSpans};
use crate::deck::Deletion;
use crate::error::SyntaxErrorKind;
use crate::text::offset;

/// The deletions of a cloze card's text, and what is wrong with them.
pub(crate) struct Deletions {
    pub(crate) found: Vec<Deletion>,
    pub(crate) errors: Vec<(SyntaxErrorKind, TextRange)>,
}

/// Whether `text` opens a deletion. Every line counts for itself: code and mathematics do not
/// reach over lines here.
pub fn has_deletion(text: &str) -> bool {
    text.contains("{{") && marks(text, |_| None).into_iter().any(|(_, mark)| mark == Mark::Open)
}

/// A deletion that is not closed yet.
struct Open {
    start: usize,
    number: Option<u32>,
    /// Where its text starts.
    body: usize,
    /// Where the first `::` in its text stands, which starts the hint.
    hint: Option<usize>,
}

/// Reads the deletions in `text`; ranges are relative to `base` before its start. `around` says what
/// reaches over the whole line on which an offset of `text` lies.
pub(crate) fn deletions(
    text: &str,
    base: TextSize,
    around: impl Fn(usize) -> Option<Opaque>,
) -> Deletions {
    let mut result = Deletions { found: Vec::new(), errors: Vec::new() };
    let mut open: Vec<Open> = Vec::new();
    for (at, mark) in marks(text, around) {
        match (mark, open.last_mut()) {
            (Mark::Open, _) => {
                let (number, prefix) = numbered(&text[at + 2..]);
                open.push(Open { start: at, number, body: at + 2 + prefix, hint: None });
            }
            (Mark::Hint, Some(inner)) if at >= inner.body => {
                inner.hint.get_or_insert(at);
            }
            (Mark::Close, Some(_)) => {
                if let Some(inner) = open.pop() {
                    close(text, &inner, at, base, &mut result);
                }
            }
            _ => {}
        }
    }
    for inner in open {
        let range = TextRange::at(offset(inner.start), TextSize::of("{{")) + base;
        result.errors.push((SyntaxErrorKind::UnclosedCloze, range));
    }
    result.found.sort_by_key(|deletion| deletion.range.start());
    result
}

fn close(text: &str, open: &Open, end: usize, base: TextSize, result: &mut Deletions) {
    let range = |from: usize, upto: usize| TextRange::new(offset(from), offset(upto)) + base;
    let text_end = open.hint.unwrap_or(end);
    if text[open.body..text_end].trim().is_empty() {
        result.errors.push((SyntaxErrorKind::EmptyCloze, range(open.start, end + 2)));
    }
    result.found.push(Deletion {
        range: range(open.start, end + 2),
        number: open.number,
        text: range(open.body, text_end),
        hint: open.hint.map(|at| range(at + 2, end)),
    });
}

/// The number of `c1::` and how long that prefix is.
fn numbered(inner: &str) -> (Option<u32>, usize) {
    let Some(rest) = inner.strip_prefix('c') else { return (None, 0) };
    let digits = rest.bytes().take(9).take_while(u8::is_ascii_digit).count();
    match rest[..digits].parse() {
        Ok(number) if rest[digits..].starts_with("::") => (Some(number), 1 + digits + 2),
        _ => (None, 0),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    Hint,
}

/// The `{{`, `}}` and `::` of a text that count: neither escaped nor in a comment, and in code and
/// mathematics only if they belong to a deletion with a number, as Anki writes clozes inside
/// formulas. `around` says what reaches over the whole line on which an offset lies.
fn marks(text: &str, around: impl Fn(usize) -> Option<Opaque>) -> Vec<(usize, Mark)> {
    let mut marks = Vec::new();
    // How many numbered deletions are open inside code or mathematics.
    let mut inside = 0_usize;
    for line in crate::text::lines(text) {
        let content = line.of(text);
        let mut spans = None;
        let mut at = 0;
        while let Some((start, mark)) = next_mark(content.as_bytes(), &mut at) {
            let opaque = around(line.start + start)
                .or_else(|| spans.get_or_insert_with(|| OpaqueSpans::of(content)).around(start));
            let hidden = match opaque {
                Some(Opaque::Comment) => continue,
                Some(Opaque::Verbatim) => true,
                None => false,
            };
            match mark {
                Mark::Open if hidden && numbered(&content[start + 2..]).0.is_none() => continue,
                Mark::Close | Mark::Hint if hidden && inside == 0 => continue,
                Mark::Open if hidden => inside += 1,
                Mark::Close if hidden => inside -= 1,
                _ => {}
            }
            marks.push((line.start + start, mark));
        }
    }
    marks
}

/// The first mark at or after `at` that is not escaped; moves `at` behind it.
fn next_mark(line: &[u8], at: &mut usize) -> Option<(usize, Mark)> {
    loop {
        let start = *at + memchr::memchr3(b'{', b'}', b':', &line[*at..])?;
        let mark = match line.get(start..start + 2) {
            Some(b"{{") => Some(Mark::Open),
            Some(b"}}") => Some(Mark::Close),
            Some(b"::") => Some(Mark::Hint),
            _ => None,
        };
        let escaped = start > 0 && line[start - 1] == b'\\';
        match mark {
            Some(mark) if !escaped => {
                *at = start + 2;
                return Some((start, mark));
            }
            _ => *at = start + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Option<u32>, Option<&str>)> {
        deletions(text, TextSize::new(0), |_| None)
            .found
            .iter()
            .map(|d| (&text[d.text], d.number, d.hint.map(|hint| &text[hint])))
            .collect()
    }

    #[test]
    fn deletions_as_anki_writes_them() {
        assert_eq!(
            read("{{c1::Rome::city}} was {{old}}"),
            [("Rome", Some(1), Some("city")), ("old", None, None)]
        );
        assert_eq!(
            read("{{c1::a {{c2::b::x}} c}}"),
            [("a {{c2::b::x}} c", Some(1), None), ("b", Some(2), Some("x"))]
        );
        assert_eq!(read("$\\frac{{a}}{b}$ and `{{x}}`"), []);
        assert_eq!(read("${{c1::a}}$"), [("a", Some(1), None)]);
        assert_eq!(read("\\{{a}}"), []);
    }
}
