//! Months with or without a year, and the year after a day or a month.

use super::{Draft, Parser, What};
use crate::lex::{Case, Gap, Word};
use crate::mention::Confidence;
use crate::value::Value;

impl Parser<'_> {
    /// A month with a year, or by itself.
    pub(super) fn month(&self, at: usize) -> Option<Draft> {
        let Some(Word::Month(month, full)) = self.word(at) else { return None };
        let draft = self.with_year(at, at, |year| Value::Month(year, month));
        let mut draft = self.with_month_range(draft, at);
        if self.after_a_number(at) {
            draft.confidence = Confidence::Low;
        }
        if draft.year().is_some() {
            return Some(draft);
        }
        let sure = match (month, self.case(at)?) {
            // `in october`; but `march`, `may` and `august` are words of other things.
            (3 | 5 | 8, Case::Lower) => false,
            (_, Case::Lower) => full && self.month_expected(at),
            (3 | 5, Case::Capital) => self.month_expected(at),
            (_, Case::Capital) => full || self.month_expected(at),
            (_, Case::Upper) => full && !matches!(month, 3 | 5),
        };
        (sure && !self.is_name(at)).then_some(draft)
    }

    /// Whether a number that is no day stands right before: `6,107.31 August 2019`.
    fn after_a_number(&self, at: usize) -> bool {
        let start = self.tokens.get(at).map_or(0, |token| token.start);
        let digit = self
            .before(start)
            .strip_suffix(' ')
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        digit && self.gap(at) != Gap::Space
    }

    /// Whether something around a month makes it one: `in May`, `May to July`.
    fn month_expected(&self, at: usize) -> bool {
        let before = match self.word_before(at) {
            Some(Word::Early | Word::Mid | Word::Late | Word::In | Word::By | Word::Since) => true,
            Some(Word::Until | Word::From | Word::During | Word::Of | Word::Before) => true,
            Some(Word::After | Word::Between | Word::Next | Word::Last | Word::This) => true,
            Some(Word::Through | Word::That | Word::A | Word::Previous) => true,
            Some(Word::To | Word::And | Word::Or) => at >= 2 && self.is_month(at - 2),
            _ => false,
        };
        let dash = matches!(self.gap(at), Gap::Dash) && at > 0;
        before || (dash && self.word(at - 1).is_some()) || self.lends_year(at)
    }

    fn is_month(&self, at: usize) -> bool {
        matches!(self.word(at), Some(Word::Month(..)))
            || self.word(at).is_none() && self.number(at).is_some()
    }

    /// Whether another month follows after `to` or a dash.
    fn lends_year(&self, at: usize) -> bool {
        self.connected(at + 1)
            .is_some_and(|other| matches!(self.word(other), Some(Word::Month(..))))
    }

    /// Whether a capitalised word stands right before or after that makes it a name: `Long March`,
    /// `April Smith`.
    fn is_name(&self, at: usize) -> bool {
        let Some(Word::Month(month, _)) = self.word(at) else { return false };
        let end = self.tokens.get(at).map_or(0, |token| token.end);
        let after = self.after(end).strip_prefix(' ').unwrap_or("");
        let start = self.tokens.get(at).map_or(0, |token| token.start);
        let before = self.before(start).strip_suffix(' ').unwrap_or("");
        let letters = before.bytes().rev().take(20).take_while(u8::is_ascii_alphabetic).count();
        let capital =
            before[before.len() - letters..].starts_with(|c: char| c.is_ascii_uppercase());
        let capital = capital && self.word_before(at).is_none();
        (capital && !before.is_empty() && matches!(month, 3 | 4 | 5 | 6 | 8))
            || (after.starts_with("on ") && month == 3)
            || (after.starts_with("I ") && month == 5)
    }

    pub(super) fn with_month_range(&self, mut draft: Draft, at: usize) -> Draft {
        draft.month_range = self.tokens.get(at).map(|token| (token.start, token.end));
        draft
    }

    /// A date that ends at token `last`, with the year after it if there is one.
    pub(super) fn with_year(
        &self,
        first: usize,
        last: usize,
        value: impl Fn(Option<i32>) -> Value,
    ) -> Draft {
        let of = self.is(last + 1, Word::Of) || (first != last && self.is(last + 1, Word::In));
        let year_at = if of { last + 2 } else { last + 1 };
        let gap = self.gap(year_at);
        let near =
            matches!(gap, Gap::Space | Gap::Comma | Gap::Dash | Gap::Dot | Gap::None | Gap::Slash);
        let read = self.year_at(year_at).filter(|read| {
            let enough = read.digits >= 3 || read.era.is_some();
            // `in May of 114`, `in May, 114 men`
            let loose = gap == Gap::Comma || year_at > last + 1;
            let plain = read.era.is_some() || read.digits == 4 || !loose;
            let dash = !matches!(gap, Gap::Dash | Gap::Slash | Gap::None) || read.digits == 4;
            near && enough && plain && dash
        });
        let read = read.filter(|read| {
            let end = self.tokens.get(read.last).map_or(0, |token| token.end);
            let round = read.digits == 4 && read.year % 100 != 0;
            read.era.is_some() || round || !self.counts(end)
        });
        let Some(read) = read else { return self.draft(first, last, What::Value(value(None))) };
        let mut draft = self.draft(first, read.last, What::Value(value(Some(read.year))));
        draft.era = read.era;
        draft.uncertain = self.doubted(draft.end);
        let rest = self.after(draft.end);
        draft.julian = [" (O.S", " O.S", " (Old Style", " (OS)", " (Julian"]
            .iter()
            .any(|mark| rest.starts_with(mark));
        draft
    }
}
