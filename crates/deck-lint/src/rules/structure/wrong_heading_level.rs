use deck_syntax::{ItemKind, LineKind, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::item_below;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A `#` heading with text below it, among cards.
pub(crate) static RULE: Rule = Rule {
    name: "wrong-heading-level",
    summary: "a heading among cards has text below it, but one `#`, and so opens no card",
    group: Group::Structure,
    dialects: dialects::HEADINGS,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("wrong_heading_level.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let ItemKind::Section { level: 1, text } = cx.item.kind else { return };
    if !cx.item.context.card_above() || text.is_empty() || !has_short_text(cx) {
        return;
    }
    findings.push(
        Finding::new(text, "this heading opens no card")
            .label("one `#`")
            .help(
                "write `##` if the text below is to be asked for; with one `#` heading and text go \
                 into the answer above when the deck is imported",
            )
            .fix(Fix::unsafe_("Write `##`", [TextEdit::insert(TextSize::new(0), "#")])),
    );
}

/// Whether a few lines stand directly below the heading.
fn has_short_text(cx: &ItemCx<'_>) -> bool {
    item_below(cx).is_some_and(|below| {
        let lines = below.lines().filter(|line| line.kind == LineKind::Prose).count();
        below.item.kind == ItemKind::Prose && lines <= 10
    })
}
