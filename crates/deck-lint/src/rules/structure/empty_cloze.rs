use deck_syntax::{Dialect, SyntaxError};

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A deletion that hides nothing.
pub(crate) static RULE: Rule = Rule {
    name: "empty-cloze",
    summary: "a gap in a cloze card has nothing in it",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("empty_cloze.md"),
    rollup: None,
    check: Check::Syntax(|error, cx| Some(report(error, cx))),
};

fn report(error: &SyntaxError, cx: &ItemCx<'_>) -> Finding {
    let example = match cx.dialect() {
        Dialect::Hashcards => "[March 1936]",
        Dialect::Obsidian => "==March 1936==",
        _ => "{{c1::March 1936}}",
    };
    Finding::new(error.range, "this gap has no answer in it, so there is nothing to remember")
        .label("hides nothing")
        .help(format!("write what is to be hidden, as in `{example}`"))
}
