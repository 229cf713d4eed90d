use deck_syntax::{LineKind, TextRange};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::Finding;
use crate::rule::{Check, FixKind, Group, ItemCx, Members, Rollup, Rule, dialects};
use crate::twins::{Likeness, QUESTIONS};

/// The same card twice.
pub(crate) static RULE: Rule = Rule {
    name: "duplicate-card",
    summary: "the same question with the same answer stands twice in the workspace",
    group: Group::Duplicates,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("duplicate_card.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} cards of this file stand elsewhere too, word for word"),
        one_card_in: None,
    }),
    check: Check::Workspace { index: &QUESTIONS, judge },
};

fn judge(members: &Members<'_>) -> Vec<(usize, Finding)> {
    let same = members.twins().iter().filter(|twin| twin.likeness == Likeness::Card);
    same.filter_map(|twin| {
        let later = members.item(twin.later);
        let finding = Finding::new(later.card()?.front, "this card stands twice")
            .label("the same question with the same answer")
            .help("delete one of the two: you would revise the same fact twice")
            .related_all(twin.places(members, "it stands here already"), twin.more)
            .fix(Fix::unsafe_("Delete this card", [TextEdit::delete(whole(&later))]));
        Some((twin.later, finding))
    })
    .collect()
}

/// The card with the blank lines directly below it.
fn whole(item: &ItemCx<'_>) -> TextRange {
    let visible = item.item.visible();
    let below = item.item.lines().skip_while(|(range, _)| range.start() < visible.end());
    let blank = below.take_while(|(_, kind)| *kind == LineKind::Blank).last();
    TextRange::up_to(blank.map_or(visible.end(), |(range, _)| range.end()))
}
