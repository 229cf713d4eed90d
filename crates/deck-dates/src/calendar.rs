//! Days counted through, in both calendars that history uses.
//!
//! A day is a number: 1 is Monday 1 January of the year 1 in the Gregorian calendar, carried back
//! over the time before there was one. Years are astronomical: 0 is 1 BC, -489 is 490 BC.

/// A year, a month from 1 and a day from 1.
pub type YearMonthDay = (i32, u8, u8);

/// The English names of the months.
pub const MONTHS: [&str; 12] = [
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

/// The number of a day of the Gregorian calendar. A month or a day that does not exist is counted
/// on from the start of its year or month.
pub fn from_gregorian((year, month, day): YearMonthDay) -> i64 {
    let year = shifted_year(year, month);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let days = of_era * 365 + of_era / 4 - of_era / 100;
    era * 146_097 + days + day_of_year(month, day) - 305
}

/// The number of a day of the Julian calendar.
pub fn from_julian((year, month, day): YearMonthDay) -> i64 {
    let year = shifted_year(year, month);
    let (era, of_era) = (year.div_euclid(4), year.rem_euclid(4));
    era * 1461 + of_era * 365 + day_of_year(month, day) - 307
}

/// The Gregorian date of a day.
pub fn to_gregorian(day: i64) -> YearMonthDay {
    let since = day + 305;
    let (era, of_era) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    (narrow(year), u8::try_from(month).unwrap_or(12), u8::try_from(day).unwrap_or(31))
}

/// How many days a month has in the Gregorian calendar.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Whether a year has a 29 February in the Gregorian calendar.
pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The most days the month had in any calendar in use: the Julian one had a leap day in 1900, and
/// a state kept it until 1923; Sweden had a 30 February, once.
pub fn most_days_in_month(year: Option<i32>, month: u8) -> u8 {
    match (year, month) {
        (Some(1712), 2) => 30,
        (None, 2) => 29,
        (Some(year), 2) if year <= 1923 && year % 4 == 0 => 29,
        (year, month) => days_in_month(year.unwrap_or(2000), month),
    }
}

/// A year that begins in March, so that the leap day is its last.
fn shifted_year(year: i32, month: u8) -> i64 {
    i64::from(year) - i64::from(month <= 2)
}

/// Days since 1 March, from 0.
fn day_of_year(month: u8, day: u8) -> i64 {
    let march = (i64::from(month) + 9) % 12;
    (153 * march + 2) / 5 + i64::from(day) - 1
}

fn narrow(year: i64) -> i32 {
    i32::try_from(year).unwrap_or(if year < 0 { i32::MIN } else { i32::MAX })
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weekday {
    /// Monday
    Monday,
    /// Tuesday
    Tuesday,
    /// Wednesday
    Wednesday,
    /// Thursday
    Thursday,
    /// Friday
    Friday,
    /// Saturday
    Saturday,
    /// Sunday
    Sunday,
}

impl Weekday {
    /// All of them, from Monday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The weekday of a day.
    pub fn of(day: i64) -> Self {
        let at = usize::try_from((day - 1).rem_euclid(7)).unwrap_or(0);
        Self::ALL[at]
    }

    /// Its English name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_known() {
        assert_eq!(from_gregorian((1, 1, 1)), 1);
        assert_eq!(from_gregorian((1970, 1, 1)), 719_163);
        assert_eq!(Weekday::of(from_gregorian((1939, 9, 3))), Weekday::Sunday);
        assert_eq!(from_julian((1582, 10, 5)), from_gregorian((1582, 10, 15)));
        assert_eq!(from_julian((1917, 10, 25)), from_gregorian((1917, 11, 7)));
        assert_eq!(from_julian((-489, 1, 1)), from_gregorian((-490, 12, 27)));
    }

    #[test]
    fn there_and_back() {
        for day in (-400_000..1_000_000).step_by(17) {
            assert_eq!(from_gregorian(to_gregorian(day)), day);
        }
    }

    #[test]
    fn leap_days() {
        assert_eq!(most_days_in_month(Some(1937), 2), 28);
        assert_eq!(most_days_in_month(Some(1900), 2), 29);
        assert_eq!(most_days_in_month(Some(2100), 2), 28);
        assert_eq!(most_days_in_month(None, 2), 29);
        assert_eq!(most_days_in_month(Some(-43), 2), 28);
        assert_eq!(days_in_month(-4, 2), 29);
    }
}
