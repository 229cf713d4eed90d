use deck_dates::{Bound, Mention};

use crate::diagnostic::Level;
use crate::events::{EVENTS, Event, ask_the_same, is_outlier};
use crate::finding::{Finding, Related};
use crate::rule::{Check, FixKind, Group, ItemCx, Members, Rule, dialects};

/// The same event at two dates.
pub(crate) static RULE: Rule = Rule {
    name: "conflicting-dates",
    summary: "two cards give the same event two dates",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("conflicting_dates.md"),
    rollup: None,
    check: Check::Workspace { index: &EVENTS, judge },
};

/// So many dates of one event are no slip, and comparing each with all would take for ever.
const MOST_DATES: usize = 40;

/// Whether two cards of a file say the same.
fn same(known: &(usize, ItemCx<'_>, Event<'_>), item: &ItemCx<'_>, event: &Event<'_>) -> bool {
    std::ptr::eq(known.1.file, item.file) && known.2.says_the_same(event)
}

/// A date with the word that says on which side of it something was.
fn in_words(date: &Mention, text: &str) -> String {
    match date.bound {
        Some(Bound::Before) => format!("before {text}"),
        Some(Bound::After) => format!("after {text}"),
        Some(Bound::By) => format!("by {text}"),
        _ => text.to_owned(),
    }
}

fn judge(members: &Members<'_>) -> Vec<(usize, Finding)> {
    let mut earlier: Vec<(usize, ItemCx<'_>, Event<'_>)> = Vec::new();
    let mut found = Vec::new();
    for (number, item) in members.items().enumerate() {
        let Some(event) = members.events()[number] else { continue };
        if is_outlier(members, number) {
            continue;
        }
        let conflict = earlier.iter().find(|(_, other_item, other)| {
            let same_file = std::ptr::eq(other_item.file, item.file);
            // Where the questions are the same, the answers are said to conflict.
            other.contradicts(&event, same_file) && !ask_the_same(other_item, &item)
        });
        if let Some((other, other_item, first)) = conflict {
            let text = &other_item.text[first.date.range];
            let text = in_words(first.date, text);
            let finding = Finding::new(
                event.date.range,
                format!("another card gives {text} as the date of this"),
            )
            .label(format!("not {text}?"))
            .help("find out which of the two is right, and correct the other card")
            .related(Related {
                member: Some(*other),
                range: first.date.range,
                text: "the other date".to_owned(),
            });
            found.push((number, finding));
        } else if earlier.len() < MOST_DATES && !earlier.iter().any(|it| same(it, &item, &event)) {
            earlier.push((number, item, event));
        }
    }
    found
}
