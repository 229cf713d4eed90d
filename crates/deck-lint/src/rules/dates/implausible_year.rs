use deck_dates::{Confidence, Mention, Value};

use crate::dated::after;
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A number that stands where a year stands and cannot be one.
pub(crate) static RULE: Rule = Rule {
    name: "implausible-year",
    summary: "a year has a digit too many, or lies far ahead",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("implausible_year.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(facts) = cx.facts else { return };
    let all = || facts.front_dates().iter().chain(facts.back_dates());
    // Numbers of other things stand after `in` and `from` too: only beside a real year is it one.
    let in_history = all().any(|it| it.confidence > Confidence::Low && is_past(it));
    for date in all().filter(|_| in_history) {
        if is_implausible(cx, date) {
            findings.push(finding(cx, date));
        }
    }
}

fn is_past(mention: &Mention) -> bool {
    let points = mention.points().iter().filter(|it| it.is_explicit());
    let years = points.filter_map(|it| it.value.and_then(Value::year));
    years.into_iter().any(|year| (1000..2000).contains(&year))
}

/// Whether the number ends its clause, is no round one, and is a year of our time with a digit too
/// many or changed: 19334, 2938.
fn is_implausible(cx: &ItemCx<'_>, mention: &Mention) -> bool {
    let Some(Value::Year(year)) = mention.value else { return false };
    let rest = after(cx, mention);
    let ends =
        rest.trim_end().is_empty() || rest.starts_with(['.', ',', ';', ')', '?', '\n', '\r']);
    let decimal =
        rest.starts_with(['.', ',']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let shape = match year {
        10_000..=99_999 => one_digit_less(year).any(|year| (1500..=2030).contains(&year)),
        2_500..=2_999 => true,
        _ => false,
    };
    shape && ends && !decimal && year % 100 != 0 && mention.era.is_none()
}

/// The numbers that are left when one digit is taken away.
fn one_digit_less(year: i32) -> impl Iterator<Item = i32> {
    [1, 10, 100, 1_000, 10_000].into_iter().map(move |at| year / (at * 10) * at + year % at)
}

fn finding(cx: &ItemCx<'_>, mention: &Mention) -> Finding {
    let number = &cx.text[mention.range];
    Finding::new(mention.range, format!("{number} is hardly a year"))
        .label("a digit too many, or a wrong one")
        .help("look the year up and correct it; if this is no year, say what it counts")
}
