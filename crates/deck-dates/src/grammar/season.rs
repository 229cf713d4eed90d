//! Seasons: `summer of 1938`, `winter 1932–33`, `the spring`.

use super::{Draft, Parser, What};
use crate::lex::{Case, Gap, Unit, Word};
use crate::mention::Confidence;
use crate::value::{Season, Value};

impl Parser<'_> {
    /// A season, with its year if it has one.
    pub(super) fn season(&self, at: usize) -> Option<Draft> {
        let Some(Word::Season(place)) = self.word(at) else { return None };
        let season = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter]
            .get(usize::from(place))
            .copied()?;
        if let Some(draft) = self.season_of_year(at, season) {
            return Some(draft);
        }
        let bare = What::Value(Value::Season(None, season));
        let mut draft = self.draft(at, at, bare);
        draft.confidence = self.trust_season(at, place);
        self.season_expected(at).then_some(draft)
    }

    fn season_of_year(&self, at: usize, season: Season) -> Option<Draft> {
        let mut next = self.skip(at + 1, Word::Unit(Unit::Month, true));
        if self.is(next, Word::Of) || self.is(next, Word::In) {
            next += 1;
        }
        let near = matches!(self.gap(next), Gap::Space | Gap::Comma);
        let read =
            self.year_at(next).filter(|read| near && (read.digits == 4 || read.era.is_some()));
        let read = read?;
        let year = Value::Season(Some(read.year), season);
        let mut draft = self.draft(at, self.winter_end(read.last, season), What::Value(year));
        draft.era = read.era;
        Some(draft)
    }

    /// The winter of 1932–33 is one winter.
    fn winter_end(&self, last: usize, season: Season) -> usize {
        let joined = matches!(self.gap(last + 1), Gap::Dash | Gap::Slash);
        let (Some(one), Some(other)) = (self.plain(last), self.plain(last + 1)) else {
            return last;
        };
        let next = match other.digits {
            1 => (one.value + 1) % 10 == other.value,
            2 => (one.value + 1) % 100 == other.value,
            _ => one.value + 1 == other.value,
        };
        let one_winter = season == Season::Winter && joined && next;
        if one_winter { last + 1 } else { last }
    }

    /// Whether a season without a year is one: `fall` and `spring` are words of other things, too.
    fn season_expected(&self, at: usize) -> bool {
        let Some(Word::Season(place)) = self.word(at) else { return false };
        let lower = self.case(at) == Some(Case::Lower);
        let next = self.after(self.tokens.get(at).map_or(0, |token| token.end));
        let verb = [" of ", " to ", " in ", " into ", " from ", " and fall", " back"]
            .iter()
            .any(|word| next.starts_with(word));
        if place == 0 && lower && self.word_before(at) == Some(Word::In) && is_noun(next) {
            return false;
        }
        match self.word_before(at) {
            Some(Word::In | Word::During | Word::This | Word::That | Word::Next | Word::Last) => {
                true
            }
            Some(Word::Same | Word::Early | Word::Late | Word::Mid | Word::Previous) => true,
            Some(Word::By | Word::Through | Word::Until | Word::Before | Word::After) => {
                place != 2 || !lower
            }
            Some(Word::The | Word::Of) => place != 2 || self.is_autumn(at) || !verb,
            Some(Word::A) => matches!(place, 1 | 3),
            _ => place != 2 && place != 0 || self.is_autumn(at) || (!lower && !verb),
        }
    }

    /// `the spring` and `the fall` are things as often as times, where no word before says which.
    fn trust_season(&self, at: usize, place: u8) -> Confidence {
        let lower = self.case(at) == Some(Case::Lower);
        let thing = lower && matches!(place, 0 | 2) && !self.is_autumn(at);
        let the = matches!(self.word_before(at), Some(Word::The | Word::Of));
        let timed = at > 0
            && matches!(
                self.word_before(at - 1),
                Some(
                    Word::In
                        | Word::During
                        | Word::By
                        | Word::Since
                        | Word::Until
                        | Word::Before
                        | Word::After
                        | Word::Through
                        | Word::Middle
                        | Word::End
                        | Word::Early
                        | Word::Late
                        | Word::Beginning
                )
            );
        if thing && (the || self.word_before(at).is_none()) && !timed {
            Confidence::Low
        } else {
            Confidence::Medium
        }
    }

    fn is_autumn(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.end - token.start == 6)
    }
}

/// Whether what follows looks like a noun that the word before belongs to: `in spring water`.
fn is_noun(rest: &str) -> bool {
    const SMALL: [&str; 10] =
        ["when", "with", "after", "before", "from", "until", "while", "they", "there", "this"];
    let Some(rest) = rest.strip_prefix(' ') else { return false };
    let letters = rest.bytes().take(20).take_while(u8::is_ascii_lowercase).count();
    letters > 3 && !SMALL.contains(&&rest[..letters])
}
