//! Days of a month: `30th of September 1938`, `Sept 29, 1938`.

use super::{Draft, Parser, Source};
use crate::lex::{Case, Gap, Shape, Word};
use crate::mention::Confidence;
use crate::value::Value;

impl Parser<'_> {
    /// A day's number, plain or ordinal, and the place after it.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        if let Some(Word::Ordinal(_) | Word::Cardinal(_)) = self.word(at) {
            return self.ordinal_words(at);
        }
        let number = self.number(at)?;
        let fits = number.digits <= 2 && matches!(number.shape, Shape::Plain | Shape::Ordinal);
        // A day may be impossible; two digits beyond that are no day.
        let day = u8::try_from(number.value).ok().filter(|day| fits && (1..=39).contains(day))?;
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
        let month_at = self.skip(next, Word::Of);
        if self.bare_month(month_at).is_some() || self.dotted_month(at, month_at) {
            return self.day_with_month(at, day, month_at);
        }
        let other = self.connected(next)?;
        let (_, after) = self.day_number(self.skip(other, Word::The))?;
        let month_at = self.skip(after, Word::Of);
        self.bare_month(month_at)?;
        let lender = self.day_with_month(other, day, month_at)?;
        let mut draft = self.draft(at, next - 1, lender.what);
        draft.era = lender.era;
        if lender.year().is_some() {
            draft.source = Source::OtherEnd;
        }
        draft.month_range = lender.month_range;
        Some(draft)
    }

    /// A month's name that stands right after what it belongs to.
    fn bare_month(&self, at: usize) -> Option<u8> {
        if !matches!(self.gap(at), Gap::Space | Gap::Dash | Gap::None | Gap::Slash) {
            return None;
        }
        self.month_name(at)
    }

    fn month_name(&self, at: usize) -> Option<u8> {
        match self.word(at)? {
            Word::Month(month, _) => Some(month),
            _ => None,
        }
    }

    /// `16. Nov. 2016`, with a year, and where the number does not begin a line of a list.
    fn dotted_month(&self, first: usize, at: usize) -> bool {
        let start = self.tokens.get(first).map_or(0, |token| token.start);
        let listed = self.before(start).trim_end_matches([' ', '\t']);
        let listed = listed.is_empty() || listed.ends_with('\n');
        let dotted = self.gap(at) == Gap::Dot && self.month_name(at).is_some();
        dotted && !listed && self.number(at + 1).is_some_and(|year| year.digits == 4)
    }

    fn day_with_month(&self, first: usize, day: u8, at: usize) -> Option<Draft> {
        let month = self.month_name(at)?;
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
        let attributive = self.word_before(at) == Some(Word::The);
        // `in May 12 men`, `May 5:30`, `may 5`.
        let end = self.tokens.get(next - 1)?.end;
        let draft = self.with_year(at, next - 1, |year| Value::Day(year, month, day));
        let small = self.case(at) == Some(Case::Lower);
        let lower = small && (matches!(month, 3 | 5) || !full);
        if draft.year().is_none()
            && ((self.counts(end) && !attributive) || lower || self.goes_on(end))
        {
            return None;
        }
        // `April 15 May`: the number belongs to what follows.
        if draft.year().is_none() && self.gap(next) == Gap::Space && self.bare_month(next).is_some()
        {
            return None;
        }
        let mut draft = self.with_month_range(draft, at);
        // `May Fourth Movement`
        if spelled && draft.year().is_none() {
            draft.confidence = Confidence::Low;
        }
        Some(draft)
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

    /// `1938 September 30`, `2019-Sep-01`, `1938 September`.
    pub(super) fn year_first(&self, at: usize) -> Option<Draft> {
        let year = self.plain(at).filter(|year| year.digits == 4)?.value;
        let mark = self.gap(at + 1);
        let month = self.month_name(at + 1).filter(|_| {
            matches!(mark, Gap::Space | Gap::Dash | Gap::Slash) && super::year::is_likely(year)
        })?;
        let day = self.day_number(at + 2).filter(|(_, next)| {
            let joined = self.gap(at + 2) == mark || self.gap(at + 2) == Gap::Space;
            joined && self.number(at + 2).is_some() && self.bare_month(*next).is_none()
        });
        // `in 1939 May 1940 …`, `In 1938 May was …`
        let own_year = self.number(at + 2).is_some_and(|number| number.digits == 4);
        let name = mark == Gap::Space && self.case(at + 1) == Some(Case::Lower) && month == 5;
        if (own_year && day.is_none()) || name {
            return None;
        }
        let (value, last) = match day {
            Some((day, next)) => (Value::Day(Some(year), month, day), next - 1),
            None => (Value::Month(Some(year), month), at + 1),
        };
        let draft = self.draft(at, last, super::What::Value(value));
        Some(self.with_month_range(draft, at + 1))
    }
}
