//! Dates that point at another: `the next day`, `that year`, `the same month`, `last week`.

use super::{Draft, Parser, What};
use crate::lex::{Case, Gap, Unit, Word};
use crate::mention::Length;
use crate::value::{Season, Value};

/// A step from a date that was mentioned before, or from the day of reading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Step {
    pub(crate) which: Which,
    pub(crate) to: To,
}

/// In which direction a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// To what holds the last mention: `that year`.
    Same,
    Next,
    Previous,
    /// Back from the day of reading.
    Ago,
    /// To what holds the day of reading: `this year`.
    This,
}

/// What a step leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum To {
    Unit(Unit),
    Length(Length),
    Season(Season),
    Month(u8),
    Weekday(u8),
    /// A part of the year to which it leads.
    Within(Value),
}

impl Step {
    pub(super) fn by(which: Which, length: Length) -> Self {
        Self { which, to: To::Length(length) }
    }

    pub(super) fn weekday(day: u8) -> Self {
        Self { which: Which::Same, to: To::Weekday(day) }
    }
}

impl Parser<'_> {
    /// A step that stands by itself.
    pub(super) fn step(&self, at: usize) -> Option<Draft> {
        let draft = self.pointing(at)?;
        let next = draft.next;
        // `on January 24 of the same year`: no more than a date's year.
        (next > at).then_some(draft)
    }

    /// `January 24 of the same year`, `the spring of next year`.
    pub(super) fn of_a_year(&self, draft: &Draft) -> Option<Draft> {
        let value = draft.value().filter(|value| value.year().is_none())?;
        let step_at = self.is(draft.next, Word::Of).then_some(draft.next + 1)?;
        let year = self.pointing(step_at).filter(|_| self.gap(step_at) == Gap::Space)?;
        match year.what {
            What::Step(Step { which, to: To::Unit(Unit::Year) }) => {
                let what = What::Step(Step { which, to: To::Within(value) });
                Some(Draft { what, end: year.end, next: year.next, ..*draft })
            }
            _ => None,
        }
    }

    /// A step as the whole of which a part is meant: `the end of the year`, too.
    pub(super) fn step_whole(&self, at: usize) -> Option<Draft> {
        self.pointing(at).or_else(|| {
            let unit_at = (self.word(at) == Some(Word::The)).then_some(at + 1)?;
            let Word::Unit(unit, false) = self.next_word(unit_at)? else { return None };
            let calendar = matches!(
                unit,
                Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century
            );
            let what = What::Step(Step { which: Which::Same, to: To::Unit(unit) });
            calendar.then(|| self.draft(at, unit_at, what))
        })
    }

    fn pointing(&self, at: usize) -> Option<Draft> {
        let article = self.word(at) == Some(Word::The) && self.gap(at + 1) == Gap::Space;
        let word = self.skip_article(at);
        match self.word(word)? {
            Word::Same if article => self.target(at, word + 1, Which::Same),
            Word::That if !article && self.is(word + 1, Word::Same) => {
                self.target(at, word + 2, Which::Same)
            }
            Word::That if !article => self.target(at, word + 1, Which::Same),
            Word::This if !article => self.target(at, word + 1, Which::This),
            Word::Next => self.target(at, word + 1, Which::Next),
            Word::Previous if article => self.target(at, word + 1, Which::Previous),
            Word::Last if !article && self.word_before(word) != Some(Word::The) => {
                self.target(at, word + 1, Which::Ago)
            }
            Word::Unit(unit @ (Unit::Day | Unit::Month | Unit::Year | Unit::Week), false)
                if article =>
            {
                self.before_or_after(at, word, unit)
            }
            _ => None,
        }
    }

    /// `the day before`, `the year after`, `the day following`.
    fn before_or_after(&self, first: usize, unit_at: usize, unit: Unit) -> Option<Draft> {
        let which = match self.next_word(unit_at + 1)? {
            Word::Before | Word::Earlier => Which::Previous,
            Word::After | Word::Next | Word::Later => Which::Next,
            _ => return None,
        };
        Some(self.draft(first, unit_at + 1, What::Step(Step { which, to: To::Unit(unit) })))
    }

    fn target(&self, first: usize, at: usize, which: Which) -> Option<Draft> {
        let to = match self.next_word(at)? {
            Word::Unit(unit, false) if unit > Unit::Hour => To::Unit(unit),
            Word::Season(place @ 0..=3) => {
                let seasons = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
                To::Season(seasons[usize::from(place)])
            }
            Word::Month(month, _) if self.case(at) != Some(Case::Lower) => To::Month(month),
            Word::Weekday(day, true) => To::Weekday(day),
            Word::DayPart => To::Unit(Unit::Day),
            _ => return None,
        };
        Some(self.draft(first, at, What::Step(Step { which, to })))
    }
}
