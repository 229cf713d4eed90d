//! Dates in digits: `1938-09-30`, `30/9/1938`, `9/1938`.

use super::{Draft, Parser, What};
use crate::lex::{Gap, Numeric, Word};
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

    /// `9/1938`, `1944-12`: a month and a year, where they can be no range.
    pub(super) fn month_in_digits(&self, at: usize) -> Option<Draft> {
        let (one, other) = (self.plain(at)?, self.plain(at + 1)?);
        let (month, year, gap) = match (one.digits, other.digits) {
            (1 | 2, 4) => (one, other, Gap::Slash),
            (4, 2) => (other, one, Gap::Dash),
            _ => return None,
        };
        let alone = !matches!(self.gap(at), Gap::Dash | Gap::Slash)
            && !matches!(self.gap(at + 2), Gap::Dash | Gap::Slash);
        let end = self.tokens.get(at)?.end;
        let tight = self.gap(at + 1) == gap && !self.after(end).starts_with(' ');
        let likely = super::year::is_likely(year.value) && (1..=12).contains(&month.value);
        let range = gap == Gap::Dash && self.completed(year.value, other, at + 1).is_some();
        let fraction = month.value == 1 && gap == Gap::Slash && self.is_fraction(at, year.value);
        if !alone || !tight || !likely || range || fraction || self.is(at + 2, Word::Bc) {
            return None;
        }
        let month = u8::try_from(month.value).ok()?;
        let what = What::Value(Value::Month(Some(year.value), month));
        Some(Draft { confidence: Confidence::Medium, ..self.draft(at, at + 1, what) })
    }

    /// Whether `1/2000` is rather one part in so many: where the number is round or something of it
    /// is named, and no word says that a time follows.
    fn is_fraction(&self, at: usize, whole: i32) -> bool {
        let end = self.tokens.get(at + 1).map_or(0, |token| token.end);
        let part = [" of ", " the ", " as "].iter().any(|word| self.after(end).starts_with(word));
        let about = self.word_before(at) == Some(Word::About);
        about || ((whole % 100 == 0 || part) && !self.introduced(at))
    }
}
