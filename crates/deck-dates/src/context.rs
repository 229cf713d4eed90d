//! What a text does not say about its dates.

use crate::calendar::{self, YearMonthDay};

/// What a text does not say about its dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// Whether 4/9/1938 is the 4th of September (`true`) or the 9th of April.
    pub day_first: Option<bool>,
    /// The language of the text. In any but English, only what is written in digits is found.
    pub language: Language,
    /// The day on which the text is read or was written, from which `today` and `next year` count;
    /// a day number of [`crate::calendar`].
    pub reference: Option<i64>,
    /// The date already in force: that of the question for an answer, that of the heading for a
    /// card. Dates without a year take it from there.
    pub in_force: Option<(i32, Option<u8>)>,
    /// The day from which dates are taken to be Gregorian. Before it, the calendar is unknown.
    pub gregorian_from: i64,
}

/// Whose words are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Any other language.
    Other,
}

/// The first Gregorian day of Rome, and of much of Catholic Europe.
pub const ROME: YearMonthDay = (1582, 10, 15);
/// The first Gregorian day of Britain and its colonies.
pub const BRITAIN: YearMonthDay = (1752, 9, 14);
/// The first Gregorian day of Russia.
pub const RUSSIA: YearMonthDay = (1918, 2, 14);

impl Default for Context {
    /// English, and nothing else is known; calendars are certain from 1752 on.
    fn default() -> Self {
        Self {
            day_first: None,
            language: Language::English,
            reference: None,
            in_force: None,
            gregorian_from: calendar::from_gregorian(BRITAIN),
        }
    }
}
