use crate::diagnostic::{Fix, Level, TextEdit};
use crate::facts::dates::Mention;
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
    for date in cx.facts.iter().flat_map(|facts| &facts.dates) {
        if is_lowercase(cx, date) && is_month(date) && cx.file.is_english() {
            findings.push(finding(date));
        }
    }
}

fn is_lowercase(cx: &ItemCx<'_>, date: &Mention) -> bool {
    cx.text[date.month_range].starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether the word is certainly a month: `may`, `march` and `august` are other words too, and
/// need a year beside them.
fn is_month(date: &Mention) -> bool {
    !matches!(date.month, 3 | 5 | 8) || date.year.is_some()
}

fn finding(date: &Mention) -> Finding {
    let name = date.month_name();
    Finding::new(date.month_range, format!("the month is written `{name}`"))
        .label("with a capital in English")
        .help("an examiner marks it as a spelling mistake, and a search for the month misses it")
        .fix(Fix::safe(format!("Write `{name}`"), [TextEdit::replace(date.month_range, name)]))
}
