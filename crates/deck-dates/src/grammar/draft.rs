//! Expressions as they are written.

use super::Step;
use crate::calendar::Weekday;
use crate::lex::Token;
use crate::mention::{Bound, Confidence, Era, Length, Origin, Part};
use crate::value::Value;

/// An expression as it is written, before its year is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Draft {
    /// Byte offset of its first byte.
    pub(crate) start: u32,
    /// Byte offset after its last byte.
    pub(crate) end: u32,
    /// The place of the first token after it.
    pub(crate) next: usize,
    pub(crate) what: What,
    pub(crate) part: Option<Part>,
    pub(crate) approximate: bool,
    pub(crate) uncertain: bool,
    pub(crate) bound: Option<Bound>,
    pub(crate) era: Option<Era>,
    pub(crate) julian: bool,
    pub(crate) weekday: Option<Weekday>,
    pub(crate) confidence: Confidence,
    /// Where its year, or the era of its year, is written.
    pub(crate) source: Source,
    /// The other reading of a date in digits: its month and day.
    pub(crate) alternative: Option<(u8, u8)>,
    pub(crate) month_range: Option<(u32, u32)>,
    /// Where it stands in its sentence.
    pub(crate) setting: Setting,
}

/// Where the year of an expression, or the era of it, is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// There.
    Own,
    /// At the other end of its range or list.
    OtherEnd,
    /// At an earlier mention.
    Earlier,
}

/// Where an expression stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
    /// In brackets, where it does not move the text on.
    Aside,
    /// At the start of a sentence or a line, or after one word of it: `In 1938 …`.
    Opening,
    Within,
}

/// What an expression says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum What {
    Value(Value),
    /// The thirties of a century that is not said.
    DecadeOf(u8),
    Length(Length),
    /// A step from another date: `two days later`, `the next year`.
    Step(Step),
    /// An open end: `1939–present`.
    Open,
    Recurring,
    Vague(Origin),
}

/// What was found at one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Found {
    One(Draft),
    /// The two ends of a range.
    Range(Draft, Draft),
    /// Two dates that share a year or a month: `April and June 1955`.
    Pair(Draft, Draft),
}

impl Found {
    pub(super) fn next(&self) -> usize {
        match self {
            Self::One(draft) | Self::Range(_, draft) | Self::Pair(_, draft) => draft.next,
        }
    }

    pub(super) fn set(mut self, setting: impl Fn(&Draft) -> Setting) -> Self {
        match &mut self {
            Self::One(draft) => draft.setting = setting(draft),
            Self::Range(one, other) | Self::Pair(one, other) => {
                one.setting = setting(one);
                other.setting = setting(other);
            }
        }
        self
    }
}

impl Draft {
    /// The same from an earlier token on.
    pub(super) fn from(mut self, token: Option<&Token>) -> Self {
        if let Some(token) = token {
            self.start = token.start;
        }
        self
    }

    pub(crate) fn value(&self) -> Option<Value> {
        match self.what {
            What::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The same date in another year.
    pub(super) fn in_year(mut self, year: i32, era: Option<Era>) -> Self {
        if let What::Value(value) = self.what {
            self.what = What::Value(value.in_year(year));
            self.era = self.era.or(era);
            self.source = Source::OtherEnd;
        }
        self
    }

    pub(super) fn year(&self) -> Option<i32> {
        self.value().and_then(Value::year)
    }
}
