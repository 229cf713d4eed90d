use deck_syntax::{LineKind, TextRange, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule};

/// Two kinds of bullets in one list.
pub(crate) static RULE: Rule = Rule {
    name: "mixed-bullets",
    summary: "one list has two kinds of bullets",
    group: Group::Structure,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("mixed_bullets.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} points here have another bullet than their list"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

/// The first point of a list that may go on.
struct List {
    indent: usize,
    mark: u8,
    first: TextRange,
}

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let has_star = || cx.lines().any(|line| line.content.trim_start().starts_with("* "));
    if memchr::memchr(b'*', cx.text.as_bytes()).is_none() || !has_star() {
        return;
    }
    let mut lists: Vec<List> = Vec::new();
    for line in cx.lines().filter(|line| !line.verbatim) {
        let words = line.content.trim_start_matches([' ', '\t']);
        let indent = line.content.len() - words.len();
        if words.is_empty() || !matches!(line.kind, LineKind::Front | LineKind::Back) {
            lists.clear();
            continue;
        }
        // What is not indented deeper than a list's points ends the list.
        let point = mark(words);
        lists.retain(|list| list.indent < indent || (list.indent == indent && point.is_some()));
        let Some(mark) = point else { continue };
        match lists.last() {
            Some(list) if list.indent == indent && list.mark != mark => {
                findings.push(finding(&line, indent, list));
            }
            Some(list) if list.indent == indent => {}
            _ => lists.push(List { indent, mark, first: line.part(indent, indent + 1) }),
        }
    }
}

/// The bullet that starts `words`. `+` may mean an advantage and `•` stand above `-`, so that a
/// list with those ends here; `* * *` is a rule.
fn mark(words: &str) -> Option<u8> {
    let mark = *words.as_bytes().first().filter(|mark| matches!(mark, b'-' | b'*'))?;
    let rest = words[1..].strip_prefix([' ', '\t'])?;
    let is_rule = rest.bytes().all(|b| b == mark || b == b' ');
    (!is_rule).then_some(mark)
}

fn finding(line: &ItemLine<'_>, indent: usize, list: &List) -> Finding {
    let mark = char::from(list.mark);
    let range = line.part(indent, indent + 1);
    Finding::new(range, format!("this point has another bullet than its list, which has `{mark}`"))
        .label("reads as the start of a new list")
        .help(format!("write `{mark}`, or leave a blank line above if it is another list"))
        .place(TextRange::at(list.first.start(), TextSize::new(1)), "the list starts here")
        .fix(Fix::safe(format!("Write `{mark}`"), [TextEdit::replace(range, mark)]))
}
