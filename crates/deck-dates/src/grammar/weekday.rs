//! Weekdays with their date, and feasts: `Monday 3 September 1939`, `Christmas 1963`.

use super::{Draft, Parser, Step, What};
use crate::calendar::Weekday;
use crate::lex::{Case, Gap, Unit, Word};
use crate::mention::Confidence;
use crate::value::Value;

impl Parser<'_> {
    /// `Monday 3 September 1939`, `Monday, September 3`, `Monday`.
    pub(super) fn weekday(&self, at: usize) -> Option<Draft> {
        let Some(Word::Weekday(day, full)) = self.word(at) else { return None };
        let weekday = Weekday::ALL.get(usize::from(day)).copied();
        let next = if self.is(at + 1, Word::The) { at + 2 } else { at + 1 };
        // `he sat 5 hours`
        let name = full || self.case(at) != Some(Case::Lower);
        let near =
            name && matches!(self.gap(at + 1), Gap::Space | Gap::Comma | Gap::Dot | Gap::Open);
        let date = near
            .then(|| self.core(next))
            .flatten()
            .filter(|draft| matches!(draft.value(), Some(Value::Day(..))));
        if let Some(mut draft) = date {
            draft.weekday = weekday;
            return Some(draft.from(self.tokens.get(at)));
        }
        if !full || self.case(at) == Some(Case::Lower) {
            return None;
        }
        let step = Step::weekday(day);
        let mut draft = self.draft(at, at, What::Step(step));
        draft.weekday = weekday;
        Some(draft)
    }

    /// `Christmas 1963`.
    pub(super) fn christmas(&self, at: usize) -> Draft {
        let eve = self.is(at + 1, Word::Eve);
        let day = if eve { 24 } else { 25 };
        let more = eve || self.is(at + 1, Word::Unit(Unit::Day, false));
        let last = at + usize::from(more);
        let mut draft = self.with_year(at, last, |year| Value::Day(year, 12, day));
        let timed = matches!(
            self.word_before(at),
            Some(Word::At | Word::By | Word::Before | Word::After | Word::Since | Word::Until)
        );
        // `the Christmas tree`
        if draft.year().is_none() && !timed {
            draft.confidence = Confidence::Low;
        }
        draft
    }

    /// `New Year's Day 1942`, `New Year's Eve`.
    pub(super) fn new_year(&self, at: usize) -> Option<Draft> {
        let year = Some(Word::Unit(Unit::Year, false));
        let named = self.next_word(at + 1) == year && self.gap(at + 2) == Gap::Possessive;
        let (month, day) = match self.word(at + 2).filter(|_| named)? {
            Word::Eve => (12, 31),
            Word::Unit(Unit::Day, false) => (1, 1),
            _ => return None,
        };
        Some(self.with_year(at, at + 2, |year| Value::Day(year, month, day)))
    }
}
