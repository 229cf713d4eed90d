//! What is said about a date that was found.

use text_size::TextRange;

use crate::calendar::Weekday;
use crate::interval::Interval;
use crate::lex::Unit;
use crate::value::Value;

/// A temporal expression found in a text, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, as byte offsets into the text.
    pub range: TextRange,
    /// What sort of expression it is.
    pub kind: Kind,
    /// The date as calendars write it; `None` for ranges (see `ends`), durations, and what the
    /// text alone does not tell. It may be a day that does not exist: see [`Mention::impossible`].
    pub value: Option<Value>,
    /// The days it covers; `None` if it has no year, does not exist, or is no stretch of time.
    pub interval: Option<Interval>,
    /// What it may mean instead, where day and month cannot be told apart (4/9/1938).
    pub alternative: Option<Interval>,
    /// The unit in which it speaks.
    pub granularity: Unit,
    /// The part of it that is meant. `interval` is the whole: see [`Mention::narrowed`].
    pub part: Option<Part>,
    /// Whether it is said to be near the truth: `c.`, `about`.
    pub approximate: bool,
    /// Whether it is doubted: `1066?`.
    pub uncertain: bool,
    /// On which side of it something is said to lie.
    pub bound: Option<Bound>,
    /// The calendar in which it is written.
    pub calendar: Calendar,
    /// The era, if it is written: at the year itself or at the other end of its range.
    pub era: Option<Era>,
    /// The weekday, if it is written.
    pub weekday: Option<Weekday>,
    /// Where its year comes from.
    pub provenance: Provenance,
    /// From where a relative or vague expression counts.
    pub origin: Option<Origin>,
    /// How sure it is that this is a date.
    pub confidence: Confidence,
    /// Where the month's name stands, if it has one, as byte offsets into the text.
    pub month_range: Option<TextRange>,
    /// The two ends of a range, in the order of the text.
    pub ends: Option<Box<[Mention; 2]>>,
    /// The length of a duration, or of the step of a relative expression (`two days later`).
    pub length: Option<Length>,
}

/// The sorts of temporal expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A day, a month, a season, a year, a decade, a century …
    Point,
    /// From one date to another.
    Range,
    /// A length of time: `ten years`.
    Duration,
    /// Something that comes again: `every year`, `daily`.
    Recurring,
    /// A date that is said by its distance from another: `the next day`, `two years later`.
    Relative,
    /// A time that no calendar fixes: `now`, `former`, `at the time`.
    Vague,
}

/// A part of a date's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Its start: the first sixth.
    Start,
    /// Its first third.
    Early,
    /// Its middle third.
    Mid,
    /// Its last third.
    Late,
    /// Its end: the last sixth.
    End,
    /// Its first half.
    FirstHalf,
    /// Its second half.
    SecondHalf,
}

/// On which side of a date something is said to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// `before 1938`
    Before,
    /// `after 1938`
    After,
    /// `by 1938`
    By,
    /// `since 1938`, `from 1938`
    Since,
    /// `until 1938`
    Until,
}

/// Which calendar a date is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The present one.
    Gregorian,
    /// The one before it.
    Julian,
    /// Either: see `Context::gregorian_from`.
    Unknown,
}

/// An era that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Era {
    /// BC, BCE
    Before,
    /// AD, CE
    Common,
}

/// Where the year of a date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Provenance {
    /// It is written there.
    Explicit,
    /// From the other end of its range or list: the year of May in `May to June 1938`.
    Inherited,
    /// From an earlier mention in the same text. Such a year never proves anything.
    Carried,
    /// From the years that the context gives. Such a year never proves anything.
    Context,
    /// It has none.
    None,
}

/// From where a relative or vague expression counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// From what the text was speaking of: `two years later`, `at the time`. It stays true.
    Text,
    /// From the day on which it was written or is read: `currently`, `last year`. It ages.
    Reading,
}

/// How sure it is that something is a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// It is more likely to be something else: `1936 tanks`.
    Low,
    /// A number that has the look of a year.
    Medium,
    /// It can hardly be anything else.
    High,
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Length {
    /// The least number of units; `None` for `a few`.
    pub least: Option<u32>,
    /// The greatest number of units: more than the least in `ten or fifteen years`.
    pub most: Option<u32>,
    /// The unit.
    pub unit: Unit,
    /// Whether it is the age of someone.
    pub age: bool,
    /// Whether it is more, less or about that: `over two years`.
    pub approximate: bool,
}

impl Mention {
    /// Whether it says by itself which time of the calendar is meant: the year is written there,
    /// or at the other end of its range.
    pub fn is_explicit(&self) -> bool {
        matches!(self.kind, Kind::Point | Kind::Range)
            && matches!(self.provenance, Provenance::Explicit | Provenance::Inherited)
    }

    /// Whether it names a day that no calendar in use had: 31 September 1938.
    pub fn impossible(&self) -> bool {
        self.value.is_some_and(Value::impossible)
    }

    /// Whether it is a range whose end, as written, lies before its start.
    pub fn reversed(&self) -> bool {
        let Some([start, end]) = self.ends.as_deref() else { return false };
        let explicit = start.is_explicit() && end.is_explicit();
        match (start.interval, end.interval) {
            (Some(start), Some(end)) => explicit && end.last < start.first,
            _ => false,
        }
    }

    /// The weekday that the date had, where another is written and the calendar is certain.
    pub fn right_weekday(&self) -> Option<Weekday> {
        let written = self.weekday?;
        let day = self.interval.filter(|interval| interval.days() == 1)?.first;
        let sure = self.calendar != Calendar::Unknown && self.is_explicit();
        let right = Weekday::of(day);
        (sure && right != written).then_some(right)
    }

    /// The days of the part that is meant, or all of them.
    pub fn narrowed(&self) -> Option<Interval> {
        let whole = self.interval?;
        let days = whole.days();
        let (from, to) = match self.part {
            None => (0, 6),
            Some(Part::Start) => (0, 1),
            Some(Part::Early) => (0, 2),
            Some(Part::Mid) => (2, 4),
            Some(Part::Late) => (4, 6),
            Some(Part::End) => (5, 6),
            Some(Part::FirstHalf) => (0, 3),
            Some(Part::SecondHalf) => (3, 6),
        };
        let first = whole.first + days * from / 6;
        Some(Interval::new(first, (whole.first + days * to / 6 - 1).max(first)))
    }

    /// The dates that stand in it: the two ends of a range, or itself.
    pub fn points(&self) -> &[Mention] {
        match self.ends.as_deref() {
            Some(ends) => ends,
            None => std::slice::from_ref(self),
        }
    }
}
