use deck_syntax::native;

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{OpenLine, below, open_lines};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A question behind a number, or behind `Q1.`.
pub(crate) static RULE: Rule = Rule {
    name: "numbered-question",
    summary: "a question stands behind a number, and so opens no card",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("numbered_question.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} numbered questions here open no card"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for open in open_lines(cx) {
        let finding = match open.line.content.as_bytes().first() {
            Some(b'0'..=b'9') => numbered(cx, &open),
            Some(b'Q') => lettered(&open),
            _ => None,
        };
        findings.0.extend(finding);
    }
}

/// `12. What is …?`
fn numbered(cx: &ItemCx<'_>, open: &OpenLine<'_>) -> Option<Finding> {
    let line = open.line.content.trim_end();
    let number = native::number(line).filter(|&at| native::is_question(&line[at..]))?;
    if line.matches('?').nth(1).is_some() || is_list(cx, open) {
        return None;
    }
    let edit = TextEdit::delete(open.line.part(0, number));
    let title = "Take the number off";
    let own = open.opens_block && !open.in_answer;
    let fix = if own { Fix::safe(title, [edit]) } else { Fix::unsafe_(title, [edit]) };
    Some(
        Finding::new(open.line.part(0, line.len()), "this numbered question opens no card")
            .label("read as a point of a list")
            .help("take the number off, or write `Q1:`; as a point of a list it is never asked")
            .fix(fix),
    )
}

/// Whether the line is a point of a list, as an answer may be: the next point stands directly below
/// it, or more of this one, or nothing.
fn is_list(cx: &ItemCx<'_>, open: &OpenLine<'_>) -> bool {
    let below = below(cx, &open.line);
    let point = !open.opens_block || below.is_empty() || below.starts_with([' ', '\t']);
    native::number(below).is_some() || open.in_answer && point
}

/// `Q1.`, `Q-` where `Q1:` is meant.
fn lettered(open: &OpenLine<'_>) -> Option<Finding> {
    let line = open.line.content;
    let digits = line[1..].bytes().take_while(u8::is_ascii_digit).count();
    let mark = 1 + digits;
    let rest = line[mark..].strip_prefix(['.', '-', ')'])?;
    let spaced = rest.starts_with([' ', '\t']) && !rest.trim().is_empty();
    if !spaced || native::is_question(line) || !open.opens_block {
        return None;
    }
    let edit = TextEdit::replace(open.line.part(mark, mark + 1), ":");
    Some(
        Finding::new(open.line.part(0, mark + 1), "this label is not read as one")
            .label("`Q:` has a colon")
            .help("put a colon in the place of this mark; without it the line opens no card")
            .fix(Fix::unsafe_("Put a colon there", [edit])),
    )
}
