use deck_dates::{Kind, Length, Mention, Unit};

use crate::dated::{after, before, is_exact, last_word, neighbours};
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A length of time that its own dates contradict.
pub(crate) static RULE: Rule = Rule {
    name: "duration-mismatch",
    summary: "a length of time does not fit the dates beside it",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("duration_mismatch.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for (one, gap, other) in neighbours(cx) {
        let (length, range) = if one.kind == Kind::Duration { (one, other) } else { (other, one) };
        let joined = if length == one { spelled_out(cx, gap, other) } else { summed_up(gap) };
        if joined
            && is_counted(cx, length)
            && let Some(said) = length.length
            && let Some(real) = mismatch(said, range)
        {
            findings.push(finding(cx, length, range, real));
        }
    }
}

/// `five years (1928–1933)`, `five years, from 1928 to 1933`
fn spelled_out(cx: &ItemCx<'_>, gap: &str, range: &Mention) -> bool {
    match gap {
        "(" | "(from" => after(cx, range).trim_start().starts_with(')'),
        ", from" | "from" | ", between" | "between" => true,
        _ => false,
    }
}

/// `1928–1933 (five years)`, `1889–1945, aged 56`
fn summed_up(gap: &str) -> bool {
    matches!(gap, "(" | "), aged" | ") aged" | ", aged" | ", at the age of" | "), at the age of")
}

/// Whether it is the length of what the dates are about: not `every five years`, `after five
/// years`, `Five-Year Plan`.
fn is_counted(cx: &ItemCx<'_>, length: &Mention) -> bool {
    const NOT: [&str; 12] = [
        "every", "after", "within", "each", "per", "first", "last", "next", "another", "about",
        "than", "over",
    ];
    let word = last_word(before(cx, length)).to_ascii_lowercase();
    let name = cx.text[length.range]
        .split([' ', '-'])
        .skip(1)
        .any(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
    let possessive = after(cx, length).starts_with(['\'', '’', '-']);
    !NOT.contains(&&*word) && !name && !possessive
}

/// From how many to how many of the unit the dates are apart, where it is not as many as said.
fn mismatch(said: Length, range: &Mention) -> Option<(i64, i64)> {
    let [start, end] = range.ends.as_deref()?;
    let number = i64::from(said.least.filter(|_| said.least == said.most && !said.approximate)?);
    if !is_exact(range) || !is_exact(start) || !is_exact(end) || range.reversed() {
        return None;
    }
    let (start, end) = (start.interval?, end.interval?);
    let days = days_of(said.unit)?;
    let least = (end.first - start.last).max(0) * 100 / days;
    // A leap day makes no year longer, nor a month of 31 days a month.
    let spare = if days > 700 { 2 } else { 0 };
    let most = ((end.last - start.first + 1 - spare) * 100 + days - 1) / days;
    (number < least || number > most).then_some((least, most))
}

/// A hundred times the days of a unit; `None` for those that are too short to be told by dates.
fn days_of(unit: Unit) -> Option<i64> {
    Some(match unit {
        Unit::Day => 100,
        Unit::Week => 700,
        Unit::Month => 3_044,
        Unit::Year => 36_525,
        Unit::Decade => 365_250,
        Unit::Century => 3_652_500,
        _ => return None,
    })
}

fn units(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "days",
        Unit::Week => "weeks",
        Unit::Month => "months",
        Unit::Decade => "decades",
        Unit::Century => "centuries",
        _ => "years",
    }
}

fn finding(
    cx: &ItemCx<'_>,
    length: &Mention,
    range: &Mention,
    (least, most): (i64, i64),
) -> Finding {
    let real = if least + 1 >= most { most } else { i64::midpoint(least, most) };
    let (dates, said) = (&cx.text[range.range], &cx.text[length.range]);
    Finding::new(
        length.range,
        format!("{dates} is about {real} {}, not {said}", units(length.granularity)),
    )
    .label("does not fit the dates")
    .help("count again, and look up the dates: one of the three numbers is wrong")
    .place(range.range, "these dates")
}
