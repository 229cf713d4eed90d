//! The days of a value of the gold (TIMEX) or of ours (EDTF).
//!
//! `BC0490` and `-0489` are 490 BC.

use deck_dates::{Interval, calendar};

/// The intervals that a value may stand for: one, or those of both ends of a range and their sum.
pub(super) fn all(value: &str) -> Vec<Interval> {
    let value = value.trim_matches(['(', ')']);
    if !value.contains(['/', ',']) {
        return one(value).into_iter().collect();
    }
    let ends: Vec<_> = value.split(['/', ',']).take(2).map(one).collect();
    let mut found: Vec<_> = ends.iter().copied().flatten().collect();
    if let [Some(start), Some(end)] = ends[..] {
        // As in the gold's scorer, an end before its start matches nothing.
        found.push(Interval { first: start.first, last: end.last });
    }
    found
}

/// How the years of a value count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Era {
    Common,
    /// Before Christ, without a year 0.
    Before,
    /// Negative, with a year 0.
    Negative,
}

/// The interval of a single value.
pub(super) fn one(value: &str) -> Option<Interval> {
    let value = value.trim().trim_end_matches(['~', '?', '%']).to_uppercase();
    let (era, value) = match value.strip_prefix("BC") {
        Some(rest) => (Era::Before, rest),
        None => match value.strip_prefix('-').filter(|rest| digits(rest, 4)) {
            Some(rest) => (Era::Negative, rest),
            None => (Era::Common, value.as_str()),
        },
    };
    let mut value = without_time(value);
    while let Some(rest) = value.strip_suffix("-XX") {
        value = rest;
    }
    let parts: Vec<_> = value.split('-').collect();
    match parts[..] {
        [years] => of_years(years, era),
        [year, part] => of_part(year_of(year, era)?, part),
        [year, week, day] if week.starts_with('W') => of_week(year_of(year, era)?, week, Some(day)),
        [year, month, day] => of_day(year_of(year, era)?, number(month)?, number(day)?),
        _ => None,
    }
}

fn digits(text: &str, count: usize) -> bool {
    text.len() >= count && text.bytes().take(count).all(|byte| byte.is_ascii_digit())
}

/// The date before the `T` of a date with a time.
fn without_time(value: &str) -> &str {
    let Some((date, _)) = value.split_once('T') else { return value };
    let parts: Vec<_> = date.split('-').collect();
    let part = |text: &str, count: usize| {
        text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
    };
    match parts[..] {
        [year, month, day] if part(year, 4) && part(month, 2) && part(day, 2) => date,
        [year, week, day] if part(year, 4) && week.starts_with('W') && digits(day, 1) => date,
        _ => value,
    }
}

fn number(text: &str) -> Option<u8> {
    if digits(text, 2) && text.len() == 2 { text.parse().ok() } else { None }
}

fn year_of(text: &str, era: Era) -> Option<i32> {
    let year: i32 = (text.len() == 4 && digits(text, 4)).then(|| text.parse().ok())??;
    Some(match era {
        Era::Common => year,
        Era::Before => 1 - year,
        Era::Negative => -year,
    })
}

fn of_years(text: &str, era: Era) -> Option<Interval> {
    let known = text.trim_end_matches('X');
    let length = match (known.len(), text.len()) {
        (4, 4) => {
            let year = year_of(text, era)?;
            return Some(Interval::of_years(year, year));
        }
        (3, 3 | 4) => 10,
        (2, 2 | 4) => 100,
        _ => return None,
    };
    let first = digits(known, known.len()).then(|| known.parse::<i32>().ok())?? * length;
    let last = first + length - 1;
    // The scorer of the gold turns both kinds of negative years alike here.
    Some(match era {
        Era::Common => Interval::of_years(first, last),
        Era::Before | Era::Negative => Interval::of_years(1 - last, 1 - first),
    })
}

fn of_part(year: i32, part: &str) -> Option<Interval> {
    let season = |month| Some(Interval::of_months((year, month), 3));
    match part {
        "SP" | "21" => return season(3),
        "SU" | "22" => return season(6),
        "FA" | "AU" | "23" => return season(9),
        "WI" | "24" => return season(12),
        _ => {}
    }
    if let Some(month) = number(part) {
        return (1..=12).contains(&month).then(|| Interval::of_months((year, month), 1));
    }
    if part.starts_with('W') {
        return of_week(year, part, None);
    }
    let count: u8 = part.get(1..)?.parse().ok()?;
    match (part.get(..1)?, count) {
        ("Q", 1..=4) => Some(Interval::of_months((year, count * 3 - 2), 3)),
        ("H", 1..=2) => Some(Interval::of_months((year, count * 6 - 5), 6)),
        _ => None,
    }
}

fn of_day(year: i32, month: u8, day: u8) -> Option<Interval> {
    let exists =
        (1..=12).contains(&month) && (1..=calendar::days_in_month(year, month)).contains(&day);
    let day = calendar::from_gregorian((year, month, day));
    exists.then(|| Interval::new(day, day))
}

/// A week of ISO 8601, a day of one, or its weekend.
fn of_week(year: i32, week: &str, day: Option<&str>) -> Option<Interval> {
    let week = i64::from(number(week.strip_prefix('W')?)?);
    let fourth = calendar::from_gregorian((year, 1, 4));
    let monday = fourth - (fourth - 1).rem_euclid(7) + (week - 1) * 7;
    match day {
        None => Some(Interval::new(monday, monday + 6)),
        Some("WE") => Some(Interval::new(monday + 5, monday + 6)),
        Some(day) if day.len() == 1 => {
            let day = monday + day.parse::<i64>().ok()? - 1;
            Some(Interval::new(day, day))
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_both_sorts() {
        assert_eq!(one("BC0490"), one("-0489"));
        assert_eq!(one("193X"), one("193"));
        assert_eq!(one("1938-22"), one("1938-SU"));
        assert_eq!(one("1904-05-01TMO"), one("1904-05-01"));
        assert_eq!(one("1943-07-XX"), one("1943-07"));
        assert_eq!(one("2008-H2"), all("2008-07/2008-12").last().copied());
        assert_eq!(one("2007-W01"), Some(Interval::new(732_677, 732_683)));
        assert_eq!(one("PXD"), None);
        assert_eq!(one("XXXX-09-30"), None);
    }
}
