use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::near_miss::obsidian::{has_tag, settings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rule, dialects};

/// A note with cards and no tag that makes it a deck.
pub(crate) static RULE: Rule = Rule {
    name: "untagged-note",
    summary: "a note has cards, but no flashcard tag",
    group: Group::Structure,
    dialects: dialects::OBSIDIAN,
    level: Level::Hint,
    enabled: false,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("untagged_note.md"),
    rollup: None,
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let Some(card) = cx.file.deck.cards().next() else { return };
    let Some(tag) = settings(cx.file).tags.first() else { return };
    if has_tag(cx.file) {
        return;
    }
    let place = if card.card.front.is_empty() { card.item.visible() } else { card.card.front };
    findings.push(
        Finding::new(place + card.start, "no card of this note is asked: it has no flashcard tag")
            .label("the first card")
            .help(format!("write `{tag}` on a line of its own at the top of the note")),
    );
}
