//! Dates written out in English, as far as one date alone can be wrong.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use text_size::{TextRange, TextSize};

/// A date found in a text: a month by its name, with the day and year beside it, if any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Where the whole date stands, as byte offsets into the text.
    pub range: TextRange,
    /// Where the month's name stands.
    pub month_range: TextRange,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, as written: it may be one that the month does not have.
    pub day: Option<u8>,
    /// The year.
    pub year: Option<i32>,
}

const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The dates of `text` in which a month stands by its full English name, in order.
pub fn find(text: &str) -> Vec<Mention> {
    candidates(text).filter_map(|(at, month)| mention(text, at, month)).collect()
}

/// The places at which a month's name stands as a word of its own, with the month from 0.
fn candidates(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let is_letter = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric);
    MONTHS.find_iter(text).filter_map(move |found| {
        let word = found.start() == 0 || !is_letter(found.start() - 1);
        (word && !is_letter(found.end()))
            .then(|| (found.start(), found.pattern().as_usize() % NAMES.len()))
    })
}

/// The names as they are written: `May`, `may` and `MAY`. All are looked for at once, since most
/// text holds none.
static MONTHS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let lower = NAMES.map(str::to_ascii_lowercase);
    let upper = NAMES.map(str::to_ascii_uppercase);
    let names = NAMES.iter().map(|name| (*name).to_owned()).chain(lower).chain(upper);
    // An automaton of three dozen short names can always be built.
    #[expect(clippy::expect_used, reason = "its input is in this file")]
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .build(names)
        .expect("three dozen names make an automaton")
});

fn mention(text: &str, start: usize, month: usize) -> Option<Mention> {
    let end = start + NAMES[month].len();
    let before = day_before(text, start);
    let (day, day_end) = match before {
        Some((day, _)) => (Some(day), end),
        None => day_after(text, end).map_or((None, end), |(day, end)| (Some(day), end)),
    };
    let year = year_after(text, day_end);
    if day.is_none() && year.is_none() {
        return None;
    }
    Some(Mention {
        range: range(before.map_or(start, |(_, at)| at), year.map_or(day_end, |(_, end)| end)),
        month_range: range(start, end),
        month: u8::try_from(month + 1).unwrap_or(12),
        day,
        year: year.map(|(year, _)| year),
    })
}

fn range(start: usize, end: usize) -> TextRange {
    let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
    TextRange::new(size(start), size(end))
}

/// `31 `, `31st ` or `31st of ` before the month, and where it starts.
fn day_before(text: &str, month: usize) -> Option<(u8, usize)> {
    let before = text[..month].strip_suffix(' ')?;
    let before = before.strip_suffix(" of").unwrap_or(before);
    let number = ["st", "nd", "rd", "th"].iter().find_map(|end| before.strip_suffix(end));
    let number = number.unwrap_or(before);
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    let start = number.len() - digits;
    // `1929-31 March`, `1.31 March` and `10,31 March` are something else.
    let apart =
        number[..start].chars().next_back().is_none_or(|c| c == ' ' || c == '(' || c == '\n');
    let day = number[start..].parse().ok().filter(|_| digits <= 2 && apart)?;
    Some((day, start))
}

/// ` 31` or ` 31st` after the month, where no more digits and no second number follow that would
/// make it something else, and where it ends.
fn day_after(text: &str, month_end: usize) -> Option<(u8, usize)> {
    let rest = text[month_end..].strip_prefix(' ')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let day = rest[..digits].parse().ok().filter(|_| (1..=2).contains(&digits))?;
    let after = &rest[digits..];
    let ordinal = ["st", "nd", "rd", "th"].iter().find(|end| after.starts_with(**end));
    let end = month_end + 1 + digits + ordinal.map_or(0, |end| end.len());
    let apart =
        text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != ':' && c != '%');
    let decimal = text[end..].starts_with(['.', ',', '-', '–', '/'])
        && text[end + 1..].chars().next().is_some_and(|c| c.is_ascii_digit());
    (apart && !decimal).then_some((day, end))
}

/// ` 1935`, `, 1935` or ` of 1935` after the date, and where it ends.
fn year_after(text: &str, end: usize) -> Option<(i32, usize)> {
    let rest = &text[end..];
    let gap = [" of ", ", ", " "].iter().find(|gap| rest.starts_with(**gap))?.len();
    let digits = rest[gap..].bytes().take_while(u8::is_ascii_digit).count();
    let year = rest[gap..gap + digits].parse().ok().filter(|_| (3..=4).contains(&digits))?;
    let after = &rest[gap + digits..];
    after.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some((year, end + gap + digits))
}

impl Mention {
    /// The month's name.
    pub fn month_name(&self) -> &'static str {
        NAMES[usize::from(self.month - 1)]
    }

    /// How many days the month has, at most: in a year that may be a Julian one, or that is not
    /// given, February has 29.
    pub fn days_in_month(&self) -> u8 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if self.year.is_some_and(|year| !may_be_leap(year)) => 28,
            // Sweden had a 30 February, once.
            2 if self.year == Some(1712) => 30,
            2 => 29,
            _ => 31,
        }
    }
}

/// Whether a year had a 29 February in either calendar. The Julian one was last given up by a
/// state in 1923.
fn may_be_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0 || year <= 1923)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Option<u8>, u8, Option<i32>)> {
        find(text).into_iter().map(|m| (&text[m.range], m.day, m.month, m.year)).collect()
    }

    #[test]
    fn dates_as_people_write_them() {
        assert_eq!(
            read("on 31 September 1938 it"),
            [("31 September 1938", Some(31), 9, Some(1938))]
        );
        assert_eq!(
            read("the 31st of September, 1938."),
            [("31st of September, 1938", Some(31), 9, Some(1938))]
        );
        assert_eq!(read("September 31, 1938"), [("September 31, 1938", Some(31), 9, Some(1938))]);
        assert_eq!(read("in may 1935"), [("may 1935", None, 5, Some(1935))]);
        assert_eq!(read("February 30th"), [("February 30th", Some(30), 2, None)]);
    }

    #[test]
    fn what_is_no_date() {
        for text in ["it may be 5", "may", "march on Rome", "May 5:30", "May 12.5", "august body"] {
            let found: Vec<_> = find(text).into_iter().filter(|m| m.year.is_some()).collect();
            assert_eq!(found, [], "{text}");
        }
        assert_eq!(find("March 12.5 and march 3%"), []);
    }

    #[test]
    fn leap_days() {
        let days = |text: &str| find(text)[0].days_in_month();
        assert_eq!(days("29 February 1937"), 28);
        assert_eq!(days("29 February 1936"), 29);
        assert_eq!(days("29 February 1900"), 29);
        assert_eq!(days("29 February 2100"), 28);
        assert_eq!(days("29 February"), 29);
    }
}
