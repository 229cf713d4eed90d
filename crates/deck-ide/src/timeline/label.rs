//! A time in a few words that line up: `30 Sep 1938`, `May–Sep 1939`, `1914–1918`, `490 BC`.

use deck_dates::Interval;
use deck_dates::calendar::{self, YearMonthDay, days_in_month};

use super::{End, Event};

/// The time of an event in words.
pub fn date_in_words(event: &Event) -> String {
    let (start, end) = (event.start, event.end);
    let about = if start == End::Soft || end == End::Soft { "c. " } else { "" };
    // The days of `late 1950s` are a guess of ours, which nobody should learn.
    let days = match &event.said {
        Some(said) => said.clone(),
        None => format!("{about}{}", written(event.days)),
    };
    match (start, end) {
        (End::Open, End::Open) => "?".to_owned(),
        (End::Open, _) => format!("{} {days}", event.bound.unwrap_or("until")),
        (_, End::Open) => format!("{} {days}", event.bound.unwrap_or("since")),
        _ => days,
    }
}

/// Some days in words, as coarsely as they allow.
fn written(days: Interval) -> String {
    let (first, last) = (calendar::to_gregorian(days.first), calendar::to_gregorian(days.last));
    if is_start(first) && last.2 == days_in_month(last.0, last.1) {
        return match (first.1, last.1) {
            (1, 12) => years(first.0, last.0),
            _ => both(first, last, |(_, month, _)| month_name(month).to_owned()),
        };
    }
    both(first, last, |(_, month, day)| format!("{day} {}", month_name(month)))
}

fn is_start((_, _, day): YearMonthDay) -> bool {
    day == 1
}

fn month_name(month: u8) -> &'static str {
    let name = calendar::MONTHS.get(usize::from(month).saturating_sub(1));
    name.map_or("", |name| &name[..3])
}

/// Both ends, with the year once where it is the same.
fn both(first: YearMonthDay, last: YearMonthDay, write: fn(YearMonthDay) -> String) -> String {
    let (from, upto) = (write(first), write(last));
    if first.0 != last.0 {
        return format!("{from} {} – {upto} {}", year_in_words(first.0), year_in_words(last.0));
    }
    if from == upto {
        return format!("{from} {}", year_in_words(first.0));
    }
    format!("{from}–{upto} {}", year_in_words(first.0))
}

fn years(first: i32, last: i32) -> String {
    if let Some(century) = century(first, last) {
        return century;
    }
    let decade = first >= 0 && first % 10 == 0 && last == first + 9;
    match (first == last, decade, first > 0, last > 0) {
        (true, ..) => year_in_words(first),
        (_, true, ..) => format!("{first}s"),
        (_, _, true, true) => format!("{first}–{last}"),
        (_, _, false, false) => format!("{}–{}", 1 - i64::from(first), year_in_words(last)),
        _ => format!("{}–{}", year_in_words(first), year_in_words(last)),
    }
}

/// `19th c.` for 1800 to 1899, `10th c. BC` for 999 to 900 BC.
fn century(first: i32, last: i32) -> Option<String> {
    if i64::from(last) - i64::from(first) != 99 {
        return None;
    }
    let (number, era) = if first >= 0 { (first, "") } else { (1 - last, " BC") };
    (number % 100 == 0).then(|| format!("{} c.{era}", ordinal(number / 100 + 1)))
}

fn ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// A year in words; years are astronomical, so that 0 is 1 BC.
pub fn year_in_words(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i64::from(year)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Source;

    fn event(first: (i32, u8, u8), last: (i32, u8, u8), question: &str) -> Event {
        Event {
            file: String::new(),
            line: 1,
            item: 0,
            lane: String::new(),
            question: question.to_owned(),
            answer: String::new(),
            source: Source::Question,
            edtf: None,
            said: None,
            days: Interval::new(calendar::from_gregorian(first), calendar::from_gregorian(last)),
            start: End::Sharp,
            end: End::Sharp,
            bound: None,
            is_span: false,
        }
    }

    #[test]
    fn as_coarse_as_it_can_be() {
        let label = |first, last| date_in_words(&event(first, last, ""));
        assert_eq!(label((1938, 9, 30), (1938, 9, 30)), "30 Sep 1938");
        assert_eq!(label((1938, 9, 29), (1938, 9, 30)), "29 Sep–30 Sep 1938");
        assert_eq!(label((1939, 5, 1), (1939, 9, 30)), "May–Sep 1939");
        assert_eq!(label((1936, 2, 1), (1936, 2, 29)), "Feb 1936");
        assert_eq!(label((1932, 12, 1), (1933, 2, 28)), "Dec 1932 – Feb 1933");
        assert_eq!(label((1914, 1, 1), (1918, 12, 31)), "1914–1918");
        assert_eq!(label((1930, 1, 1), (1939, 12, 31)), "1930s");
        assert_eq!(label((1800, 1, 1), (1899, 12, 31)), "19th c.");
        assert_eq!(label((-998, 1, 1), (-899, 12, 31)), "10th c. BC");
        assert_eq!(label((-489, 1, 1), (-489, 12, 31)), "490 BC");
        assert_eq!(label((-263, 1, 1), (-145, 12, 31)), "264–146 BC");
        assert_eq!(label((-26, 1, 1), (14, 12, 31)), "27 BC–14");
    }

    #[test]
    fn doubt_is_said() {
        let mut about = event((1066, 1, 1), (1066, 12, 31), "");
        about.start = End::Soft;
        assert_eq!(date_in_words(&about), "c. 1066");
        about.end = End::Open;
        assert_eq!(date_in_words(&about), "since c. 1066");
    }
}
