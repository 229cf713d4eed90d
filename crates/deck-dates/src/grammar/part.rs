//! Parts of a date, and words that say how near it is: `early 1938`, `the end of May`, `c. 1066`.

use super::{Draft, Parser, What};
use crate::lex::{Gap, Shape, Unit, Word};
use crate::mention::Part;
use crate::value::Value;

/// How many words about parts may stand before one date.
const DEEPEST: usize = 4;

impl Parser<'_> {
    /// A date with at least one word about its part before it.
    pub(super) fn part(&self, at: usize) -> Option<Draft> {
        self.part_within(at, DEEPEST)
    }

    fn whole(&self, at: usize, depth: usize) -> Option<Draft> {
        self.part_within(at, depth).or_else(|| self.core(at)).or_else(|| self.step_whole(at))
    }

    fn part_within(&self, at: usize, depth: usize) -> Option<Draft> {
        let depth = depth.checked_sub(1)?;
        let draft = match self.word(at)? {
            Word::The => self.the(at, depth),
            Word::Circa | Word::About => self.circa(at, depth),
            Word::Very => self.inner(at + 1, depth),
            Word::Early => self.adjective(at, depth, Part::Early),
            Word::Mid => self.adjective(at, depth, Part::Mid),
            Word::Late => self.adjective(at, depth, Part::Late),
            Word::Later | Word::Earlier => self.later_in(at, depth),
            Word::Beginning => self.of(self.skip_units(at + 1), depth, Part::Start),
            Word::Middle => self.of(at + 1, depth, Part::Mid),
            Word::End => self.of(at + 1, depth, Part::End),
            Word::Latter => self.latter(at, depth),
            Word::Part => self.rest(at, depth),
            Word::Ordinal(count) => self.fraction(at, count, depth),
            Word::Last => self.last_part(at, depth),
            Word::DayPart | Word::Noon => self.day_part(at, depth),
            _ => None,
        }?;
        Some(draft.from(self.tokens.get(at)))
    }

    /// `opening months of 1917`
    fn skip_units(&self, at: usize) -> usize {
        match self.next_word(at) {
            Some(Word::Unit(Unit::Day | Unit::Week | Unit::Month, true)) => at + 1,
            _ => at,
        }
    }

    fn inner(&self, at: usize, depth: usize) -> Option<Draft> {
        (self.gap(at) == Gap::Space).then(|| self.part_within(at, depth)).flatten()
    }

    /// `the` belongs to what could not do without it.
    fn the(&self, at: usize, depth: usize) -> Option<Draft> {
        let next = at + 1;
        if self.gap(next) != Gap::Space {
            return None;
        }
        if let Some(Word::Unit(Unit::Year, _)) = self.word(next) {
            let draft = self.core(next + 1).filter(|_| self.gap(next + 1) == Gap::Space)?;
            return matches!(draft.value(), Some(Value::Year(_))).then_some(draft);
        }
        let draft = self.part_within(next, depth).or_else(|| self.core(next))?;
        if self.word(next).is_some_and(|word| matches!(word, Word::Circa | Word::About)) {
            return None;
        }
        let first_is_ordinal = self.number(next).is_some_and(|n| n.shape == Shape::Ordinal)
            || matches!(self.word(next), Some(Word::Ordinal(_) | Word::Cardinal(_)));
        let takes = match draft.what {
            What::DecadeOf(_) => true,
            What::Value(Value::Day(..)) => {
                first_is_ordinal || draft.part.is_some() || self.part_of_noun(next)
            }
            What::Value(Value::Month(..) | Value::Year(_)) => {
                self.part_of_noun(next) || draft.part.is_some()
            }
            What::Value(_) => true,
            _ => true,
        };
        takes.then_some(draft)
    }

    fn part_of_noun(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            Some(
                Word::Beginning
                    | Word::Middle
                    | Word::End
                    | Word::Latter
                    | Word::Part
                    | Word::DayPart
                    | Word::Ordinal(_)
            )
        )
    }

    fn circa(&self, at: usize, depth: usize) -> Option<Draft> {
        if !matches!(self.gap(at + 1), Gap::Space | Gap::Dot) {
            return None;
        }
        let draft = self.part_within(at + 1, depth).or_else(|| self.circa_year(at));
        let mut draft = draft.or_else(|| self.core(at + 1))?;
        draft.approximate = true;
        Some(draft)
    }

    /// `c. 461`: a year of any length, where `about 461` may be anything.
    fn circa_year(&self, at: usize) -> Option<Draft> {
        let year = self.year_at(at + 1)?;
        let short = year.digits == 3 || super::year::is_likely(year.year) || year.era.is_some();
        let year = (self.word(at) == Some(Word::Circa) && short).then_some(year)?;
        let what = What::Value(Value::Year(year.year));
        let mut draft = self.draft(year.first, year.last, what);
        draft.era = year.era;
        draft.source = year.source;
        Some(draft)
    }

    /// `early 1938`, `mid-1938`, `late in 1938`, `early part of 1938`.
    fn adjective(&self, at: usize, depth: usize, part: Part) -> Option<Draft> {
        let mut next = at + 1;
        if self.is(next, Word::Part) && self.is(next + 1, Word::Of) {
            next += 2;
        } else if self.is(next, Word::In) && self.starts_date(next + 1) {
            next += 1;
        } else if self.gap(next) == Gap::Dash
            && matches!(self.word(next), Some(Word::To))
            && matches!(self.word(next + 1), Some(Word::Mid | Word::Late))
        {
            // `early-to-mid 1938`
            next += 2;
        }
        if !matches!(self.gap(next), Gap::Space | Gap::Dash) {
            return None;
        }
        let draft = self.whole(next, depth)?;
        Some(Draft { part: Some(part), ..draft })
    }

    fn starts_date(&self, at: usize) -> bool {
        self.gap(at) == Gap::Space
    }

    /// `later in 1938`, `later that year`, `earlier in the summer`.
    fn later_in(&self, at: usize, depth: usize) -> Option<Draft> {
        let next = if self.is(at + 1, Word::In) { at + 2 } else { at + 1 };
        if self.gap(next) != Gap::Space {
            return None;
        }
        let step = self.step_whole(next);
        if next == at + 1 {
            return step;
        }
        let draft = step.or_else(|| self.part_within(next, depth)).or_else(|| self.core(next))?;
        let single = matches!(draft.what, What::Value(Value::Season(..)) | What::Step(_));
        single.then_some(draft)
    }

    /// `end of 1938`, `beginning of the year`.
    fn of(&self, at: usize, depth: usize, part: Part) -> Option<Draft> {
        let next = self.is(at, Word::Of).then_some(at + 1)?;
        if self.gap(next) != Gap::Space {
            return None;
        }
        let draft = self.whole(next, depth)?;
        Some(Draft { part: Some(part), ..draft })
    }

    /// `latter half of 2008`, `latter part of the year`.
    fn latter(&self, at: usize, depth: usize) -> Option<Draft> {
        match self.next_word(at + 1)? {
            Word::Half => self.half(at + 2, depth, Part::SecondHalf),
            Word::Part => self.of(at + 2, depth, Part::SecondHalf),
            _ => None,
        }
    }

    /// `rest of 1938`, `part of 1938`.
    fn rest(&self, at: usize, depth: usize) -> Option<Draft> {
        let draft = self.of(at + 1, depth, Part::Late)?;
        Some(Draft { part: None, ..draft })
    }

    /// `last days of May`, `last months of 1938`.
    fn last_part(&self, at: usize, depth: usize) -> Option<Draft> {
        let last = at + 1;
        match self.next_word(last)? {
            Word::Unit(Unit::Day | Unit::Week | Unit::Month, true) => {
                let draft = self.of(last + 1, depth, Part::End)?;
                matches!(draft.what, What::Value(_)).then_some(draft)
            }
            Word::Quarter => self.quarter(last + 1, 4, depth),
            _ => None,
        }
    }

    /// `first half of 1936`, `third quarter of 1936`.
    fn fraction(&self, at: usize, count: u8, depth: usize) -> Option<Draft> {
        match (self.next_word(at + 1)?, count) {
            (Word::Half, 1) => self.half(at + 2, depth, Part::FirstHalf),
            (Word::Half, 2) => self.half(at + 2, depth, Part::SecondHalf),
            (Word::Quarter, 1..=4) => self.quarter(at + 2, count, depth),
            (Word::Unit(Unit::Day | Unit::Week | Unit::Month, true), 1) => {
                let draft = self.of(at + 2, depth, Part::Start)?;
                matches!(draft.what, What::Value(_)).then_some(draft)
            }
            _ => None,
        }
    }

    fn half(&self, at: usize, depth: usize, part: Part) -> Option<Draft> {
        let draft = self.of(at, depth, part)?;
        Some(match draft.what {
            What::Value(Value::Year(year)) => {
                let half = if part == Part::FirstHalf { 1 } else { 2 };
                Draft { what: What::Value(Value::Half(Some(year), half)), part: None, ..draft }
            }
            _ => draft,
        })
    }

    fn quarter(&self, at: usize, count: u8, depth: usize) -> Option<Draft> {
        let draft = self.of(at, depth, Part::Late)?;
        let Some(Value::Year(year)) = draft.value() else {
            let part = if count <= 2 { Part::FirstHalf } else { Part::SecondHalf };
            return Some(Draft { part: Some(part), ..draft });
        };
        Some(Draft { what: What::Value(Value::Quarter(Some(year), count)), part: None, ..draft })
    }

    /// `night of 8 February 1904`: the time of the day is left alone, the day is read.
    fn day_part(&self, at: usize, depth: usize) -> Option<Draft> {
        let mut next = at + 1;
        if self.after(self.tokens.get(at)?.end).starts_with(" hours")
            && self.word(next) == Some(Word::Unit(Unit::Hour, true))
        {
            next += 1;
        }
        if !(self.is(next, Word::Of) || self.is(next, Word::On)) {
            return None;
        }
        next = self.skip(next + 1, Word::The);
        let draft = self.part_within(next, depth).or_else(|| self.core(next))?;
        matches!(draft.what, What::Value(Value::Day(..))).then_some(draft)
    }
}
