use deck_syntax::{LineKind, TextRange};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// Two kinds of bullets in one list.
pub(crate) static RULE: Rule = Rule {
    name: "mixed-bullets",
    summary: "a single `*` stands in a list of `-`",
    group: Group::Structure,
    dialects: dialects::MARKDOWN,
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

/// A list that may go on: what stands before each of its points.
struct List {
    indent: usize,
    points: Vec<(u8, TextRange)>,
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
        let is_text = !words.is_empty() && matches!(line.kind, LineKind::Front | LineKind::Back);
        let point = mark(words).filter(|_| is_text);
        // What is not indented deeper than a list's points ends the list.
        let goes_on = |list: &List| {
            is_text && (list.indent < indent || list.indent == indent && point.is_some())
        };
        while let Some(list) = lists.pop_if(|list| !goes_on(list)) {
            if let Some(finding) = odd_one(&list.points) {
                findings.push(finding);
            }
        }
        let Some(mark) = point else { continue };
        let point = (mark, line.part(indent, indent + 1));
        match lists.last_mut().filter(|list| list.indent == indent) {
            Some(list) => list.points.push(point),
            None => lists.push(List { indent, points: vec![point] }),
        }
    }
    for list in lists.iter().rev() {
        if let Some(finding) = odd_one(&list.points) {
            findings.push(finding);
        }
    }
}

/// The one `*` in a list of three or more `-`. Two would be a pattern, and `-` below `*` are points
/// of that one: a list of two depths, written without indents.
fn odd_one(points: &[(u8, TextRange)]) -> Option<Finding> {
    let &(_, place) = points.first().filter(|(mark, _)| *mark == b'-' && points.len() > 3)?;
    let mut stars = points.iter().filter(|(mark, _)| *mark == b'*');
    let &(_, odd) = stars.next()?;
    stars.next().is_none().then(|| finding(odd, place))
}

/// The bullet that starts `words`. `+` may mean an advantage and `•` stand above `-`, so that a
/// list with those ends here; `* * *` is a rule.
fn mark(words: &str) -> Option<u8> {
    let mark = *words.as_bytes().first().filter(|mark| matches!(mark, b'-' | b'*'))?;
    let rest = words[1..].strip_prefix([' ', '\t'])?;
    let is_rule = rest.bytes().all(|b| b == mark || b == b' ');
    (!is_rule).then_some(mark)
}

fn finding(odd: TextRange, first: TextRange) -> Finding {
    Finding::new(odd, "this point has `*` in a list of `-`")
        .label("reads as the start of a new list")
        .help("write `-`; if it is another list, leave a blank line above")
        .place(first, "the list starts here")
        .fix(Fix::safe("Write `-`", [TextEdit::replace(odd, "-")]))
}
