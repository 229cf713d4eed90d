//! The words that dates are made of, in English.

use super::{CLASS, Class};

/// What a word means in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// A month from 1, and whether it is written in full.
    Month(u8, bool),
    /// A weekday from 0 for Monday, and whether it is written in full.
    Weekday(u8, bool),
    /// A season from 0 for spring.
    Season(u8),
    /// `first` to `thirty`-something: one word of it.
    Ordinal(u8),
    /// `one` to `ninety`.
    Cardinal(u8),
    /// `twenties` to `nineties`: the ten of the decade.
    Decade(u8),
    /// A unit of time, and whether it is plural.
    Unit(Unit, bool),
    Quarter,
    Half,
    Early,
    Mid,
    Late,
    Beginning,
    Middle,
    End,
    Part,
    Latter,
    /// `circa`: near the year that follows.
    Circa,
    /// `about`, `around`: near the date or amount that follows.
    About,
    /// `over`, `almost`: before an amount.
    Measure,
    Than,
    Before,
    After,
    By,
    Since,
    Until,
    From,
    Between,
    To,
    And,
    Or,
    Bc,
    Ad,
    The,
    Of,
    In,
    On,
    At,
    For,
    During,
    Through,
    Within,
    A,
    Same,
    This,
    That,
    Next,
    Previous,
    Last,
    Few,
    Later,
    Earlier,
    Ago,
    Now,
    Present,
    Former,
    Recent,
    Future,
    Past,
    Today,
    Daily,
    Each,
    Time,
    DayPart,
    Noon,
    Old,
    Age,
    Long,
    Christmas,
    Shortly,
    Very,
    New,
    Eve,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

/// Where a word ends that starts at `start`: after its last letter, digit or byte outside ASCII.
pub(super) fn end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        match CLASS[usize::from(byte)] {
            Class::Letter | Class::Digit => {}
            Class::Wide if super::punctuation(bytes, at).is_none() => {}
            Class::Wide | Class::Other => break,
        }
        at += 1;
    }
    at.max(start + 1)
}

/// Eras written with full stops.
const ERAS: [(&[u8], Word); 5] = [
    (b"B.C.E.", Word::Bc),
    (b"B.C.E", Word::Bc),
    (b"B.C.", Word::Bc),
    (b"A.D.", Word::Ad),
    (b"C.E.", Word::Ad),
];

/// `B.C.`, `A.D.` and the like at `start`, and where it ends. The last full stop is left to the
/// sentence where the era is written without one inside.
pub(super) fn era(bytes: &[u8], start: usize) -> Option<(Word, usize)> {
    if bytes.get(start + 1) != Some(&b'.') {
        return None;
    }
    let rest = &bytes[start..];
    let (era, word) = ERAS.iter().find(|(era, _)| rest.starts_with(era))?;
    Some((*word, start + era.len()))
}
