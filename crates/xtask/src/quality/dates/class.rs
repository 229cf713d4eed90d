//! The class of a marked expression, from its words.
//!
//! The expressions are those of the scorer that the goals were set with, so that the figures can
//! be compared.

mod patterns;

use super::gold::Marked;
use patterns::{
    BARE_DAY, CENTURY, DAY, DECADE, ERA, ERA_WHOLE, HALF_OR_MANY, ISO, MONTH, NUMERIC, PART,
    RELATIVE, SEASON, SHORT_YEAR, TIME, WEEKDAY, YEAR_RANGE,
};

/// The classes of expressions that say by themselves which time they mean.
const EXPLICIT: [&str; 10] = [
    "century",
    "decade",
    "year+era",
    "day-month-year",
    "month-year",
    "season-year",
    "year-range",
    "year-part",
    "year",
    "numeric-date",
];

/// Whether an expression is of an explicit class.
pub(super) fn is_explicit(marked: &Marked) -> bool {
    EXPLICIT.contains(&class(marked))
}

/// The class of an expression.
pub(super) fn class(marked: &Marked) -> &'static str {
    let text = marked.text.to_lowercase().replace('\n', " ");
    calendar_class(&text, &marked.value).unwrap_or_else(|| other_class(&text, marked))
}

fn calendar_class(text: &str, value: &str) -> Option<&'static str> {
    let month = MONTH.is_match(text);
    let year = !years(text).is_empty();
    let day = month && DAY.is_match(&without_years(text));
    let season = SEASON.is_match(text);
    let counted = HALF_OR_MANY.is_match(text) || value.starts_with('P');
    Some(if CENTURY.is_match(text) && !counted {
        "century"
    } else if DECADE.is_match(text) {
        "decade"
    } else if has_era(text) && !month {
        "year+era"
    } else if day && year {
        "day-month-year"
    } else if month && year {
        "month-year"
    } else if season && year {
        "season-year"
    } else if year && YEAR_RANGE.is_match(text) && !ISO.is_match(text) {
        "year-range"
    } else if year && PART.is_match(text) {
        "year-part"
    } else if year {
        "year"
    } else if NUMERIC.is_match(text) {
        "numeric-date"
    } else if day {
        "day-month"
    } else if month {
        "month"
    } else if season {
        "season"
    } else {
        return None;
    })
}

fn other_class(text: &str, marked: &Marked) -> &'static str {
    let value = &marked.value;
    if SHORT_YEAR.is_match(text) {
        "year2"
    } else if marked.kind == "SET" || marked.is_set {
        "set"
    } else if WEEKDAY.is_match(text) {
        "weekday"
    } else if BARE_DAY.is_match(text) {
        "bare-day"
    } else if marked.kind == "DURATION" || (value.starts_with('P') && !value.ends_with("_REF")) {
        "duration"
    } else if marked.kind == "TIME" || TIME.is_match(text) {
        "time"
    } else if value.ends_with("_REF") {
        "vague-ref(now,recently)"
    } else if RELATIVE.is_match(text) {
        "relative/anaphoric"
    } else {
        "other"
    }
}

/// An era, and a digit anywhere. No letter may follow the era.
fn has_era(text: &str) -> bool {
    let digit = text.chars().any(|c| c.is_ascii_digit());
    let apart = |end: usize| !text[end..].starts_with(|c: char| c.is_ascii_lowercase());
    digit
        && (0..text.len()).filter(|at| text.is_char_boundary(*at)).any(|at| {
            ERA.find_at(text, at).is_some_and(|found| {
                // The last full stop or letter may be left out for what follows to fit.
                (found.start() + 2..=found.end()).any(|end| {
                    text.is_char_boundary(end)
                        && ERA_WHOLE.is_match(&text[found.start()..end])
                        && apart(end)
                })
            })
        })
}

/// Years from 1000 to 2099 that are no part of a longer number, as byte ranges.
fn years(text: &str) -> Vec<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at + 4 <= bytes.len() {
        let four = &bytes[at..at + 4];
        let century = four[0] == b'1' || four.starts_with(b"20");
        let digits = four.iter().all(u8::is_ascii_digit);
        let before = at == 0 || !matches!(bytes[at - 1], b'0'..=b'9' | b',' | b'.');
        let after = !matches!(&bytes[at + 4..], [b'0'..=b'9', ..] | [b',', b'0'..=b'9', ..]);
        if century && digits && before && after {
            found.push(at..at + 4);
            at += 4;
        } else {
            at += 1;
        }
    }
    found
}

fn without_years(text: &str) -> String {
    let mut rest = text.to_owned();
    for year in years(text).into_iter().rev() {
        rest.replace_range(year, "");
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> &'static str {
        class(&Marked {
            start: 0,
            end: 0,
            text: text.to_owned(),
            kind: String::new(),
            value: String::new(),
            is_set: false,
        })
    }

    #[test]
    fn classes_by_their_words() {
        assert_eq!(of("the late 19th century"), "century");
        assert_eq!(of("490 BC"), "year+era");
        assert_eq!(of("A.D. 43"), "year+era");
        assert_eq!(of("September 1, 1939"), "day-month-year");
        assert_eq!(of("May 1939"), "month-year");
        assert_eq!(of("1917-18"), "year-range");
        assert_eq!(of("early 1917"), "year-part");
        assert_eq!(of("May 4"), "day-month");
        assert_eq!(of("two days later"), "relative/anaphoric");
    }
}
