use deck_syntax::{CardForm, ItemKind, TextRange, TextSize, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::item_above;
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A heading that asks, with its answer below it as prose.
pub(crate) static RULE: Rule = Rule {
    name: "heading-question",
    summary: "a question is written as a heading, and so opens no card",
    group: Group::Structure,
    dialects: dialects::NATIVE,
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
    let ItemKind::Section { level, text } = cx.item.kind else { return };
    let words = &cx.text[text];
    let number = native::number(words).unwrap_or(0);
    let asks = native::is_question(&words[number..]) || native::label(words).is_some();
    if !asks || !has_prose_only(cx) || heads_answer(cx, level) {
        return;
    }
    let mark = TextRange::up_to(text.start() + TextSize::of(&words[..number]));
    findings.push(
        Finding::new(text, "this heading asks a question and opens no card")
            .label("a heading groups cards, it is none")
            .help("take the `#` off; a heading and the text below it are never asked")
            .fix(fix(cx, mark)),
    );
}

/// Takes the heading's mark off. Nothing but a label keeps a card with labels above from going on.
fn fix(cx: &ItemCx<'_>, mark: TextRange) -> Fix {
    let above = item_above(cx).and_then(|above| above.card());
    let labelled = above.is_some_and(|card| card.form == CardForm::Labelled);
    let needed = labelled && native::label(&cx.text[usize::from(mark.end())..]).is_none();
    let edit = TextEdit::replace(mark, if needed { "Q: " } else { "" });
    let title = "Make a card of it";
    if labelled || cx.item.context.block_start() {
        Fix::safe(title, [edit])
    } else {
        Fix::unsafe_(title, [edit])
    }
}

/// Whether the heading stands inside a long answer: lower headings do.
fn heads_answer(cx: &ItemCx<'_>, level: u8) -> bool {
    level > 3 || level > 2 && item_above(cx).is_some_and(|above| above.card().is_some())
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
