use deck_syntax::{Dialect, ItemKind, LineKind, RawLine, TextRange, TextSize, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{OpenLine, below, has_more_answer, open_lines};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule};

/// A heading that is underlined.
pub(crate) static RULE: Rule = Rule {
    name: "setext-heading",
    summary: "a heading is underlined instead of marked with `#`, and so is read as text",
    group: Group::Structure,
    dialects: &[Dialect::Deck, Dialect::Headings],
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("setext_heading.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} headings here are underlined and are read as text"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.dialect() == Dialect::Headings {
        return in_headings(cx, findings);
    }
    let prose = cx.item.kind == ItemKind::Prose;
    let may_underline = || memchr::memmem::find(cx.text.as_bytes(), b"===").is_some();
    if !(prose || has_more_answer(cx) && may_underline()) {
        return;
    }
    for open in open_lines(cx).filter(|open| open.opens_block && is_title(open.line.content)) {
        if let Some(mark) = underlined(cx, &open) {
            findings.push(finding(cx, &open, mark));
        }
    }
}

/// In a deck of headings a line with hyphens below it, which is shown as a heading, opens no card.
fn in_headings(cx: &ItemCx<'_>, findings: &mut Findings) {
    let mut opens_block = cx.item.context.block_start();
    for line in cx.lines() {
        let opened = std::mem::replace(&mut opens_block, line.kind == LineKind::Blank);
        let is_text = matches!(line.kind, LineKind::Back | LineKind::Prose) && !line.verbatim;
        if !opened || !is_text || !is_title(line.content) {
            continue;
        }
        let under = below(cx, &line);
        let words = line.content.trim_end().chars().count();
        if under.len() >= 4 && under.len().abs_diff(words) <= 2 && under.bytes().all(|b| b == b'-')
        {
            let open = OpenLine { line, opens_block: true, in_answer: false };
            findings.push(finding(cx, &open, "## "));
        }
    }
}

/// Whether the line could be a heading: a few words that make no sentence.
fn is_title(line: &str) -> bool {
    let line = line.trim_end();
    line.len() <= 80
        && line.starts_with(char::is_alphanumeric)
        && line.matches(char::is_alphabetic).nth(2).is_some()
        && line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '"' | '”' | '!'))
        && native::label(line).is_none()
}

/// The mark of the heading that a line directly below underlines. Below an answer a line of `=` is
/// an underline only if it is as long as the words, and a line of `-` is what ends the card.
fn underlined(cx: &ItemCx<'_>, open: &OpenLine<'_>) -> Option<&'static str> {
    let line = below(cx, &open.line);
    let made_of = |mark: u8| line.bytes().all(|b| b == mark);
    let words = open.line.content.trim_end().chars().count();
    if line.len() >= 3 && made_of(b'=') && (!open.in_answer || line.len().abs_diff(words) <= 2) {
        Some("# ")
    } else if line.len() >= 4 && made_of(b'-') && !open.in_answer {
        Some("## ")
    } else {
        None
    }
}

fn finding(cx: &ItemCx<'_>, open: &OpenLine<'_>, mark: &str) -> Finding {
    let text = &cx.file.text;
    let line = RawLine::at(text, usize::from(cx.start + open.line.start));
    let underline = RawLine::at(text, line.next);
    let length = TextSize::of(&text[line.end..underline.end]);
    let end = open.line.range().end();
    let mark = mark.trim();
    let what = match cx.dialect() {
        Dialect::Headings => "opens no card",
        _ => "heads no cards",
    };
    Finding::new(open.line.range(), "this heading is read as text")
        .label("underlined, not marked with `#`")
        .help(format!(
            "write `{mark}` before it and take the line below it away; as text it {what}"
        ))
        .fix(Fix::safe(
            format!("Write it with `{mark}`"),
            [
                TextEdit::insert(open.line.start, format!("{mark} ")),
                TextEdit::delete(TextRange::at(end, length)),
            ],
        ))
}
