//! Deletions: `==text==`, and as the settings say `**text**` and `{{text}}`.

use text_size::{TextRange, TextSize};

use super::Settings;
use crate::deck::Deletion;
use crate::dialect::markdown::span::OpaqueSpans;
use crate::error::SyntaxErrorKind;
use crate::text::offset;

/// The deletions of a line, and what is wrong with them.
#[derive(Default)]
pub(super) struct Deletions {
    pub(super) found: Vec<Deletion>,
    pub(super) errors: Vec<(SyntaxErrorKind, TextRange)>,
}

/// Whether the line has a deletion.
pub fn has_deletion(line: &str, settings: &Settings) -> bool {
    let mut deletions = Deletions::default();
    deletions.read(line, TextSize::new(0), settings);
    !deletions.found.is_empty()
}

/// A way to mark what is hidden.
struct Marks {
    open: &'static str,
    close: &'static str,
}

const HIGHLIGHT: Marks = Marks { open: "==", close: "==" };
const BOLD: Marks = Marks { open: "**", close: "**" };
const CURLY: Marks = Marks { open: "{{", close: "}}" };

impl Deletions {
    /// Reads the deletions of a line; ranges are relative to `base` before its start. Returns how
    /// many had been found before, and how many errors.
    pub(super) fn read(
        &mut self,
        line: &str,
        base: TextSize,
        settings: &Settings,
    ) -> (usize, usize) {
        let (first, first_error) = (self.found.len(), self.errors.len());
        let ways = [
            (settings.highlights, HIGHLIGHT),
            (settings.bold, BOLD),
            (settings.curly_brackets, CURLY),
        ];
        let mut spans = None;
        for (_, marks) in ways.into_iter().filter(|(used, _)| *used) {
            if line.contains(marks.open) {
                let spans = spans.get_or_insert_with(|| OpaqueSpans::of(line));
                self.read_marks(line, base, &marks, spans);
            }
        }
        self.found[first..].sort_by_key(|deletion| deletion.range.start());
        (first, first_error)
    }

    /// Drops those of the last line that start or end in a comment.
    pub(super) fn drop_hidden(&mut self, (first, first_error): (usize, usize), comment: TextRange) {
        let is_hidden = |range: TextRange| {
            comment.contains(range.start())
                || comment.start() < range.end() && range.end() <= comment.end()
        };
        let found = self.found.split_off(first);
        self.found.extend(found.into_iter().filter(|it| !is_hidden(it.range)));
        let errors = self.errors.split_off(first_error);
        self.errors.extend(errors.into_iter().filter(|(_, range)| !is_hidden(*range)));
    }

    fn read_marks(&mut self, line: &str, base: TextSize, marks: &Marks, spans: &OpaqueSpans) {
        let mut at = 0;
        while let Some(start) = next(line, marks.open, at, spans) {
            let inner = start + marks.open.len();
            at = inner;
            if !may_open(line, start, marks) {
                continue;
            }
            let Some(end) = next(line, marks.close, inner, spans) else {
                if is_surely_open(line, start) {
                    let range = TextRange::new(offset(start), offset(inner)) + base;
                    self.errors.push((SyntaxErrorKind::UnclosedCloze, range));
                }
                return;
            };
            let text = &line[inner..end];
            // `a == b && c == d`: what stands apart from both of its marks is not marked.
            if text.starts_with([' ', '\t']) && text.ends_with([' ', '\t']) && marks.open == "==" {
                continue;
            }
            at = end + marks.close.len();
            self.close(line, (start, at), (inner, end), base);
        }
    }

    fn close(
        &mut self,
        line: &str,
        (start, end): (usize, usize),
        (from, upto): (usize, usize),
        base: TextSize,
    ) {
        let range = |from: usize, upto: usize| TextRange::new(offset(from), offset(upto)) + base;
        let (number, prefix) = numbered(&line[from..upto]);
        let from = from + prefix;
        let hint = line[from..upto].find(";;").map(|at| from + at);
        let text_end = hint.unwrap_or(upto);
        if line[from..text_end].trim().is_empty() {
            self.errors.push((SyntaxErrorKind::EmptyCloze, range(start, end)));
        }
        self.found.push(Deletion {
            range: range(start, end),
            number,
            text: range(from, text_end),
            hint: hint.map(|at| range(at + 2, upto)),
        });
    }
}

/// The number of `1;;`, or the letters of `ash;;`, and how long that prefix is.
fn numbered(inner: &str) -> (Option<u32>, usize) {
    let Some(at) = inner.find(";;").filter(|at| (1..=9).contains(at)) else { return (None, 0) };
    let prefix = &inner[..at];
    let letters = prefix.bytes().all(|b| matches!(b, b'a' | b's' | b'h'));
    match prefix.parse() {
        Ok(number) => (Some(number), at + 2),
        Err(_) if letters => (None, at + 2),
        Err(_) => (None, 0),
    }
}

/// The next mark at or after `at` that is no part of a longer run and stands outside code and
/// mathematics.
fn next(line: &str, mark: &str, mut at: usize, spans: &OpaqueSpans) -> Option<usize> {
    let bytes = line.as_bytes();
    loop {
        let start = at + line[at..].find(mark)?;
        let run = bytes[start..].iter().take_while(|&&b| b == mark.as_bytes()[0]).count();
        at = start + run;
        let escaped = start > 0 && bytes[start - 1] == b'\\';
        if (run == mark.len() || mark == BOLD.open && run > 2)
            && !escaped
            && spans.around(start).is_none()
        {
            return Some(start);
        }
    }
}

/// Whether the mark is no part of an arrow or of a comparison: `==>`, `<==`, `!==`.
fn may_open(line: &str, start: usize, marks: &Marks) -> bool {
    let before = start.checked_sub(1).map(|at| line.as_bytes()[at]);
    marks.open != "=="
        || (line.as_bytes().get(start + 2) != Some(&b'>') && !matches!(before, Some(b'<' | b'!')))
}

/// Whether the mark begins a word, so that something must close it.
fn is_surely_open(line: &str, start: usize) -> bool {
    let before = line[..start].chars().next_back();
    let after = line[start + 2..].chars().next();
    before.is_none_or(|c| matches!(c, ' ' | '\t' | '(')) && after.is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<'l>(
        line: &'l str,
        settings: &Settings,
    ) -> Vec<(&'l str, Option<u32>, Option<&'l str>)> {
        let mut deletions = Deletions::default();
        deletions.read(line, TextSize::new(0), settings);
        deletions
            .found
            .iter()
            .map(|d| (&line[d.text], d.number, d.hint.map(|hint| &line[hint])))
            .collect()
    }

    #[test]
    fn highlights() {
        let settings = Settings::default();
        assert_eq!(read("==a== and **==b==**", &settings), [("a", None, None), ("b", None, None)]);
        assert_eq!(read("==2;;a;;hint==", &settings), [("a", Some(2), Some("hint"))]);
        assert_eq!(read("==Rome;;city==", &settings), [("Rome", None, Some("city"))]);
        assert_eq!(read("==ash;;a==", &settings), [("a", None, None)]);
        assert_eq!(read("`f =`==` {y}`==", &settings), [("` {y}`", None, None)]);
    }

    #[test]
    fn no_highlights() {
        for line in [
            "a == b && c == d",
            "`a == b` and `==c==`",
            "a ==> b ==> c",
            "a <== b <== c",
            "a === b === c",
            "a !== b !== c",
            "$a ==b== c$",
            "\\==a==",
            "====",
            "{{a}} **b**",
        ] {
            assert_eq!(read(line, &Settings::default()), [], "{line}");
        }
    }

    #[test]
    fn other_marks() {
        let settings = Settings { bold: true, curly_brackets: true, ..Settings::default() };
        assert_eq!(
            read("{{a}} **b** ==c==", &settings),
            [("a", None, None), ("b", None, None), ("c", None, None)]
        );
    }

    #[test]
    fn long_lines_take_no_time() {
        let settings = Settings { bold: true, curly_brackets: true, ..Settings::default() };
        for opener in ["== ", "==a ", "{{", "** ", "*** a", "== a =="] {
            read(&opener.repeat(100_000), &settings);
        }
    }
}
