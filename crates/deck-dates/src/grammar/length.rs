//! Lengths of time: `ten years`, `over a decade`, `the next few months`, `aged 56`.

use super::amount::Amount;
use super::deictic::Which;
use super::{Draft, Parser, Step, What};
use crate::lex::{Case, Gap, Unit, Word};
use crate::mention::{Confidence, Length};

impl Parser<'_> {
    /// A length of time, an age, or a step of so many units.
    pub(super) fn length(&self, at: usize) -> Option<Draft> {
        self.age(at)
            .or_else(|| self.half_unit(at))
            .or_else(|| self.counted_units(at))
            .or_else(|| self.following_units(at))
            .or_else(|| self.bare_units(at))
    }

    /// `over`, `almost`, `more than`, `at least`, and the place after them.
    fn measure(&self, at: usize) -> (usize, bool) {
        let mut next = at;
        if self.word(next) == Some(Word::At) && self.is(next + 1, Word::Measure) {
            next += 1;
        }
        let mut found = false;
        for _ in 0..2 {
            match self.word(next) {
                Some(Word::Measure | Word::About) if self.gap(next + 1) == Gap::Space => next += 1,
                _ => break,
            }
            found = true;
            next = self.skip(next, Word::Than);
        }
        if found { (next, true) } else { (at, false) }
    }

    fn counted_units(&self, at: usize) -> Option<Draft> {
        let (amount_at, approximate) = self.measure(at);
        let amount = self.amount(amount_at)?;
        let (unit, last) = self.unit_after(&amount)?;
        let length =
            Length { least: amount.least, most: amount.most, unit, age: false, approximate };
        let mut draft = self.draft(at, last, What::Length(length));
        // `Five-Year Plan`, `Thirty Years' War`
        if self.case(last) == Some(Case::Capital) {
            draft.confidence = Confidence::Low;
            return Some(draft);
        }
        if self.old(last + 1) {
            draft = self.draft(at, last + 1, What::Length(Length { age: true, ..length }));
        } else if self.is(last + 1, Word::Of) && self.is(last + 2, Word::Age) {
            draft = self.draft(at, last + 2, What::Length(Length { age: true, ..length }));
        } else if self.gap(last + 1) == Gap::Space && self.word(last + 1) == Some(Word::Long) {
            draft = self.draft(at, last + 1, What::Length(length));
        }
        Some(self.stepped(draft, length))
    }

    fn old(&self, at: usize) -> bool {
        matches!(self.gap(at), Gap::Space | Gap::Dash) && self.word(at) == Some(Word::Old)
    }

    /// A unit right after an amount, that agrees with it in number.
    fn unit_after(&self, amount: &Amount) -> Option<(Unit, usize)> {
        let at = amount.next;
        let gap = self.gap(at);
        let Word::Unit(unit, plural) = self.word(at)? else { return None };
        let agrees = if amount.article {
            !plural && gap == Gap::Space && !self.unit_of_date(at)
        } else {
            plural || gap == Gap::Dash || amount.least.is_some()
        };
        // `the two centuries`; but `60 minute` is a name as often as not, and left alone.
        // `two full days`
        let qualified = plural && !amount.article && self.one_word_before(at);
        ((matches!(gap, Gap::Space | Gap::Dash) && agrees) || qualified).then_some((unit, at))
    }

    /// Whether a single word of small letters parts a token from the one before.
    fn one_word_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return false;
        };
        let start = self.tokens.get(at).map_or(0, |token| token.start);
        let between = self.text.get(before.end as usize..start as usize).unwrap_or("");
        let word = between.strip_prefix(' ').and_then(|rest| rest.strip_suffix(' ')).unwrap_or("");
        (1..=12).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
    }

    /// `a year's`, `a day of`: still a length.
    fn unit_of_date(&self, at: usize) -> bool {
        matches!(self.word(at), Some(Word::Unit(Unit::Minute, _)))
    }

    /// `later`, `earlier`, `ago`, `before`, `after` make a step of a length.
    fn stepped(&self, draft: Draft, length: Length) -> Draft {
        let next = draft.next;
        let (which, inside) = match self.next_word(next) {
            Some(Word::Later) => (Which::Next, true),
            Some(Word::Earlier) => (Which::Previous, true),
            Some(Word::Ago) => (Which::Ago, true),
            Some(Word::After) => (Which::Next, self.ends_clause(next)),
            Some(Word::Before) => (Which::Previous, self.ends_clause(next)),
            _ => return draft,
        };
        let last = if inside { next } else { next - 1 };
        let what = What::Step(Step::by(which, length));
        Draft {
            what,
            end: self.tokens.get(last).map_or(draft.end, |t| t.end),
            next: last + 1,
            ..draft
        }
    }

    fn ends_clause(&self, at: usize) -> bool {
        let end = self.tokens.get(at).map_or(0, |token| token.end);
        let rest = self.after(end);
        rest.is_empty() || rest.starts_with([',', '.', ';', ')', '\n'])
    }

    /// `half a century`, `half-century`.
    fn half_unit(&self, at: usize) -> Option<Draft> {
        if self.word(at) != Some(Word::Half) {
            return None;
        }
        let next = if self.is(at + 1, Word::A) { at + 2 } else { at + 1 };
        let Word::Unit(unit, false) = self.word(next)? else { return None };
        if !matches!(self.gap(next), Gap::Space | Gap::Dash) {
            return None;
        }
        let (unit, count) = match unit {
            Unit::Millennium => (Unit::Year, 500),
            Unit::Century => (Unit::Year, 50),
            Unit::Decade => (Unit::Year, 5),
            Unit::Year => (Unit::Month, 6),
            Unit::Day => (Unit::Hour, 12),
            Unit::Hour => (Unit::Minute, 30),
            _ => return None,
        };
        let (least, most) = (Some(count), Some(count));
        let length = Length { least, most, unit, age: false, approximate: false };
        Some(self.stepped(self.draft(at, next, What::Length(length)), length))
    }

    /// `the next few months`, `the past decade`, `the first seven weeks`, `the following days`.
    fn following_units(&self, at: usize) -> Option<Draft> {
        let word = self.skip_article(at);
        let which = matches!(
            self.word(word)?,
            Word::Next | Word::Previous | Word::Last | Word::Past | Word::Ordinal(1) | Word::Same
        );
        if !which || self.gap(word + 1) != Gap::Space {
            return None;
        }
        let amount = self.amount(word + 1).filter(|amount| !amount.article);
        let unit_at = amount.map_or(word + 1, |amount| amount.next);
        let Word::Unit(unit, plural) = self.word(unit_at)? else { return None };
        let past = self.word(word) == Some(Word::Past);
        let near = matches!(self.gap(unit_at), Gap::Space | Gap::Dash);
        if !near || !(plural || amount.is_some() || past) {
            return None;
        }
        let one = if plural { None } else { Some(1) };
        let (least, most) = amount.map_or((one, one), |amount| (amount.least, amount.most));
        let length = Length { least, most, unit, age: false, approximate: false };
        let mut draft = self.draft(at, unit_at, What::Length(length));
        // `First Five-Year Plan`
        if self.case(unit_at) == Some(Case::Capital) {
            draft.confidence = Confidence::Low;
        }
        Some(draft)
    }

    pub(super) fn skip_article(&self, at: usize) -> usize {
        if self.word(at) == Some(Word::The) && self.gap(at + 1) == Gap::Space { at + 1 } else { at }
    }

    /// `days`, `weeks later`, `for years`: a plural by itself, where a length is spoken of.
    fn bare_units(&self, at: usize) -> Option<Draft> {
        let Word::Unit(unit, plural) = self.word(at)? else { return None };
        let length = Length { least: None, most: None, unit, age: false, approximate: true };
        let draft = self.draft(at, at, What::Length(length));
        if !plural {
            // `year-long`
            let long = self.gap(at + 1) == Gap::Dash && self.word(at + 1) == Some(Word::Long);
            let one = Length { least: Some(1), most: Some(1), approximate: false, ..length };
            return long.then(|| self.draft(at, at + 1, What::Length(one)));
        }
        let stepped = self.stepped(draft, length);
        if matches!(stepped.what, What::Step(_)) {
            return Some(stepped);
        }
        let spoken = matches!(
            self.word_before(at),
            Some(Word::Within | Word::For | Word::After | Word::In | Word::Of)
        );
        let of = self.word_before(at) == Some(Word::Of);
        spoken.then_some(Draft {
            confidence: if of { Confidence::Low } else { Confidence::Medium },
            ..draft
        })
    }

    /// `aged 56`, `at the age of 22`, `age seventy-nine`.
    fn age(&self, at: usize) -> Option<Draft> {
        if self.word(at) != Some(Word::Age) {
            return None;
        }
        let number = self.skip(at + 1, Word::Of);
        let amount = self.amount(number).filter(|amount| !amount.article)?;
        let old_enough = amount.least.is_some_and(|age| (1..=130).contains(&age));
        if self.gap(number) != Gap::Space || !old_enough {
            return None;
        }
        let length = Length {
            least: amount.least,
            most: amount.most,
            unit: Unit::Year,
            age: true,
            approximate: false,
        };
        Some(self.draft(number, amount.next - 1, What::Length(length)))
    }
}
