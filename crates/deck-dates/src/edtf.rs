//! Dates in the Extended Date/Time Format of ISO 8601-2.

use crate::mention::{Kind, Mention};
use crate::value::{Season, Value};

impl Mention {
    /// The date in EDTF, if it has a calendar value: `1938-09-30`, `1066~`, `193X`, `1914/1918`,
    /// `1939/..`. Parts such as `early` are not written: EDTF has no word for them.
    pub fn edtf(&self) -> Option<String> {
        if self.kind == Kind::Range {
            let [start, end] = self.ends.as_deref()?;
            let (from, to) = (start.single()?, end.single());
            let to = if end.kind == Kind::Vague { "..".to_owned() } else { to? };
            // What is a range by itself, as a century BC, lends its outer end.
            let outer = (from.split('/').next()?, to.rsplit('/').next()?);
            return Some(format!("{}/{}", outer.0, outer.1));
        }
        self.single()
    }

    fn single(&self) -> Option<String> {
        let mut text = write(self.value.filter(|value| !value.impossible())?)?;
        let doubt = match (self.approximate, self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        if !text.contains('/') {
            text += doubt;
        }
        Some(text)
    }
}

fn write(value: Value) -> Option<String> {
    // A year of more digits may be written only by itself.
    let long = value.year().is_some_and(|year| year.unsigned_abs() > 9999);
    if long && !matches!(value, Value::Year(_)) {
        return None;
    }
    let year = |year: Option<i32>| year.map_or_else(|| "XXXX".to_owned(), write_year);
    Some(match value {
        Value::Day(of, month, day) => format!("{}-{month:02}-{day:02}", year(of)),
        Value::Month(of, month) => format!("{}-{month:02}", year(of)),
        Value::Season(of, season) => format!("{}-{}", year(of), code(season)),
        Value::Quarter(of, quarter) => months(of?, quarter * 3 - 2, 2),
        Value::Half(of, half) => months(of?, half * 6 - 5, 5),
        Value::Year(year) => write_year(year),
        Value::Decade(first) if (0..9999).contains(&first) => format!("{:03}X", first / 10),
        Value::Century(first) if (0..9999).contains(&first) => format!("{:02}XX", first / 100),
        Value::Millennium(first) if (0..9999).contains(&first) => format!("{}XXX", first / 1000),
        Value::Decade(first) => format!("{}/{}", write_year(first), write_year(first + 9)),
        Value::Century(first) => format!("{}/{}", write_year(first), write_year(first + 99)),
        Value::Millennium(first) => format!("{}/{}", write_year(first), write_year(first + 999)),
    })
}

/// A stretch of months as an interval, which more programs read than codes for quarters.
fn months(year: i32, first: u8, more: u8) -> String {
    format!("{0}-{first:02}/{0}-{1:02}", write_year(year), first + more)
}

fn write_year(year: i32) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..=-1 => format!("-{:04}", year.unsigned_abs()),
        _ => format!("Y{year}"),
    }
}

fn code(season: Season) -> u8 {
    match season {
        Season::Spring => 21,
        Season::Summer => 22,
        Season::Autumn => 23,
        Season::Winter => 24,
    }
}
