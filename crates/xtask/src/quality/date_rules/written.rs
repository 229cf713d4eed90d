//! Dates by plain patterns: another eye than that of `deck-dates`.

use std::ops::Range;
use std::sync::LazyLock;

use deck_dates::calendar::MONTHS;
use regex::{Captures, Regex};

/// A date with a year of four digits. Ranges are byte offsets into the text it was read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) range: Range<usize>,
    pub(super) year: i32,
    pub(super) year_range: Range<usize>,
    /// From 1.
    pub(super) month: Option<u8>,
    pub(super) day: Option<(u8, Range<usize>)>,
}

#[expect(clippy::expect_used, reason = "the patterns are in this file")]
static DATES: LazyLock<Regex> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    let day = r"\d{1,2}(?:st|nd|rd|th)?";
    let year = "[12][0-9]{3}";
    let pattern = format!(
        r"\b(?:(?P<d1>{day})(?: of)? (?P<m1>{months}),? (?P<y1>{year})|(?P<m2>{months}) (?P<d2>{day}),? (?P<y2>{year})|(?P<m3>{months}),? (?P<y3>{year})|(?P<y4>{year}))\b"
    );
    Regex::new(&pattern).expect("the pattern is one")
});

/// The dates of a text, in order. Numbers that are not years are not among them: `1,938`, `1938.5`,
/// `£1938`, `1938 tanks` in lower case.
pub(super) fn read(text: &str) -> Vec<Written> {
    let all = DATES.captures_iter(text).filter_map(|captures| written(&captures));
    all.filter(|date| date.month.is_some() || stands_alone(text, &date.range)).collect()
}

fn written(captures: &Captures<'_>) -> Option<Written> {
    let group = |names: &[&str]| names.iter().find_map(|name| captures.name(name));
    let year = group(&["y1", "y2", "y3", "y4"])?;
    let month = group(&["m1", "m2", "m3"]).and_then(|month| {
        let index = MONTHS.iter().position(|name| *name == month.as_str())?;
        u8::try_from(index + 1).ok()
    });
    let day = group(&["d1", "d2"]).and_then(|day| {
        let digits = day.as_str().trim_end_matches(|c: char| !c.is_ascii_digit());
        Some((digits.parse().ok()?, day.range()))
    });
    Some(Written {
        range: captures.get(0)?.range(),
        year: year.as_str().parse().ok()?,
        year_range: year.range(),
        month,
        day,
    })
}

fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let (next, further) = (after.next(), after.next());
    let is_number = matches!(before, Some('.' | ',' | '$' | '£' | '€' | '/' | '\''))
        || matches!((next, further), (Some('.' | ','), Some('0'..='9')));
    // A plain space and a small letter behind it may make it a count; a preposition before it not.
    let counts = next == Some(' ') && further.is_some_and(char::is_lowercase);
    let leads = ["in ", "of ", "from ", "to ", "since ", "by ", "until ", "between ", "and "];
    !is_number && (!counts || leads.iter().any(|lead| text[..range.start].ends_with(lead)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_every_order() {
        let text = "On 3rd of May 1938, March 4, 1861, October, 1917 and in 1933 but not 1,938.";
        let dates: Vec<_> = read(text)
            .into_iter()
            .map(|date| (date.year, date.month, date.day.map(|day| day.0)))
            .collect();
        assert_eq!(
            dates,
            [
                (1938, Some(5), Some(3)),
                (1861, Some(3), Some(4)),
                (1917, Some(10), None),
                (1933, None, None),
            ]
        );
    }
}
