use deck_syntax::{RawLine, TextRange, TextSize, lines};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rule, dialects};
use crate::wording::count;

/// Lines that end in more than one way.
pub(crate) static RULE: Rule = Rule {
    name: "mixed-line-endings",
    summary: "lines end in more than one way",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("mixed_line_endings.md"),
    rollup: None,
    check: Check::Deck(check),
};

/// The ways a line can end, and what they are called. The first wins a draw.
const ENDINGS: [(&str, &str); 3] = [("\n", "LF"), ("\r\n", "CRLF"), ("\r", "CR")];

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let text = cx.text();
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return;
    }
    let mut counts = [0_usize; ENDINGS.len()];
    for line in lines(text) {
        if let Some(kind) = kind(text, line) {
            counts[kind] += 1;
        }
    }
    if counts.iter().filter(|&&count| count > 0).count() < 2 {
        return;
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let main = counts.iter().position(|&count| count == most).unwrap_or_default();
    if let Some(finding) = finding(text, main, &counts) {
        findings.push(finding);
    }
}

/// Which of [`ENDINGS`] a line has; the last line of a file may have none.
fn kind(text: &str, line: RawLine) -> Option<usize> {
    let ending = &text[line.end..line.next];
    ENDINGS.iter().position(|(known, _)| *known == ending)
}

fn finding(text: &str, main: usize, counts: &[usize; 3]) -> Option<Finding> {
    let others = || {
        lines(text).filter_map(|line| {
            let kind = kind(text, line).filter(|&kind| kind != main)?;
            Some((line, kind))
        })
    };
    let edits: Vec<TextEdit> = others().map(|(line, kind)| edit(text, line, kind, main)).collect();
    let (first, first_kind) = others().next()?;
    let (total, (_, name)) = (counts.iter().sum::<usize>(), ENDINGS[main]);
    let message = format!(
        "this file has {} of {total} that do not end in {name} as the rest do",
        count(edits.len(), "line"),
    );
    let line = range(first.start, first.end.max(first.start + 1));
    Some(
        Finding::new(line, message)
            .label(format!("ends in {}", ENDINGS[first_kind].1))
            .help("make them equal: else one program shows one long line where another shows two")
            .fix(fix(format!("End all lines in {name}"), edits)),
    )
}

/// A line that is taken away may have parted two cards: someone has to look at that.
fn fix(title: String, edits: Vec<TextEdit>) -> Fix {
    let takes_lines = edits.iter().any(|edit| edit.insert.is_empty());
    if takes_lines { Fix::unsafe_(title, edits) } else { Fix::safe(title, edits) }
}

fn edit(text: &str, line: RawLine, kind: usize, main: usize) -> TextEdit {
    let ending = range(line.end, line.next);
    // A CR before a CRLF is no line of its own: somebody translated the endings twice.
    let doubled = ENDINGS[kind].0 == "\r" && text[line.next..].starts_with("\r\n");
    TextEdit::replace(ending, if doubled { "" } else { ENDINGS[main].0 })
}

fn range(start: usize, end: usize) -> TextRange {
    let size = |at: usize| TextSize::try_from(at).unwrap_or_default();
    TextRange::new(size(start), size(end))
}
