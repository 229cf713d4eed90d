use deck_syntax::{AttributeKey, TextRange};

use crate::diagnostic::Level;
use crate::finding::{Finding, Related};
use crate::rule::{Check, FixKind, Group, Index, ItemCx, Members, Rule, dialects};

/// An `@id` that stands there twice.
pub(crate) static RULE: Rule = Rule {
    name: "duplicate-id",
    summary: "two cards have the same `@id`",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("duplicate_id.md"),
    rollup: None,
    check: Check::Workspace { index: &BY_ID, judge },
};

static BY_ID: Index = Index { keys: |facts| facts.id.as_slice(), scoped: false };

fn judge(members: &Members<'_>) -> Vec<(usize, Finding)> {
    let mut items = members.items().enumerate();
    let Some((_, first)) = items.next() else { return Vec::new() };
    let Some(first_range) = id(&first) else { return Vec::new() };
    let name = &first.text[first_range];
    // A hash brought them together; the words decide.
    items
        .filter_map(|(member, item)| {
            Some((member, id(&item).filter(|id| &item.text[*id] == name)?))
        })
        .map(|(member, range)| {
            let place = Related {
                member: Some(0),
                range: first_range,
                text: "the first card with it".to_owned(),
            };
            let finding = Finding::new(range, format!("another card has the id `{name}` already"))
                .label("the second of its name")
                .help(
                    "give this card an id of its own: with one id for two cards, what you \
                     learned of the one is booked on the other",
                )
                .related(place);
            (member, finding)
        })
        .collect()
}

fn id(cx: &ItemCx<'_>) -> Option<TextRange> {
    Some(cx.card()?.attribute(AttributeKey::Id)?.value)
}
