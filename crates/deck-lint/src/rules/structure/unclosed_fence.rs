use deck_syntax::SyntaxError;

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};
use crate::wording::swallowed;

/// A code fence that nothing closes.
pub(crate) static RULE: Rule = Rule {
    name: "unclosed-fence",
    summary: "a code fence is never closed, so the rest of the file is code",
    group: Group::Structure,
    dialects: dialects::MARKDOWN,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("unclosed_fence.md"),
    rollup: None,
    check: Check::Syntax(|error, cx| Some(report(error, cx))),
};

fn report(error: &SyntaxError, cx: &ItemCx<'_>) -> Finding {
    let mark = cx.text[error.range].bytes().next();
    let closing: String =
        cx.text[error.range].chars().take_while(|&c| Some(c) == mark.map(char::from)).collect();
    let message = match swallowed(&cx.text[usize::from(error.range.end())..]) {
        Some(lines) => format!("this code is never closed and takes in {lines} below it"),
        None => "this code is never closed".to_owned(),
    };
    Finding::new(error.range, message).label("no fence closes this").help(format!(
        "put a line `{closing}` where the code ends; if this is no code, write `\\` before it"
    ))
}
