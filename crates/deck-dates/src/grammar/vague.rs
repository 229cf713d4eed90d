//! Times that no calendar fixes: `now`, `former`, `at the time`, `daily`.

use super::{Draft, Parser, What};
use crate::lex::{Case, Gap, Unit, Word};
use crate::mention::{Confidence, Origin};

impl Parser<'_> {
    /// A vague time, or one that comes again.
    pub(super) fn vague(&self, at: usize) -> Option<Draft> {
        match self.word(at)? {
            // `the former king` stays former.
            Word::Former => Some(self.draft(at, at, What::Vague(Origin::Text))),
            Word::Now | Word::Recent => Some(self.draft(at, at, What::Vague(Origin::Reading))),
            Word::Today => Some(self.draft(at, at, What::Vague(Origin::Reading))),
            Word::Present => self.present(at),
            Word::Future => Some(self.draft(at, at, What::Vague(Origin::Reading))),
            Word::Daily => Some(self.draft(at, at, What::Recurring)),
            Word::Each => self.recurring(at),
            Word::The => self.the_time(at).or_else(|| self.nth_unit(at)),
            Word::Shortly if matches!(self.next_word(at + 1), Some(Word::Later)) => {
                Some(self.draft(at, at + 1, What::Vague(Origin::Text)))
            }
            Word::This | Word::That => self.this_time(at),
            Word::DayPart => self.night(at),
            _ => None,
        }
    }

    /// `current`, `present day`; `the present`, but no present that is given.
    fn present(&self, at: usize) -> Option<Draft> {
        let day = matches!(self.gap(at + 1), Gap::Space | Gap::Dash)
            && self.word(at + 1) == Some(Word::Unit(Unit::Day, false));
        let end = self.tokens.get(at)?.end;
        let current = self.before(end).to_ascii_lowercase().ends_with("current");
        if day {
            return Some(self.draft(at, at + 1, What::Vague(Origin::Reading)));
        }
        // More often than not it is water's or electricity's.
        let draft = self.draft(at, at, What::Vague(Origin::Reading));
        current.then_some(Draft { confidence: Confidence::Low, ..draft })
    }

    fn recurring(&self, at: usize) -> Option<Draft> {
        let Word::Unit(unit, false) = self.next_word(at + 1)? else { return None };
        (unit > Unit::Hour).then(|| self.draft(at, at + 1, What::Recurring))
    }

    /// `the future`, `the past`, `the time` after `at`, `the same time`.
    fn the_time(&self, at: usize) -> Option<Draft> {
        match self.next_word(at + 1)? {
            Word::Future => Some(self.draft(at, at + 1, What::Vague(Origin::Reading))),
            Word::Past if self.word_before(at) == Some(Word::In) => {
                Some(self.draft(at, at + 1, What::Vague(Origin::Text)))
            }
            Word::Time
                if self.is_time(at + 1)
                    && matches!(self.word_before(at), Some(Word::At | Word::By)) =>
            {
                Some(self.draft(at, at + 1, What::Vague(Origin::Text)))
            }
            Word::Same if self.is(at + 2, Word::Time) && self.is_time(at + 2) => {
                Some(self.draft(at, at + 2, What::Vague(Origin::Text)))
            }
            _ => None,
        }
    }

    /// `the first year of the war`, `the final day`: a time of something that is not dated here.
    fn nth_unit(&self, at: usize) -> Option<Draft> {
        let nth = matches!(
            self.next_word(at + 1)?,
            Word::Ordinal(_) | Word::Last | Word::Early | Word::Late
        );
        let Word::Unit(unit, _) = self.next_word(at + 2)? else { return None };
        let draft = self.draft(at, at + 2, What::Vague(Origin::Text));
        (nth && unit >= Unit::Day).then_some(Draft { confidence: Confidence::Medium, ..draft })
    }

    fn is_time(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let word = &self.text[token.start as usize..token.end as usize];
            ["time", "period", "date"].contains(&word)
        })
    }

    /// `at this time`, `during this period`, `these days`.
    fn this_time(&self, at: usize) -> Option<Draft> {
        match self.next_word(at + 1)? {
            Word::Time if self.is_time(at + 1) => {
                Some(self.draft(at, at + 1, What::Vague(Origin::Text)))
            }
            Word::Unit(Unit::Day, true) if self.word(at) == Some(Word::This) => {
                Some(self.draft(at, at + 1, What::Vague(Origin::Reading)))
            }
            _ => None,
        }
    }

    /// `night raids`, `at night`.
    fn night(&self, at: usize) -> Option<Draft> {
        let token = self.tokens.get(at)?;
        let night = &self.text[token.start as usize..token.end as usize] == "night";
        (night && self.case(at) == Some(Case::Lower)).then(|| Draft {
            confidence: Confidence::Low,
            ..self.draft(at, at, What::Vague(Origin::Text))
        })
    }
}
