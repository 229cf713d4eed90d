use deck_syntax::{SyntaxError, TextRange};

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// Display mathematics that nothing closes.
pub(crate) static RULE: Rule = Rule {
    name: "unclosed-math",
    summary: "a formula on lines of its own is never closed",
    group: Group::Structure,
    dialects: dialects::MARKDOWN,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("unclosed_math.md"),
    rollup: None,
    check: Check::Syntax(report),
};

fn report(error: &SyntaxError, cx: &ItemCx<'_>) -> Option<Finding> {
    (opens_formula(error, cx)).then(|| finding(error.range))
}

/// A shell calls its own number `$$`, so what stands below must look like TeX.
fn opens_formula(error: &SyntaxError, cx: &ItemCx<'_>) -> bool {
    let behind = cx.text[usize::from(error.range.end())..].lines();
    behind.enumerate().take_while(|(at, line)| *at == 0 || !line.trim().is_empty()).any(
        |(_, line)| {
            let command = line
                .split('\\')
                .skip(1)
                .any(|rest| rest.bytes().take_while(u8::is_ascii_alphabetic).count() > 1);
            command || line.contains('^') || line.contains("_{")
        },
    )
}

fn finding(range: TextRange) -> Finding {
    Finding::new(range, "this formula is never closed, so the card shows its source")
        .label("no second `$$` before the next blank line")
        .help("put `$$` where the formula ends; a formula has no blank line in it")
}
