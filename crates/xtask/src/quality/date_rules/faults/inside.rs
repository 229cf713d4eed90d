//! Faults inside a sentence: its dates are changed where they stand.

use std::ops::Range;

use deck_dates::Weekday;
use deck_dates::calendar::{days_in_month, from_gregorian};

use super::super::cards::{Document, Fact};
use super::super::written::Written;
use super::{Cards, Fault};
use crate::corpus::Rng;

/// The 31st of a month of 30 days, the 30th of February.
pub(in super::super) fn impossible_day(
    document: &Document,
    fact: &Fact,
    _: &mut Rng,
) -> Option<Fault> {
    let (day, month) = fact.dates.iter().find_map(|date| {
        let (_, range) = date.day.as_ref()?;
        let month = date.month.filter(|month| days_in_month(2000, *month) < 31)?;
        Some((range, month))
    })?;
    let ordinal = fact.text[day.clone()].ends_with(|c: char| c.is_ascii_alphabetic());
    let written = match (month, ordinal) {
        (2, false) => "30",
        (2, true) => "30th",
        (_, false) => "31",
        (_, true) => "31st",
    };
    let wrong = replaced(&fact.text, day, written);
    Some(fault(document, fact, &fact.text, &wrong))
}

/// A range with its ends swapped.
pub(in super::super) fn reversed_range(
    document: &Document,
    fact: &Fact,
    _: &mut Rng,
) -> Option<Fault> {
    let [from, upto] = fact.dates.windows(2).find_map(|pair| {
        let [from, upto] = pair else { return None };
        let alike = from.month.is_some() == upto.month.is_some()
            && from.day.is_some() == upto.day.is_some();
        let is_range = alike && from.year < upto.year && parted(&fact.text, from, upto);
        is_range.then_some([from, upto])
    })?;
    let wrong = format!(
        "{}{}{}{}{}",
        &fact.text[..from.range.start],
        &fact.text[upto.range.clone()],
        &fact.text[from.range.end..upto.range.start],
        &fact.text[from.range.clone()],
        &fact.text[upto.range.end..],
    );
    Some(fault(document, fact, &fact.text, &wrong))
}

/// Whether what stands between two dates makes a range of them.
fn parted(text: &str, from: &Written, upto: &Written) -> bool {
    let before = text[..from.range.start].trim_end();
    match text[from.range.end..upto.range.start].trim() {
        "-" | "–" | "—" | "to" | "until" | "till" => true,
        "and" => before.ends_with("between") || before.ends_with("Between"),
        _ => false,
    }
}

/// A weekday, or another one where there is one, beside a day of the present calendar.
pub(in super::super) fn other_weekday(
    document: &Document,
    fact: &Fact,
    rng: &mut Rng,
) -> Option<Fault> {
    let (date, right) = fact.dates.iter().find_map(|date| {
        let (day, month) = (date.day.as_ref()?.0, date.month?);
        let exists = (1..=days_in_month(date.year, month)).contains(&day);
        // Russia had its own calendar until 1918.
        let sure = exists && date.year > 1918;
        sure.then(|| (date, Weekday::of(from_gregorian((date.year, month, day)))))
    })?;
    let wrong = Weekday::ALL.into_iter().filter(|weekday| *weekday != right).nth(rng.below(6))?;
    let mark = if fact.text[date.range.clone()].starts_with(|c: char| c.is_ascii_digit()) {
        " "
    } else {
        ", "
    };
    // The weekday that a sentence has already gives way.
    let before = &fact.text[..date.range.start];
    let bare = before.trim_end_matches([' ', ',']);
    let named = Weekday::ALL.iter().find_map(|weekday| bare.strip_suffix(weekday.name()));
    let start = named.map_or(before.len(), str::len);
    let with = |weekday: Weekday| {
        let written = format!("{}{mark}{}", weekday.name(), &fact.text[date.range.clone()]);
        replaced(&fact.text, &(start..date.range.end), &written)
    };
    Some(fault(document, fact, &with(right), &with(wrong)))
}

fn fault(document: &Document, fact: &Fact, right: &str, wrong: &str) -> Fault {
    let cards = |text: &str| Cards::here(document.reworded(fact, text));
    Fault { card: fact.card, right: cards(right), wrong: cards(wrong) }
}

/// A text with another one in the place of a part.
pub(super) fn replaced(text: &str, range: &Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..range.start], &text[range.end..])
}
