use deck_syntax::{CardForm, Opening, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{above, asks, blank_line, item_above, question_mark};
use crate::rule::{Check, DeckCx, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A card with no blank line before it, in a deck whose cards have one.
pub(crate) static RULE: Rule = Rule {
    name: "card-inside-block",
    summary: "a card has no blank line before it, in a deck that puts one before its cards",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("card_inside_block.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} cards here have no blank line before them"),
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

/// From how many cards on a deck shows how it is spaced.
const ENOUGH: usize = 5;

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let (mut inside, mut all) = (0, 0);
    for (_, opening) in cards(cx) {
        all += 1;
        inside += usize::from(opening == Opening::MidBlock);
    }
    // Four in five have to be spaced before the fifth is an exception.
    if inside == 0 || all < ENOUGH || inside * 5 > all {
        return;
    }
    for (card, opening) in cards(cx) {
        if opening == Opening::MidBlock && !is_explained(&card) {
            findings.push(finding(&card));
        }
    }
}

/// The cards that a question line opens. The first of the file says nothing of how its cards are
/// kept apart.
fn cards<'a>(cx: &DeckCx<'a>) -> impl Iterator<Item = (ItemCx<'a>, Opening)> + use<'a> {
    cx.items().filter_map(|item| {
        let card = item.card().filter(|card| card.form == CardForm::Question)?;
        item.item.context.card_above().then_some((item, card.opening))
    })
}

/// Whether another rule says what is wrong here: that the card above has no answer, or that the
/// question begins on the line above.
fn is_explained(item: &ItemCx<'_>) -> bool {
    let unanswered =
        item_above(item).and_then(|above| above.card()).is_some_and(|card| card.back.is_none());
    let wrapped = || item.lines().next().is_some_and(|line| asks(above(item, &line)));
    unanswered || wrapped()
}

fn finding(cx: &ItemCx<'_>) -> Finding {
    let front = cx.card().map(|card| card.front).unwrap_or_default();
    let start = TextSize::new(0);
    let finding = Finding::new(front + cx.start, "this card has no blank line before it")
        .label("ends the answer above and opens a card")
        .help(
            "if it is a card, put a blank line before it, as this deck does elsewhere; if it \
               belongs to the answer above, put `\\` before its `?`",
        )
        .fix(Fix::unsafe_(
            "Put a blank line before it: it is a card",
            [TextEdit::insert(cx.start, blank_line(cx, start))],
        ));
    match question_mark(&cx.text[front]).and_then(|at| TextSize::try_from(at).ok()) {
        Some(at) => finding.fix(Fix::unsafe_(
            "Escape the question mark: it belongs to the answer above",
            [TextEdit::insert(cx.start + front.start() + at, "\\")],
        )),
        None => finding,
    }
}
