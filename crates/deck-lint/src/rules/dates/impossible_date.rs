use crate::diagnostic::Level;
use crate::facts::dates::Mention;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A day that its month does not have.
pub(crate) static RULE: Rule = Rule {
    name: "impossible-date",
    summary: "a date names a day that its month does not have",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("impossible_date.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for date in cx.facts.iter().flat_map(|facts| &facts.dates) {
        if !is_month(cx, date) {
            continue;
        }
        if let Some(day) = date.day.filter(|&day| day == 0 || day > date.days_in_month()) {
            findings.push(finding(date, day));
        }
    }
}

/// Whether the word is certainly a month: "of 40 may survive" and "35 march on" have none.
fn is_month(cx: &ItemCx<'_>, date: &Mention) -> bool {
    let capital = cx.text[date.month_range].starts_with(|c: char| c.is_ascii_uppercase());
    !matches!(date.month, 3 | 5 | 8) || capital || date.year.is_some()
}

fn finding(date: &Mention, day: u8) -> Finding {
    let (month, days) = (date.month_name(), date.days_in_month());
    let year =
        date.year.filter(|_| date.month == 2).map_or(String::new(), |year| format!(" {year}"));
    Finding::new(date.range, format!("there is no day {day} in {month}{year}"))
        .label(format!("{month}{year} has {days} days"))
        .help("look the date up: what stands on a card is learnt as it stands")
}
