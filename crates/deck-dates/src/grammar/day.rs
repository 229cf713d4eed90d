//! Days and months: `30th of September 1938`, `Sept 29, 1938`, `May`, `Monday 3 September`.

use super::{Draft, Parser, What};
use crate::calendar::Weekday;
use crate::lex::{Case, Gap, Numeric, Shape, Word};
use crate::mention::Confidence;
use crate::value::Value;

impl Parser<'_> {
    /// A date in digits.
    pub(super) fn numeric(&self, at: usize, numeric: Numeric) -> Draft {
        let year = match numeric.year_digits {
            2 if numeric.year < 30 => 2000 + numeric.year,
            2 => 1900 + numeric.year,
            _ => numeric.year,
        };
        let (first, second) = numeric.beside;
        let month_first = (first, second);
        let day_first = (second, first);
        let both = !numeric.year_first && first <= 12 && second <= 12 && first != second;
        let use_day_first = if numeric.year_first || second > 12 {
            false
        } else {
            first > 12 || self.context.day_first.unwrap_or(true)
        };
        let (month, day) = if use_day_first { day_first } else { month_first };
        let mut draft = self.draft(at, at, What::Value(Value::Day(Some(year), month, day)));
        if both && self.context.day_first.is_none() {
            draft.alternative = Some((day, month));
        }
        if numeric.year_digits == 2 {
            draft.confidence = Confidence::Medium;
        }
        draft
    }

    /// A day's number, plain or ordinal, and the place after it.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        if let Some(Word::Ordinal(_) | Word::Cardinal(_)) = self.word(at) {
            return self.ordinal_words(at);
        }
        let number = self.number(at)?;
        let fits = number.digits <= 2 && matches!(number.shape, Shape::Plain | Shape::Ordinal);
        // A day may be impossible; two digits beyond that are no day.
        let day = u8::try_from(number.value).ok().filter(|day| fits && *day <= 39)?;
        Some((day, at + 1))
    }

    /// `first`, `twenty-first`.
    pub(super) fn ordinal_words(&self, at: usize) -> Option<(u8, usize)> {
        match (self.word(at)?, self.word(at + 1)) {
            (Word::Ordinal(day), _) => Some((day, at + 1)),
            (Word::Cardinal(ten), Some(Word::Ordinal(one))) if ten >= 20 && one < 10 => {
                matches!(self.gap(at + 1), Gap::Dash | Gap::Space).then_some((ten + one, at + 2))
            }
            _ => None,
        }
    }

    /// `30 September 1938`, `the 30th of September`; a day that borrows its month from the next:
    /// `12–13 April 1935`.
    pub(super) fn day_month(&self, at: usize) -> Option<Draft> {
        let (day, next) = self.day_number(at)?;
        if self.bare_month(self.skip(next, Word::Of)).is_some() {
            return self.day_with_month(at, day, self.skip(next, Word::Of));
        }
        let other = self.connected(next)?;
        let (_, after) = self.day_number(self.skip(other, Word::The))?;
        let month_at = self.skip(after, Word::Of);
        self.bare_month(month_at)?;
        let lender = self.day_with_month(other, day, month_at)?;
        let mut draft = self.draft(at, next - 1, lender.what);
        draft.era = lender.era;
        draft.inherited = lender.year().is_some();
        draft.month_range = lender.month_range;
        Some(draft)
    }

    /// A month's name that stands right after what it belongs to.
    fn bare_month(&self, at: usize) -> Option<u8> {
        if !matches!(self.gap(at), Gap::Space | Gap::Dash | Gap::None) {
            return None;
        }
        match self.word(at)? {
            Word::Month(month, _) => Some(month),
            _ => None,
        }
    }

    fn day_with_month(&self, first: usize, day: u8, at: usize) -> Option<Draft> {
        let month = self.bare_month(at)?;
        // `5 may follow`: a verb, unless a year or an ordinal makes it a date.
        let verb = self.case(at) == Some(Case::Lower) && matches!(month, 3 | 5);
        let sure = self.word(at - 1) == Some(Word::Of)
            || self.number(at - 1).is_some_and(|number| number.shape == Shape::Ordinal);
        let draft = self.with_year(first, at, |year| Value::Day(year, month, day));
        if verb && !sure && draft.year().is_none() {
            return None;
        }
        Some(self.with_month_range(draft, at))
    }

    fn with_month_range(&self, mut draft: Draft, at: usize) -> Draft {
        draft.month_range = self.tokens.get(at).map(|token| (token.start, token.end));
        draft
    }

    /// A date that ends at token `last`, with the year after it if there is one.
    fn with_year(&self, first: usize, last: usize, value: impl Fn(Option<i32>) -> Value) -> Draft {
        let (year_at, gap) = if self.is(last + 1, Word::Of) {
            (last + 2, self.gap(last + 2))
        } else {
            (last + 1, self.gap(last + 1))
        };
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
            read.era.is_some() || read.digits == 4 || !self.counts(end)
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

    /// `September 30, 1938`, `Sept 29th`, `October 1st`.
    pub(super) fn month_day(&self, at: usize) -> Option<Draft> {
        let Some(Word::Month(month, full)) = self.word(at) else { return None };
        let gap = self.gap(at + 1);
        let day_at = if self.is(at + 1, Word::The) { at + 2 } else { at + 1 };
        let near = matches!(gap, Gap::Space) || (gap == Gap::Dot && !full);
        let near = near || (matches!(gap, Gap::Slash | Gap::Dash | Gap::None) && !full);
        let (day, next) = self.day_number(day_at).filter(|_| near)?;
        // `in May the Second Squadron`
        let spelled = self.word(day_at).is_some() && self.case(day_at) != Some(Case::Lower);
        let the = day_at > at + 1;
        if the && (spelled || self.plain(day_at).is_some()) {
            return None;
        }
        // `in May 12 men`, `May 5:30`, `may 5`.
        let end = self.tokens.get(next - 1)?.end;
        let draft = self.with_year(at, next - 1, |year| Value::Day(year, month, day));
        let lower = self.case(at) == Some(Case::Lower) && matches!(month, 3 | 5);
        if draft.year().is_none() && (self.counts(end) || lower || self.goes_on(end)) {
            return None;
        }
        // `April 15 May`: the number belongs to what follows.
        if draft.year().is_none() && self.gap(next) == Gap::Space && self.bare_month(next).is_some() {
            return None;
        }
        Some(self.with_month_range(draft, at))
    }

    /// Whether a number goes on after its digits: a time, a decimal, a percentage.
    fn goes_on(&self, end: u32) -> bool {
        let rest = self.after(end).as_bytes();
        match rest {
            [b'%' | b'\'', ..] => true,
            [b':' | b'.' | b',', digit, ..] => digit.is_ascii_digit(),
            _ => false,
        }
    }

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
            (_, Case::Lower) => false,
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

    /// `Monday 3 September 1939`, `Monday, September 3`, `Monday`.
    pub(super) fn weekday(&self, at: usize) -> Option<Draft> {
        let Some(Word::Weekday(day, full)) = self.word(at) else { return None };
        let weekday = Weekday::ALL.get(usize::from(day)).copied();
        let next = if self.is(at + 1, Word::The) { at + 2 } else { at + 1 };
        let near = matches!(self.gap(at + 1), Gap::Space | Gap::Comma | Gap::Dot | Gap::Open);
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
        let step = super::Step::weekday(day);
        let mut draft = self.draft(at, at, What::Step(step));
        draft.weekday = weekday;
        Some(draft)
    }

    /// `Christmas 1963`.
    pub(super) fn feast(&self, at: usize) -> Option<Draft> {
        let Some(Word::Feast(1)) = self.word(at) else { return None };
        let eve = self.is(at + 1, Word::Eve);
        let last =
            at + usize::from(eve || self.after(self.tokens.get(at)?.end).starts_with(" Day"));
        let last = last.min(at + usize::from(eve));
        let day = if eve { 24 } else { 25 };
        Some(self.with_year(at, last, |year| Value::Day(year, 12, day)))
    }
}
