use deck_syntax::{SyntaxError, TextSize};

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};
use crate::wording::swallowed;

/// A comment that nothing closes.
pub(crate) static RULE: Rule = Rule {
    name: "unclosed-comment",
    summary: "a comment is never closed",
    group: Group::Structure,
    dialects: dialects::MARKDOWN,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("unclosed_comment.md"),
    rollup: None,
    check: Check::Syntax(|error, cx| Some(report(error, cx))),
};

fn report(error: &SyntaxError, cx: &ItemCx<'_>) -> Finding {
    let hides = cx.item.comments.iter().any(|comment| comment.start() == error.range.start());
    let finding = |message| Finding::new(error.range, message).label("no `-->` closes this");
    if !hides {
        return finding("this comment is not closed in its paragraph, so it is no comment".into())
            .help("close it with `-->`; to show the four characters themselves, write `\\<!--`");
    }
    let message = match swallowed(below(cx, error.range.end())) {
        Some(lines) => format!("this comment is never closed and hides {lines} below it"),
        None => "this comment is never closed".to_owned(),
    };
    finding(message).help("put `-->` where the comment ends")
}

/// The lines of the item below the one on which `at` lies.
fn below<'a>(cx: &ItemCx<'a>, at: TextSize) -> &'a str {
    let next = cx.item.lines.iter().map(|line| line.end).find(|&end| end > at);
    &cx.text[usize::from(next.unwrap_or(at))..]
}
