use deck_dates::{Relation, compare};

use crate::diagnostic::Level;
use crate::events::{EVENTS, Event, Role};
use crate::finding::{Finding, Related};
use crate::rule::{Check, FixKind, Group, Members, Rule, dialects};

/// A date outside the time of what it is said to lie in.
pub(crate) static RULE: Rule = Rule {
    name: "outside-period",
    summary: "a date lies outside the time that another card gives for what it is part of",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("outside_period.md"),
    rollup: None,
    check: Check::Workspace { index: &EVENTS, judge },
};

fn judge(members: &Members<'_>) -> Vec<(usize, Finding)> {
    let of = |role: Role| {
        let events = members.events().iter().enumerate();
        events.filter_map(move |(at, it)| Some((at, (*it)?))).filter(move |(_, it)| it.role == role)
    };
    let spans: Vec<(usize, Event<'_>)> = of(Role::Span).take(MOST_SPANS).collect();
    let found = of(Role::Within).filter_map(|(at, event)| {
        let near = |other: usize| {
            !event.short_name || std::ptr::eq(members.item(at).file, members.item(other).file)
        };
        let mut near = spans.iter().filter(|(other, _)| near(*other)).peekable();
        let &&first = near.peek()?;
        let outside = |(_, span): &(usize, Event<'_>)| {
            compare(span.date, event.date) == Some(Relation::Disjoint)
        };
        near.all(outside).then(|| (at, finding(members, event, first)))
    });
    found.collect()
}

/// More cards than that on one span are not each looked at.
const MOST_SPANS: usize = 20;

fn finding(members: &Members<'_>, event: Event<'_>, (other, span): (usize, Event<'_>)) -> Finding {
    let text = &members.item(other).text[span.date.range];
    Finding::new(event.date.range, format!("this is part of what another card dates {text}"))
        .label("outside that time")
        .help("find out which of the two dates is wrong, and correct its card")
        .related(Related {
            member: Some(other),
            range: span.date.range,
            text: "the time of the whole".to_owned(),
        })
}
