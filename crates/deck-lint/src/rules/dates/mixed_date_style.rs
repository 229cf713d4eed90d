use deck_dates::{Mention, Value, calendar};
use text_size::TextRange;

use crate::dated::points;
use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, ItemCx, Rule, dialects};

/// Dates written in two ways in one deck.
pub(crate) static RULE: Rule = Rule {
    name: "mixed-date-style",
    summary: "a date is written in another way than the others of its deck",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: false,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("mixed_date_style.md"),
    rollup: None,
    check: Check::Deck(check),
};

/// A date as it is written.
struct Written {
    range: TextRange,
    day_first: bool,
    /// How it is written the other way.
    other: String,
}

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let dates: Vec<Written> = cx
        .items()
        .flat_map(|item| points(&item).filter_map(move |date| written(&item, date)))
        .collect();
    let day_first = dates.iter().filter(|date| date.day_first).count();
    let month_first = dates.len() - day_first;
    let first = dates.first().is_some_and(|date| date.day_first);
    // Where there are as many of both, the first one decides.
    let wanted = day_first > month_first || (day_first == month_first && first);
    for date in dates.into_iter().filter(|date| date.day_first != wanted) {
        findings.push(finding(cx, date));
    }
}

/// A whole date with its month in words, and nothing else beside it.
fn written(item: &ItemCx<'_>, date: &Mention) -> Option<Written> {
    let Some(Value::Day(Some(year), month, day)) = date.value else { return None };
    let text = &item.text[date.range];
    let name = calendar::MONTHS.get(usize::from(month.checked_sub(1)?))?;
    let day_first = format!("{day} {name} {year}");
    let month_first = format!("{name} {day}, {year}");
    let is_day_first = text == day_first;
    let known = is_day_first || text == month_first;
    (known && date.is_explicit()).then(|| Written {
        range: date.range + item.start,
        day_first: is_day_first,
        other: if is_day_first { month_first } else { day_first },
    })
}

fn finding(cx: &DeckCx<'_>, date: Written) -> Finding {
    let text = &cx.text()[date.range];
    Finding::new(date.range, format!("the other dates are written like {}", date.other))
        .label("the other way round")
        .help("one way of writing dates is easier to read, and to search for")
        .fix(Fix::safe(
            format!("Write `{}` for `{text}`", date.other),
            [TextEdit::replace(date.range, date.other)],
        ))
}
