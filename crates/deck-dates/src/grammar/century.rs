//! Centuries and millennia: `the late 19th century`, `the 5th and 4th centuries BC`.

use super::{Draft, Parser, Source, What};
use crate::lex::{Gap, Shape, Unit, Word};
use crate::mention::Era;
use crate::value::Value;

impl Parser<'_> {
    /// A century or millennium by its number.
    pub(super) fn century(&self, at: usize) -> Option<Draft> {
        let (count, next) = self.ordinal(at)?;
        if let Some((unit, last)) = self.century_word(next) {
            let era = self.era_of_century(last + 1);
            let last = last + usize::from(era.is_some());
            return self.counted(at, last, count, unit, era);
        }
        // `the 5th and 4th centuries BC`, `16th–17th century`: the word stands at the second one.
        let other = self.connected(next)?;
        let (_, after) = self.ordinal(self.skip(other, Word::The))?;
        let (unit, last) = self.century_word(after)?;
        let era = self.era_of_century(last + 1);
        let mut draft = self.counted(at, next - 1, count, unit, era)?;
        draft.source = Source::OtherEnd;
        Some(draft)
    }

    /// `19th`, `nineteenth`, `twenty-first`, and the place after it.
    fn ordinal(&self, at: usize) -> Option<(u8, usize)> {
        if let Some(Word::Ordinal(_) | Word::Cardinal(_)) = self.word(at) {
            return self.ordinal_words(at);
        }
        let number = self.number(at).filter(|number| number.shape == Shape::Ordinal)?;
        Some((u8::try_from(number.value).ok()?, at + 1))
    }

    fn century_word(&self, at: usize) -> Option<(Unit, usize)> {
        if !matches!(self.gap(at), Gap::Space | Gap::Dash) {
            return None;
        }
        match self.word(at)? {
            Word::Unit(unit @ (Unit::Century | Unit::Millennium), _) => Some((unit, at)),
            _ => None,
        }
    }

    fn era_of_century(&self, at: usize) -> Option<Era> {
        match self.next_word(at)? {
            Word::Bc => Some(Era::Before),
            Word::Ad => Some(Era::Common),
            _ => None,
        }
    }

    fn counted(
        &self,
        first: usize,
        last: usize,
        count: u8,
        unit: Unit,
        era: Option<Era>,
    ) -> Option<Draft> {
        let count = i32::from(count);
        if count == 0 || (era != Some(Era::Before) && unit == Unit::Century && count > 30) {
            return None;
        }
        let length = if unit == Unit::Century { 100 } else { 1000 };
        // As EDTF writes 19XX for the 20th century, the 4th century BC is 399 to 300 BC.
        let start = match era {
            Some(Era::Before) => 2 - count * length,
            _ => (count - 1) * length,
        };
        let value = match unit {
            Unit::Century => Value::Century(start),
            _ => Value::Millennium(start),
        };
        let mut draft = self.draft(first, last, What::Value(value));
        draft.era = era;
        Some(draft)
    }
}
