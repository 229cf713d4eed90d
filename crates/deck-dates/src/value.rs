//! A date as calendars write it.

use crate::calendar;
use crate::interval::Interval;
use crate::lex::Unit;

/// A date as calendars write it. Years are astronomical: -489 is 490 BC. A year that is not
/// written and could not be carried over is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    /// A day: year, month and day from 1. The day is as written and may not exist.
    Day(Option<i32>, u8, u8),
    /// A month, from 1.
    Month(Option<i32>, u8),
    /// A season; winter is that which begins in its year.
    Season(Option<i32>, Season),
    /// A quarter, from 1.
    Quarter(Option<i32>, u8),
    /// A half, from 1.
    Half(Option<i32>, u8),
    /// A year.
    Year(i32),
    /// The ten years from this one on.
    Decade(i32),
    /// The hundred years from this one on: 1900 for the 20th century, as EDTF writes 19XX. The
    /// pedant's century begins and ends a year later; comparing allows for both.
    Century(i32),
    /// The thousand years from this one on.
    Millennium(i32),
}

/// A season of the northern half of the earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May
    Spring,
    /// June to August
    Summer,
    /// September to November
    Autumn,
    /// December to February
    Winter,
}

impl Season {
    /// The first month of the season.
    pub fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl Value {
    /// The year, or the first year, if it is known.
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Day(year, ..)
            | Self::Month(year, _)
            | Self::Season(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _) => year,
            Self::Year(year)
            | Self::Decade(year)
            | Self::Century(year)
            | Self::Millennium(year) => Some(year),
        }
    }

    /// The same in a given year; what is a year or longer stays as it is.
    #[must_use]
    pub fn in_year(self, year: i32) -> Self {
        match self {
            Self::Day(_, month, day) => Self::Day(Some(year), month, day),
            Self::Month(_, month) => Self::Month(Some(year), month),
            Self::Season(_, season) => Self::Season(Some(year), season),
            Self::Quarter(_, quarter) => Self::Quarter(Some(year), quarter),
            Self::Half(_, half) => Self::Half(Some(year), half),
            other => other,
        }
    }

    /// The month in which it lies or begins, where it is shorter than a year.
    pub fn month(self) -> Option<u8> {
        match self {
            Self::Day(_, month, _) | Self::Month(_, month) => Some(month),
            Self::Season(_, season) => Some(season.first_month()),
            Self::Quarter(_, quarter) => Some(quarter * 3 - 2),
            Self::Half(_, half) => Some(half * 6 - 5),
            _ => None,
        }
    }

    /// The unit in which it is written; a season or a part of a year counts as months.
    pub fn granularity(self) -> Unit {
        match self {
            Self::Day(..) => Unit::Day,
            Self::Month(..) | Self::Season(..) | Self::Quarter(..) | Self::Half(..) => Unit::Month,
            Self::Year(_) => Unit::Year,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) => Unit::Century,
            Self::Millennium(_) => Unit::Millennium,
        }
    }

    /// Whether it is a day that no calendar in use had.
    pub fn impossible(self) -> bool {
        match self {
            Self::Day(year, month, day) => {
                day == 0 || day > calendar::most_days_in_month(year, month)
            }
            _ => false,
        }
    }

    /// The days it covers in the Gregorian calendar.
    pub fn interval(self) -> Option<Interval> {
        if self.impossible() {
            return None;
        }
        Some(match self {
            Self::Day(year, month, day) => {
                let day = calendar::from_gregorian((year?, month, day));
                Interval::new(day, day)
            }
            Self::Month(year, month) => Interval::of_months((year?, month), 1),
            Self::Season(year, season) => Interval::of_months((year?, season.first_month()), 3),
            Self::Quarter(year, _) => Interval::of_months((year?, self.month()?), 3),
            Self::Half(year, _) => Interval::of_months((year?, self.month()?), 6),
            Self::Year(year) => Interval::of_years(year, year),
            Self::Decade(year) => Interval::of_years(year, year + 9),
            Self::Century(year) => Interval::of_years(year, year + 99),
            Self::Millennium(year) => Interval::of_years(year, year + 999),
        })
    }
}
