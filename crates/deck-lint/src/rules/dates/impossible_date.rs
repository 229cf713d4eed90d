use deck_dates::{Mention, Value, calendar};

use crate::dated::points;
use crate::diagnostic::Level;
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
    for date in points(cx).filter(|date| date.impossible() && is_month(cx, date)) {
        if let Some(Value::Day(year, month, day)) = date.value {
            // The year of 29 February may have been another one than that of the date before.
            let year = year.filter(|_| date.is_explicit());
            if day == 0 || day > calendar::most_days_in_month(year, month) {
                findings.push(finding(date, year, month, day));
            }
        }
    }
}

/// Whether the word is certainly a month: "of 40 may survive" and "35 march on" have none.
fn is_month(cx: &ItemCx<'_>, date: &Mention) -> bool {
    let Some(month) = date.month_range else { return true };
    let capital = cx.text[month].starts_with(|c: char| c.is_ascii_uppercase());
    let word = matches!(&*cx.text[month].to_ascii_lowercase(), "may" | "march" | "august" | "mar");
    capital || !word || date.is_explicit()
}

fn finding(date: &Mention, year: Option<i32>, month: u8, day: u8) -> Finding {
    let name = calendar::MONTHS[usize::from(month.clamp(1, 12) - 1)];
    let days = calendar::most_days_in_month(year, month);
    let year = year.filter(|_| month == 2).map_or(String::new(), |year| format!(" {year}"));
    Finding::new(date.range, format!("there is no day {day} in {name}{year}"))
        .label(format!("{name}{year} has {days} days"))
        .help("look the date up: what stands on a card is learnt as it stands")
}
