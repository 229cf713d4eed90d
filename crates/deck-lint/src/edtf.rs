//! Dates as `@date` takes them: the Extended Date/Time Format of ISO 8601-2, levels 0 and 1
//! (<https://www.loc.gov/standards/datetime/>).

/// Year (as astronomers count: 0 is 1 BC), month and day.
type Day = (i64, u8, u8);

/// Why a value is no date, as a sentence without a full stop.
type Why = &'static str;

const SHAPE: Why = "a date starts with a year of four digits and goes on with month and day";

/// What a date or a range of dates in EDTF covers, both days included. An end that is left open
/// is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EdtfSpan {
    /// Its first day: year (as astronomers count: 0 is 1 BC), month and day.
    pub first: Option<(i64, u8, u8)>,
    /// Its last day.
    pub last: Option<(i64, u8, u8)>,
}

/// What `value` covers; `None` if it is no date. A season covers its three months, winter those
/// up to February of the next year.
pub fn edtf_span(value: &str) -> Option<EdtfSpan> {
    check(value).ok()?;
    let end = |text: &str| if matches!(text, "" | "..") { None } else { days(text) };
    let (from, upto) = value.split_once('/').unwrap_or((value, value));
    Some(EdtfSpan { first: end(from).map(|days| days.0), last: end(upto).map(|days| days.1) })
}

fn days(value: &str) -> Option<(Day, Day)> {
    let bare = value.trim_end_matches(['?', '~', '%']);
    let season = bare.rsplit_once('-').and_then(|(year, code)| {
        let first = match code {
            "21" => 3,
            "22" => 6,
            "23" => 9,
            "24" => return Some((year, 12)),
            _ => return None,
        };
        Some((year, first))
    });
    let Some((year, first)) = season.filter(|(year, _)| year.trim_start_matches('-').len() == 4)
    else {
        return date(value).ok();
    };
    let ((year, ..), _) = date(year).ok()?;
    let (last_year, last) = if first == 12 { (year + 1, 2) } else { (year, first + 2) };
    let (_, end) = within(last_year, last, None, false).ok()?;
    Some(((year, first, 1), end))
}

/// Whether `value` is a date or a range of dates; if not, why.
pub(crate) fn check(value: &str) -> Result<(), Why> {
    let Some((from, upto)) = value.split_once('/') else {
        return date(value).map(|_| ());
    };
    let is_open = |end: &str| end.is_empty() || end == "..";
    match (is_open(from), is_open(upto)) {
        (true, true) => Err("a range has a start or an end"),
        (true, false) => date(upto).map(|_| ()),
        (false, true) => date(from).map(|_| ()),
        (false, false) => {
            let ((first, _), (_, last)) = (date(from)?, date(upto)?);
            if first <= last { Ok(()) } else { Err("the range ends before it starts") }
        }
    }
}

/// The first and the last day that a date can mean.
fn date(value: &str) -> Result<(Day, Day), Why> {
    let value = value.strip_suffix(['?', '~', '%']).unwrap_or(value);
    if let Some(year) = value.strip_prefix('Y') {
        return long_year(year);
    }
    let (value, time) = match value.split_once('T') {
        Some((value, time)) => (value, Some(time)),
        None => (value, None),
    };
    let negative = value.starts_with('-');
    let mut parts = value[usize::from(negative)..].split('-');
    let years = year(parts.next().unwrap_or_default(), negative)?;
    let (month, day) = (parts.next(), parts.next());
    let has_time = time.is_some();
    if parts.next().is_some() || time.is_some_and(|time| !is_time(time)) {
        return Err(SHAPE);
    }
    match (month, day) {
        (None, _) | (Some("XX"), None | Some("XX")) if !has_time => {
            Ok(((years.0, 1, 1), (years.1, 12, 31)))
        }
        (Some(_), _) if years.0 != years.1 => Err("a year that ends in `X` has no month"),
        (Some(month), day) => within(years.0, two_digits(month)?, day, has_time),
        (None, _) => Err(SHAPE),
    }
}

/// The years that four digits can mean, of which those at the end may be `X`.
fn year(text: &str, negative: bool) -> Result<(i64, i64), Why> {
    let known = text.trim_end_matches('X');
    let is_year = text.len() == 4 && !known.is_empty();
    if !is_year || !known.bytes().all(|b| b.is_ascii_digit()) {
        return Err(SHAPE);
    }
    let with = |digit: &str| text.replace('X', digit).parse::<i64>().map_err(|_| SHAPE);
    let (first, last) = (with("0")?, with("9")?);
    match negative {
        true if last == 0 => Err("there is no year -0000"),
        true => Ok((-last, -first)),
        false => Ok((first, last)),
    }
}

/// A year of more than four digits.
fn long_year(text: &str) -> Result<(Day, Day), Why> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_long = digits.len() > 4 && digits.bytes().all(|b| b.is_ascii_digit());
    let year = text.parse().ok().filter(|_| is_long);
    year.map(|year| ((year, 1, 1), (year, 12, 31)))
        .ok_or("behind `Y` stands a year of more than four digits")
}

/// A month, season or day of `year`.
fn within(year: i64, month: u8, day: Option<&str>, has_time: bool) -> Result<(Day, Day), Why> {
    let days = match month {
        21..=24 if day.is_none() && !has_time => return Ok(((year, 1, 1), (year, 12, 31))),
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return Err("there is no such month"),
    };
    match day {
        None | Some("XX") if !has_time => Ok(((year, month, 1), (year, month, days))),
        None => Err(SHAPE),
        Some(day) => {
            let day = two_digits(day)?;
            let exists = (1..=days).contains(&day);
            exists
                .then_some(((year, month, day), (year, month, day)))
                .ok_or("that month has no such day")
        }
    }
}

fn two_digits(text: &str) -> Result<u8, Why> {
    let is_number = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_number).ok_or("month and day have two digits each, as `09`")
}

/// `23:59:59`, with `Z`, `+01` or `+01:00` behind it or nothing.
fn is_time(text: &str) -> bool {
    let Some((clock, zone)) = text.split_at_checked(8) else { return false };
    let is_clock = |text: &str, limits: &[u8]| {
        text.len() == limits.len() * 3 - 1
            && text.split(':').count() == limits.len()
            && text
                .split(':')
                .zip(limits)
                .all(|(part, limit)| two_digits(part).is_ok_and(|number| number < *limit))
    };
    let is_zone = |zone: &str| is_clock(zone, &[24]) || is_clock(zone, &[24, 60]);
    is_clock(clock, &[24, 60, 60])
        && (matches!(zone, "" | "Z") || zone.strip_prefix(['+', '-']).is_some_and(is_zone))
}

#[cfg(test)]
mod tests {
    use super::{check, edtf_span};

    #[test]
    fn dates() {
        for value in [
            "1936",
            "1936-09",
            "1936-09-30",
            "1936-09-30/1938",
            "193X",
            "19XX",
            "1936?",
            "1936~",
            "1936-09%",
            "-0490",
            "0000",
            "Y170000002",
            "Y-170000002",
            "1936-21",
            "1936-24?",
            "../1936",
            "1936/..",
            "/1936",
            "1936/",
            "1936-XX",
            "1936-09-XX",
            "1936-XX-XX",
            "1936-02-29",
            "1936/1936",
            "-0490/0014",
            "1936?/1938~",
            "1936-09/1936",
            "1938-09-30T14:30:00",
            "1938-09-30T14:30:00Z",
            "1938-09-30T14:30:00+01:00",
        ] {
            assert_eq!(check(value), Ok(()), "{value}");
        }
    }

    #[test]
    fn what_dates_cover() {
        let span = |value: &str| edtf_span(value).map(|span| (span.first, span.last));
        assert_eq!(span("1936-09"), Some((Some((1936, 9, 1)), Some((1936, 9, 30)))));
        assert_eq!(span("193X~"), Some((Some((1930, 1, 1)), Some((1939, 12, 31)))));
        assert_eq!(span("1936-22"), Some((Some((1936, 6, 1)), Some((1936, 8, 31)))));
        assert_eq!(span("1935-24?"), Some((Some((1935, 12, 1)), Some((1936, 2, 29)))));
        assert_eq!(span("-0490/.."), Some((Some((-490, 1, 1)), None)));
        assert_eq!(span("2023-12-24"), Some((Some((2023, 12, 24)), Some((2023, 12, 24)))));
        assert_eq!(span("1938/1936"), None);
    }

    #[test]
    fn what_is_no_date() {
        for value in [
            "",
            "36",
            "1936-9",
            "1936-13",
            "1936-00",
            "1936-09-31",
            "1937-02-29",
            "30-09-1936",
            "September 1936",
            "1930s",
            "c. 1936",
            "1936-1938",
            "1938/1936",
            "1936/1937/1938",
            "/",
            "../..",
            "XXXX",
            "X936",
            "193X-09",
            "1936-XX-09",
            "1936-21-01",
            "-0000",
            "Y1936",
            "1936??",
            "1936-09-30-01",
            "1936-09T14:30:00",
            "1936T14:30:00",
            "1936-09-30T25:00:00",
            "1936-09-30T14:30",
            "19é6",
            "1936–1938",
            "+1936",
            "1936-XXT14:30:00",
        ] {
            assert!(check(value).is_err(), "{value}");
        }
    }
}
