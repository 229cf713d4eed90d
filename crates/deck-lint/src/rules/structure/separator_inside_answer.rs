use deck_syntax::{CardForm, ItemKind, LineKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::blank_line;
use crate::rule::{Check, DeckCx, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// ` :: ` on a line that is no card.
pub(crate) static RULE: Rule = Rule {
    name: "separator-inside-answer",
    summary: "a `::` in mid-block makes no card",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("separator_inside_answer.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} lines here have a `::` and are no cards"),
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    // A deck without one-line cards may be about Haskell.
    if memchr::memmem::find(cx.text().as_bytes(), b"::").is_none() || !has_one_line_cards(cx) {
        return;
    }
    for item in cx.items().filter(|item| holds_text(&item.item.kind)) {
        if memchr::memmem::find(item.text.as_bytes(), b"::").is_none() {
            continue;
        }
        for line in item.lines() {
            let text = matches!(line.kind, LineKind::Back | LineKind::Prose) && !line.verbatim;
            if text && let Some(found) = separator(line.content) {
                findings.push(finding(&item, &line, found));
            }
        }
    }
}

/// The `::` of a line that would be a card on its own.
fn separator(line: &str) -> Option<native::Separator> {
    let found = native::separator(line)?;
    let sides = [&line[..found.start], &line[found.end..]];
    let whole = sides.iter().all(|side| !native::is_blank(side));
    (whole && !line.starts_with([' ', '\t'])).then_some(found)
}

fn has_one_line_cards(cx: &DeckCx<'_>) -> bool {
    let mut cards = cx.file.deck.cards();
    cards.any(|card| matches!(card.card.form, CardForm::OneLine { .. }))
}

/// Whether a one-line card could have opened on the lines of the item.
fn holds_text(kind: &ItemKind) -> bool {
    match kind {
        ItemKind::Prose => true,
        ItemKind::Card(card) => card.form == CardForm::Question,
        _ => false,
    }
}

fn finding(cx: &ItemCx<'_>, line: &ItemLine<'_>, found: native::Separator) -> Finding {
    let place = line.part(found.start, found.end) + cx.start;
    let start = line.start + cx.start;
    Finding::new(place, "this `::` makes no card")
        .label("read as text: the line is not the first of its block")
        .help(
            "if the line is a card, put a blank line before it; if it is text, put `\\` before the \
               `::`",
        )
        .fix(Fix::unsafe_(
            "Put a blank line before it: it is a card",
            [TextEdit::insert(start, blank_line(cx, line.start))],
        ))
        .fix(Fix::unsafe_("Escape the `::`: it is text", [TextEdit::insert(place.start(), "\\")]))
}
