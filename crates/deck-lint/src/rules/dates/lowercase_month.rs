use deck_dates::{Mention, Value, calendar};
use text_size::TextRange;

use crate::dated::points;
use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A month with a small letter.
pub(crate) static RULE: Rule = Rule {
    name: "lowercase-month",
    summary: "the name of a month starts with a small letter in an English deck",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("lowercase_month.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} months here start with a small letter"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for date in points(cx) {
        let Some((range, name)) = month(cx, date) else { continue };
        if cx.text[range].starts_with(|c: char| c.is_ascii_lowercase()) && cx.file.is_english() {
            findings.push(finding(range, name));
        }
    }
}

/// The name of a month that is written in full, and where it stands. `may`, `march` and `august`
/// are other words too, and need a year beside them; other names need a day or a year.
fn month(cx: &ItemCx<'_>, date: &Mention) -> Option<(TextRange, &'static str)> {
    let range = date.month_range?;
    let at = calendar::MONTHS.iter().position(|name| name.eq_ignore_ascii_case(&cx.text[range]))?;
    let dated = date.is_explicit() || matches!(date.value, Some(Value::Day(..)));
    let sure = if matches!(at, 2 | 4 | 7) { date.is_explicit() } else { dated };
    sure.then_some((range, calendar::MONTHS[at]))
}

fn finding(range: TextRange, name: &str) -> Finding {
    Finding::new(range, format!("the month is written `{name}`"))
        .label("with a capital in English")
        .help("an examiner marks it as a spelling mistake, and a search for the month misses it")
        .fix(Fix::safe(format!("Write `{name}`"), [TextEdit::replace(range, name)]))
}
