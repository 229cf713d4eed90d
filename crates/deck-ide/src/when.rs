//! Times in words.

use deck_dates::{Interval, Part, Season, Value, Weekday, calendar};

/// A date in words: `30 September 1938`, `autumn 1936`, `the 1930s`.
pub(crate) fn value(value: Value) -> String {
    let in_year = |words: String, of: Option<i32>| match of {
        Some(of) => format!("{words} {}", year(of)),
        None => words,
    };
    match value {
        Value::Day(of, month, day) => in_year(format!("{day} {}", month_name(month)), of),
        Value::Month(of, month) => in_year(month_name(month).to_owned(), of),
        Value::Season(of, season) => in_year(season_name(season).to_owned(), of),
        Value::Quarter(of, quarter) => in_year(format!("{} quarter of", ordinal(quarter)), of),
        Value::Half(of, half) => in_year(format!("{} half of", ordinal(half)), of),
        Value::Year(of) => year(of),
        Value::Decade(first) if first >= 0 => format!("the {first}s"),
        Value::Century(first) if first >= 0 => format!("the {} century", ordinal(first / 100 + 1)),
        Value::Millennium(first) if first >= 0 => {
            format!("the {} millennium", ordinal(first / 1000 + 1))
        }
        Value::Decade(first) => years(first, first + 9),
        Value::Century(first) => years(first, first + 99),
        Value::Millennium(first) => years(first, first + 999),
    }
}

/// Some days in words: one with its weekday if `sure`, more with how many there are.
pub(crate) fn interval(interval: Interval, sure: bool) -> String {
    let (first, last) = (day(interval.first), day(interval.last));
    match interval.days() {
        1 if sure => format!("{}, {first}", Weekday::of(interval.first).name()),
        1 => first,
        days if days <= 400 => format!("{first} to {last} ({days} days)"),
        _ => format!("{first} to {last}"),
    }
}

/// A day in words.
pub(crate) fn day(number: i64) -> String {
    let (of, month, day) = calendar::to_gregorian(number);
    format!("{day} {} {}", month_name(month), year(of))
}

/// A year in words; years are astronomical, so that 0 is 1 BC.
pub(crate) fn year(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i64::from(year)) }
}

fn years(first: i32, last: i32) -> String {
    format!("{} to {}", year(first), year(last))
}

/// The part of a time that is meant, as it stands before it.
pub(crate) fn part(part: Part) -> &'static str {
    match part {
        Part::Start => "start of",
        Part::Early => "early",
        Part::Mid => "middle of",
        Part::Late => "late",
        Part::End => "end of",
        Part::FirstHalf => "first half of",
        Part::SecondHalf => "second half of",
    }
}

fn month_name(month: u8) -> &'static str {
    let name = calendar::MONTHS.get(usize::from(month).saturating_sub(1));
    name.copied().unwrap_or_default()
}

fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

fn ordinal(number: impl Into<i64>) -> String {
    let number: i64 = number.into();
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words() {
        for (date, words) in [
            (Value::Day(Some(1938), 9, 30), "30 September 1938"),
            (Value::Day(None, 5, 1), "1 May"),
            (Value::Month(Some(1936), 9), "September 1936"),
            (Value::Season(Some(1936), Season::Autumn), "autumn 1936"),
            (Value::Quarter(Some(1936), 2), "2nd quarter of 1936"),
            (Value::Year(-489), "490 BC"),
            (Value::Decade(1930), "the 1930s"),
            (Value::Century(1900), "the 20th century"),
            (Value::Century(-499), "500 BC to 401 BC"),
            (Value::Millennium(1000), "the 2nd millennium"),
        ] {
            assert_eq!(value(date), words);
        }
    }

    #[test]
    fn days_in_words() {
        let friday = calendar::from_gregorian((1938, 9, 30));
        assert_eq!(interval(Interval::new(friday, friday), true), "Friday, 30 September 1938");
        assert_eq!(interval(Interval::new(friday, friday), false), "30 September 1938");
        assert_eq!(
            interval(Interval::of_months((1936, 9), 1), true),
            "1 September 1936 to 30 September 1936 (30 days)"
        );
        assert_eq!(
            interval(Interval::of_years(1914, 1918), true),
            "1 January 1914 to 31 December 1918"
        );
    }
}
