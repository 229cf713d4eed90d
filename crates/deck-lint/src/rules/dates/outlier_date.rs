use crate::diagnostic::Level;
use crate::events::{EVENTS, agreed};
use crate::finding::{Finding, Related};
use crate::rule::{Check, FixKind, Group, Members, Rule, dialects};

/// A date with a wrong digit, which the other cards have right.
pub(crate) static RULE: Rule = Rule {
    name: "outlier-date",
    summary: "a date differs in one digit from that of three other cards about the same",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("outlier_date.md"),
    rollup: None,
    check: Check::Workspace { index: &EVENTS, judge },
};

fn judge(members: &Members<'_>) -> Vec<(usize, Finding)> {
    (0..members.items().count())
        .filter_map(|number| Some((number, finding(members, number)?)))
        .collect()
}

fn finding(members: &Members<'_>, number: usize) -> Option<Finding> {
    let first = agreed(members, number)?;
    let other = members.item(first);
    let (event, right) = (members.events()[number]?, members.events()[first]?);
    let text = &other.text[right.date.range];
    let finding = Finding::new(event.date.range, format!("three other cards or more say {text}"))
        .label("a wrong digit?")
        .help("a digit may have slipped: look the date up and correct it")
        .related(Related {
            member: Some(first),
            range: right.date.range,
            text: "as most cards say".to_owned(),
        });
    Some(finding)
}
