use deck_syntax::{ItemKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule};

/// A heading that asks, with its answer below it as prose.
pub(crate) static RULE: Rule = Rule {
    name: "heading-question",
    summary: "a question is written as a heading, and so opens no card",
    group: Group::Structure,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("heading_question.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here are written as headings and open no card"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let ItemKind::Section { text, .. } = cx.item.kind else { return };
    if !native::is_question(&cx.text[text]) || !has_prose_only(cx) {
        return;
    }
    let mark = TextEdit::delete(deck_syntax::TextRange::new(
        deck_syntax::TextSize::new(0),
        text.start(),
    ));
    let title = "Take the `#` off";
    let own_block = cx.item.context.block_start();
    let fix = if own_block { Fix::safe(title, [mark]) } else { Fix::unsafe_(title, [mark]) };
    findings.push(
        Finding::new(text, "this heading asks a question and opens no card")
            .label("a heading groups cards, it is none")
            .help("take the `#` off; a heading and the text below it are never asked")
            .fix(fix),
    );
}

/// Whether text stands below the heading, and nothing else up to the next heading of its rank.
fn has_prose_only(cx: &ItemCx<'_>) -> bool {
    let deck = &cx.file.deck;
    let next = deck.item_at(cx.start).map_or(0, |index| index + 1);
    let mut below = deck.items()[next..].iter().map(|item| &item.kind);
    below.next() == Some(&ItemKind::Prose) && below.next().is_none_or(|kind| ends(cx, kind))
}

/// Whether an item ends what belongs to the heading; a heading below it does not.
fn ends(cx: &ItemCx<'_>, kind: &ItemKind) -> bool {
    match (kind, &cx.item.kind) {
        (ItemKind::Section { level, .. }, ItemKind::Section { level: own, .. }) => level <= own,
        (ItemKind::Separator, _) => true,
        _ => false,
    }
}
