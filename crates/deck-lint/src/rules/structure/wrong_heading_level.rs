use deck_syntax::{ItemKind, LineKind, TextSize, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::item_below;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A `#` heading with an answer below it, among cards.
pub(crate) static RULE: Rule = Rule {
    name: "wrong-heading-level",
    summary: "a heading with an answer below it has one `#`, and so opens no card",
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
                "write `##`; with one `#` it heads a section, and what stands below is never asked",
            )
            .fix(Fix::unsafe_("Write `##`", [TextEdit::insert(TextSize::new(0), "#")])),
    );
}

/// Whether a few lines stand below the heading, and then the next heading that is no card, or a card
/// with more of its kind above. An introduction to cards heads them.
fn has_short_text(cx: &ItemCx<'_>) -> bool {
    let Some(below) = item_below(cx).filter(|below| below.item.kind == ItemKind::Prose) else {
        return false;
    };
    let lines = below.lines().filter(|line| line.kind == LineKind::Prose).count();
    let asks = native::is_question(words(cx));
    let next = item_below(&below).map(|next| &next.item.kind);
    let heads_cards = matches!(next, Some(ItemKind::Card(_)));
    lines <= 10 && (asks || !heads_cards)
}

fn words<'a>(cx: &ItemCx<'a>) -> &'a str {
    match cx.item.kind {
        ItemKind::Section { text, .. } => &cx.text[text],
        _ => "",
    }
}
