use deck_syntax::{LineKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule};

/// A bullet or heading without its space.
pub(crate) static RULE: Rule = Rule {
    name: "malformed-bullet",
    summary: "a bullet or a heading lacks the space behind its mark",
    group: Group::Structure,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("malformed_bullet.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} bullets here lack the space behind their mark"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if !cx.text.bytes().any(|b| matches!(b, b'-' | b'#')) {
        return;
    }
    let has_bullets = || cx.lines().any(|line| native::bullet(line.content.trim_start()).is_some());
    for line in cx.lines().filter(|line| !line.verbatim) {
        let Some((mark, what)) = mark_without_space(&line) else { continue };
        // A lone `-word` may be an option or a minus; among bullets it is one of them.
        if what == "bullet" && !has_bullets() {
            continue;
        }
        findings.push(finding(&line, mark, what));
    }
}

/// The length of a mark that no space follows, indentation included, and what it marks.
fn mark_without_space(line: &ItemLine<'_>) -> Option<(usize, &'static str)> {
    if !matches!(line.kind, LineKind::Back | LineKind::Front | LineKind::Prose) {
        return None;
    }
    let words = line.content.trim_start_matches([' ', '\t']);
    let indent = line.content.len() - words.len();
    let after = words.strip_prefix('-')?;
    let mut letters = after.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    (capital && letters.next().is_some_and(|c| c.is_alphabetic() || c == ' '))
        .then_some((indent + 1, "bullet"))
}

fn finding(line: &ItemLine<'_>, mark: usize, what: &str) -> Finding {
    let end = line.part(mark, mark).end();
    Finding::new(line.range(), format!("this {what} has no space behind its mark"))
        .label("read as running text, not as a point of the list")
        .help("put a space behind the mark")
        .fix(Fix::safe("Add the space", [TextEdit::insert(end, " ")]))
}
