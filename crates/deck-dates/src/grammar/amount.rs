//! Numbers of units: `ten`, `twenty-four`, `a few`, `10`.

use super::Parser;
use crate::lex::{Gap, Shape, Word};

/// How many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    /// `None` for a few.
    pub(super) least: Option<u32>,
    pub(super) most: Option<u32>,
    /// The place after it.
    pub(super) next: usize,
    /// Whether it is `a` or `an`.
    pub(super) article: bool,
}

impl Parser<'_> {
    /// An amount, and the one that follows `or` or `to`: `ten or fifteen`.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let first = self.single_amount(at)?;
        let joined = match self.gap(first.next) {
            Gap::Dash => Some(first.next),
            Gap::Space if matches!(self.word(first.next), Some(Word::Or | Word::To)) => {
                Some(first.next + 1)
            }
            _ => None,
        };
        let second = joined.and_then(|next| self.single_amount(next)).filter(|second| {
            !first.article
                && !second.article
                && second.least >= first.least
                && first.least.is_some()
        });
        Some(match second {
            Some(second) => Amount { most: second.most, next: second.next, ..first },
            None => first,
        })
    }

    fn single_amount(&self, at: usize) -> Option<Amount> {
        if let Some(number) = self.number(at) {
            let fits = number.shape == Shape::Plain && number.digits <= 4;
            let count = u32::try_from(number.value).ok();
            return fits.then_some(Amount {
                least: count,
                most: count,
                next: at + 1,
                article: false,
            });
        }
        match self.word(at)? {
            Word::Cardinal(ten) => Some(self.cardinal(at, ten)),
            Word::A if self.is(at + 1, Word::Few) => Some(few(self.skip(at + 2, Word::Of))),
            Word::A => Some(Amount { least: Some(1), most: Some(1), next: at + 1, article: true }),
            Word::Few => Some(few(at + 1)),
            _ => None,
        }
    }

    fn cardinal(&self, at: usize, ten: u8) -> Amount {
        let one = match self.word(at + 1) {
            Some(Word::Cardinal(one)) if ten >= 20 && one < 10 && self.gap(at + 1) == Gap::Dash => {
                Some(one)
            }
            _ => None,
        };
        let count = Some(u32::from(ten) + u32::from(one.unwrap_or(0)));
        let next = at + 1 + usize::from(one.is_some());
        Amount { least: count, most: count, next, article: false }
    }
}

fn few(next: usize) -> Amount {
    Amount { least: None, most: None, next, article: false }
}
