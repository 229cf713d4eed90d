use deck_dates::{Mention, Value, Weekday, calendar};
use text_size::{TextRange, TextSize};

use crate::dated::points;
use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A weekday that the date beside it did not have.
pub(crate) static RULE: Rule = Rule {
    name: "weekday-mismatch",
    summary: "a date fell on another day of the week than the one beside it",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("weekday_mismatch.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for date in points(cx) {
        let Some((written, right)) = date.weekday.zip(date.right_weekday()) else { continue };
        // Either order of day and month may be meant.
        if date.alternative.is_some() || is_julian(cx, date, written) {
            continue;
        }
        if let Some(range) = name_range(cx, date, written) {
            findings.push(finding(cx, date, range, right));
        }
    }
}

/// Whether the weekday is that of the Julian calendar, where some country still kept it:
/// Sunday 9 January 1905.
fn is_julian(cx: &ItemCx<'_>, date: &Mention, written: Weekday) -> bool {
    match date.value {
        Some(Value::Day(Some(year), month, day)) if year <= 1923 => {
            let kept = (year, month, day) < RUSSIA_CHANGED || is_of_last_to_change(cx.text);
            kept && Weekday::of(calendar::from_julian((year, month, day))) == written
        }
        _ => false,
    }
}

/// When Russia took the present calendar over. A few countries followed until 1923.
const RUSSIA_CHANGED: (i32, u8, u8) = (1918, 2, 14);

/// Whether a card speaks of a country or church that was later than Russia.
fn is_of_last_to_change(text: &str) -> bool {
    const LAST: [&str; 11] = [
        "Greek",
        "Greece",
        "Romania",
        "Serb",
        "Yugoslav",
        "Orthodox",
        "Julian",
        "Old Style",
        "Turk",
        "Ottoman",
        "O.S.",
    ];
    LAST.iter().any(|word| text.contains(word))
}

/// Where the weekday's name stands, in full or in short.
fn name_range(cx: &ItemCx<'_>, date: &Mention, weekday: Weekday) -> Option<TextRange> {
    let text = &cx.text[date.range];
    let short = weekday.name().get(..3)?;
    let is_short =
        |at: &usize| text.get(*at..*at + 3).is_some_and(|start| start.eq_ignore_ascii_case(short));
    let at = (0..text.len()).find(is_short)?;
    let length = text[at..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let size = |at: usize| u32::try_from(at).ok().map(TextSize::new);
    Some(TextRange::at(date.range.start() + size(at)?, size(length)?))
}

fn finding(cx: &ItemCx<'_>, date: &Mention, name: TextRange, right: Weekday) -> Finding {
    let start = date.range.start();
    let said = cx.text[TextRange::new(start.max(name.end()), date.range.end().max(name.end()))]
        .trim_start_matches([',', ' ', '(', '.']);
    let said = if name.start() > start { &cx.text[date.range] } else { said };
    let insert = written_like(&cx.text[name], right);
    Finding::new(name, format!("{said} was a {}", right.name()))
        .label(format!("not a {}", &cx.text[name]))
        .help("the day or the date is wrong: look it up before you learn it")
        .fix(Fix::safe(format!("Write `{insert}`"), [TextEdit::replace(name, insert)]))
}

/// The weekday's name, as short as the one it takes the place of.
fn written_like(name: &str, right: Weekday) -> &'static str {
    if name.len() > 5 { right.name() } else { &right.name()[..3] }
}
