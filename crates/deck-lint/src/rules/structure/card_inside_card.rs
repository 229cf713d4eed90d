use deck_syntax::{CardForm, ItemKind, LineKind, SyntaxErrorKind, TextSize, obsidian};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::obsidian::{reaches_down, settings};
use crate::near_miss::{blank_line, item_above};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A card on one line that stands inside another card, which is lost.
pub(crate) static RULE: Rule = Rule {
    name: "card-inside-card",
    summary: "a `::` inside a card makes its line a card of its own, and the card around it is lost",
    group: Group::Structure,
    dialects: dialects::OBSIDIAN,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("card_inside_card.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} cards here are lost to a `::` inside them"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let is_one_line = cx.card().is_some_and(|card| matches!(card.form, CardForm::OneLine { .. }));
    if !is_one_line || !item_above(cx).is_some_and(|above| would_be_card(&above)) {
        return;
    }
    let Some(line) = cx.lines().next() else { return };
    let settings = settings(cx.file);
    let Some(separator) = obsidian::inline_separator(line.content, settings) else { return };
    let mark = &line.content[separator.start..separator.end];
    let start = TextSize::new(0);
    findings.push(
        Finding::new(
            line.part(separator.start, separator.end),
            format!("this `{mark}` makes the line a card of its own, and the card above is lost"),
        )
        .label("inside another card")
        .help(
            "if the line is a card, put a blank line before it; if it belongs to the card above, \
             put a `\\` or a space between its colons, or backticks around it",
        )
        .fix(Fix::unsafe_(
            "Put a blank line before it: it is a card",
            [TextEdit::insert(start, blank_line(cx, start))],
        )),
    );
}

/// Whether the lines of an item of prose would be a card if nothing stood directly below them.
fn would_be_card(cx: &ItemCx<'_>) -> bool {
    if cx.item.kind != ItemKind::Prose || !reaches_down(cx) {
        return false;
    }
    let settings = settings(cx.file);
    let mut asks = false;
    cx.lines().any(|line| {
        let parts = asks && line.kind == LineKind::Separator;
        asks |= line.kind == LineKind::Prose;
        parts || !line.verbatim && obsidian::has_deletion(line.content, settings)
    }) && !cx.item.errors.iter().any(|error| error.kind == SyntaxErrorKind::MissingQuestion)
}
