use deck_syntax::{CardForm, Item, ItemKind, SyntaxErrorKind, TextRange, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{item_above, item_below, label_swallows};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// `---` between a question and its answer.
pub(crate) static RULE: Rule = Rule {
    name: "separator-inside-card",
    summary: "a `---` parts a question from its answer",
    group: Group::Structure,
    dialects: dialects::LABELLED,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("separator_inside_card.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here are parted from their answers by `---`"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.item.kind != ItemKind::Separator {
        return;
    }
    let (Some(above), Some(below)) = (item_above(cx), item_below(cx)) else { return };
    let (above, below) = (above.item, below.item);
    if below.kind != ItemKind::Prose || !waits_for_answer(above) {
        return;
    }
    let line = cx.item.lines.first().map_or(TextSize::new(0), |line| line.end);
    let Some(first) = cx.lines().next() else { return };
    let edit = TextEdit::delete(TextRange::up_to(line));
    let title = "Delete the `---`";
    let certain = starts_with_answer(below) && !(is_labelled(above) && label_swallows(cx));
    let fix = if certain { Fix::safe(title, [edit]) } else { Fix::unsafe_(title, [edit]) };
    findings.push(
        Finding::new(first.range(), "this `---` parts a question from its answer")
            .label("ends the card above")
            .help(
                "delete it; a `---` ends a card, so the question has no answer, and the answer is \
                   never shown",
            )
            .fix(fix),
    );
}

/// Whether the item is a card that still has no answer.
fn waits_for_answer(item: &Item) -> bool {
    item.card().is_some_and(|card| {
        card.back.is_none() && matches!(card.form, CardForm::Question | CardForm::Labelled)
    })
}

fn is_labelled(item: &Item) -> bool {
    item.card().is_some_and(|card| card.form == CardForm::Labelled)
}

/// Whether the item starts with `A:`.
fn starts_with_answer(item: &Item) -> bool {
    let at_start = |start: TextSize| start == TextSize::new(0);
    item.errors.iter().any(|error| {
        error.kind == SyntaxErrorKind::MissingQuestion && at_start(error.range.start())
    })
}
