//! Years by themselves, with or without an era, and decades.

use super::{Draft, Parser, Source, What};
use crate::lex::{Case, Gap, Number, Shape, Word};
use crate::mention::{Confidence, Era};
use crate::value::Value;

/// A year as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct YearRead {
    /// The astronomical year.
    pub(super) year: i32,
    pub(super) era: Option<Era>,
    /// Where its era is written.
    pub(super) source: Source,
    /// The place of its first token and of its last one.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) digits: u8,
}

/// The years that a number of four digits is likely to mean.
const LIKELY: std::ops::RangeInclusive<i32> = 1000..=2100;

impl Parser<'_> {
    /// The year at a place, of any number of digits, whatever stands around it.
    pub(super) fn year_at(&self, at: usize) -> Option<YearRead> {
        if self.word(at) == Some(Word::Ad) {
            let number = self.plain(at + 1).filter(|_| self.gap(at + 1) == Gap::Space)?;
            let era = Some(Era::Common);
            return Some(read_year(number, era, (at, at + 1)));
        }
        let number = self.plain(at)?;
        if let Some(era) = self.era_after(at + 1) {
            return Some(read_year(number, Some(era), (at, at + 1)));
        }
        let lent = self.lent_era(at, number);
        let source = if lent.is_some() { Source::OtherEnd } else { Source::Own };
        Some(YearRead { source, ..read_year(number, lent, (at, at)) })
    }

    fn era_after(&self, at: usize) -> Option<Era> {
        if !matches!(self.gap(at), Gap::Space | Gap::None) {
            return None;
        }
        match (self.word(at)?, self.case(at)?) {
            (Word::Bc, Case::Upper) => Some(Era::Before),
            (Word::Ad, Case::Upper) => Some(Era::Common),
            // `43 bc`; but `ad` and `ce` are words of other things.
            (Word::Bc, _) => Some(Era::Before),
            _ => None,
        }
    }

    /// The era of the other end of a range or list: `264–146 BC`, `496 and 495 BC`.
    fn lent_era(&self, at: usize, number: Number) -> Option<Era> {
        let other = self.connected(at + 1)?;
        let end = self.plain(other)?;
        let era = self.era_after(other + 1)?;
        // `31 BC – AD 14` has its own; `27–14 AD` cannot be one range of AD.
        (era == Era::Before || number.value <= end.value).then_some(era)
    }

    /// A year by itself.
    pub(super) fn year(&self, at: usize) -> Option<Draft> {
        let read = self.year_at(at)?;
        let confidence = match read.era {
            Some(_) => Confidence::High,
            None => self.trust(at, read.digits)?,
        };
        let mut draft = self.draft(read.first, read.last, What::Value(Value::Year(read.year)));
        draft.era = read.era;
        draft.source = read.source;
        draft.confidence = confidence;
        draft.uncertain = self.doubted(draft.end);
        Some(draft)
    }

    /// Whether a question mark after it doubts it, and does not end a sentence.
    pub(super) fn doubted(&self, end: u32) -> bool {
        let rest = self.after(end);
        ["?)", "?-", "?–", "? -", "? –", "?,", " (?)"].iter().any(|mark| rest.starts_with(mark))
    }

    /// `the 1930s`, `the 470s BC`, `the twenties`, `'30s`.
    pub(super) fn decade(&self, at: usize) -> Option<Draft> {
        if let Some(Word::Decade(ten)) = self.word(at) {
            let known = self.word_before(at) == Some(Word::The) || self.part_before(at);
            let spelled = matches!(self.word_before(at), Some(Word::Cardinal(_)));
            return (known && !spelled).then(|| self.draft(at, at, What::DecadeOf(ten)));
        }
        let number = self.number(at)?;
        match number.shape {
            Shape::ShortPlural if number.value % 10 == 0 => {
                Some(self.draft(at, at, What::DecadeOf(u8::try_from(number.value).ok()?)))
            }
            Shape::Plural if number.value % 10 == 0 => self.numbered_decade(at, number),
            _ => None,
        }
    }

    /// `nineteen thirties`
    pub(super) fn spelled_decade(&self, at: usize) -> Option<Draft> {
        let (Some(Word::Cardinal(century @ 10..=20)), Some(Word::Decade(ten))) =
            (self.word(at), self.next_word(at + 1))
        else {
            return None;
        };
        let first = i32::from(century) * 100 + i32::from(ten);
        Some(self.draft(at, at + 1, What::Value(Value::Decade(first))))
    }

    fn part_before(&self, at: usize) -> bool {
        matches!(self.word_before(at), Some(Word::Early | Word::Mid | Word::Late))
            || self.gap(at) == Gap::Dash
    }

    fn numbered_decade(&self, at: usize, number: Number) -> Option<Draft> {
        let era = self.era_after(at + 1);
        let last = at + usize::from(era.is_some());
        let era = era.or_else(|| {
            let other = self.connected(at + 1)?;
            self.number(other).filter(|other| other.shape == Shape::Plural)?;
            self.era_after(other + 1)
        });
        let year = number.value;
        let what = match (era, number.digits) {
            (None, 2) if self.word_before(at) == Some(Word::The) || self.part_before(at) => {
                What::DecadeOf(u8::try_from(year).ok()?)
            }
            (Some(Era::Before), _) => What::Value(Value::Decade(1 - year - 9)),
            // `the 1900s` are the century; a hundred years end in two noughts.
            (_, 4) if LIKELY.contains(&year) && year % 100 == 0 => {
                What::Value(Value::Century(year))
            }
            (_, 4) if LIKELY.contains(&year) => What::Value(Value::Decade(year)),
            (Some(Era::Common), _) => What::Value(Value::Decade(year)),
            _ => return None,
        };
        let mut draft = self.draft(at, last, what);
        draft.era = era;
        Some(draft)
    }
}

fn read_year(number: Number, era: Option<Era>, (first, last): (usize, usize)) -> YearRead {
    let year = if era == Some(Era::Before) { 1 - number.value } else { number.value };
    YearRead { year, era, source: Source::Own, first, last, digits: number.digits }
}

/// Whether a number of four digits has the look of a year.
pub(super) fn is_likely(year: i32) -> bool {
    LIKELY.contains(&year)
}
