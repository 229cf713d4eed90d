use deck_syntax::{Dialect, SyntaxError};

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A deletion that nothing closes.
pub(crate) static RULE: Rule = Rule {
    name: "unclosed-cloze",
    summary: "a gap in a cloze card is opened and never closed",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("unclosed_cloze.md"),
    rollup: None,
    check: Check::Syntax(|error, cx| Some(report(error, cx))),
};

fn report(error: &SyntaxError, cx: &ItemCx<'_>) -> Finding {
    if cx.dialect() == Dialect::Hashcards {
        return in_hashcards(error, cx);
    }
    let (closer, place) = match (cx.dialect(), &cx.text[error.range]) {
        (Dialect::Obsidian, "==") => ("==", ", on the same line"),
        _ => ("}}", ""),
    };
    Finding::new(error.range, "this gap is never closed, so the card hides nothing here")
        .label(format!("no `{closer}` closes this"))
        .help(format!("put `{closer}` behind what is to be hidden{place}"))
}

/// In hashcards a bracket is dropped where another one comes before its end.
fn in_hashcards(error: &SyntaxError, cx: &ItemCx<'_>) -> Finding {
    let rest = &cx.text[usize::from(error.range.end())..];
    let nested = rest.find(['[', ']']).is_some_and(|at| rest[at..].starts_with('['));
    if nested {
        return Finding::new(error.range, "this gap has another one inside it, and is dropped")
            .label("shown, not hidden")
            .help(
                "let no gap stand inside another; brackets to be shown are written `\\[` and `\\]`",
            );
    }
    Finding::new(error.range, "this gap is never closed, so the card hides nothing here")
        .label("no `]` closes this")
        .help("put `]` behind what is to be hidden; a bracket to be shown is written `\\[`")
}
