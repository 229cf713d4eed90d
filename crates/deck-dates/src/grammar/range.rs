//! Two dates that belong together: ranges, and lists that share a month or a year.

use super::{Draft, Found, Parser, Source, What};
use crate::lex::{Gap, Number, Shape, Word};
use crate::mention::{Bound, Confidence};
use crate::value::Value;

/// How two dates are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// A dash without blanks, or a slash.
    Tight,
    /// A dash between blanks, `to`, `until`, `between … and`.
    Loose,
    /// `and`, `or`.
    List,
}

impl Parser<'_> {
    /// A date, with a second one that belongs to it.
    pub(super) fn range(&self, at: usize) -> Option<Found> {
        let mut first = self.date(at)?;
        first.bound = self.bound(at);
        if let Some(stepped) = self.of_a_year(&first) {
            return Some(Found::One(stepped));
        }
        let Some((link, other)) = self.link(at, first.next) else { return Some(Found::One(first)) };
        let Some(second) = self.second(&first, link, other) else { return Some(Found::One(first)) };
        let (mut first, mut second) = share(first, second);
        if self.counts_by_both(at, &first, &second) {
            (first.confidence, second.confidence) = (Confidence::Low, Confidence::Low);
        }
        if link == Link::List {
            let shared = first.source != Source::Own || second.source != Source::Own;
            return Some(if shared { Found::Pair(first, second) } else { Found::One(first) });
        }
        // What stands before the first date bounds the whole no more: `from … to`.
        Some(Found::Range(Draft { bound: None, ..first }, second))
    }

    /// Whether two bare years count something together: `1500–2000 calories`.
    fn counts_by_both(&self, at: usize, first: &Draft, second: &Draft) -> bool {
        let bare =
            |draft: &Draft| draft.era.is_none() && matches!(draft.value(), Some(Value::Year(_)));
        let told = self.introduced(at) || self.word_before(at) == Some(Word::The);
        bare(first) && bare(second) && !told && self.counts(second.end)
    }

    /// The place of what is joined to what ends before `at`: after a dash, `to`, `and` …
    pub(super) fn connected(&self, at: usize) -> Option<usize> {
        match self.gap(at) {
            Gap::Dash | Gap::Slash => Some(at),
            Gap::Space => match self.word(at)? {
                Word::To | Word::And | Word::Or | Word::Until | Word::Through => {
                    (self.gap(at + 1) == Gap::Space).then_some(at + 1)
                }
                _ => None,
            },
            Gap::Comma => (self.word(at) != Some(Word::And)).then_some(at),
            _ => None,
        }
    }

    fn link(&self, first: usize, at: usize) -> Option<(Link, usize)> {
        match self.gap(at) {
            Gap::Dash => {
                let end = self.tokens.get(at.checked_sub(1)?)?.end;
                let spaced = self.after(end).starts_with([' ', '\u{a0}']);
                Some((if spaced { Link::Loose } else { Link::Tight }, at))
            }
            Gap::Slash => Some((Link::Tight, at)),
            Gap::Space | Gap::Comma => {
                let link = match self.word(at)? {
                    Word::To | Word::Until | Word::Through => Link::Loose,
                    Word::And if self.word_before(first) == Some(Word::Between) => Link::Loose,
                    Word::And | Word::Or => Link::List,
                    _ => return None,
                };
                (self.gap(at + 1) == Gap::Space).then_some((link, at + 1))
            }
            _ => None,
        }
    }

    /// The second date, whole or shortened to what differs from the first.
    fn second(&self, first: &Draft, link: Link, at: usize) -> Option<Draft> {
        if let Some(open) = self.open_end(link, at) {
            return Some(open);
        }
        self.shortened_year(first, link, at)
            .or_else(|| self.date(at).filter(|second| fits(first, second)))
            .or_else(|| self.shortened_day(first, link, at))
            .or_else(|| self.bare_second_year(first, link, at))
    }

    /// `1939–present`, `from 1948 to the present day`.
    fn open_end(&self, link: Link, at: usize) -> Option<Draft> {
        if link == Link::List {
            return None;
        }
        let word = self.skip_the(at);
        match self.word(word)? {
            Word::Present | Word::Now | Word::Today => {
                let day = self.is(word + 1, Word::Unit(crate::lex::Unit::Day, false));
                Some(self.draft(at, word + usize::from(day), What::Open))
            }
            _ => None,
        }
    }

    fn skip_the(&self, at: usize) -> usize {
        if self.word(at) == Some(Word::The) { at + 1 } else { at }
    }

    /// `1917-18`, `1938/9`, `1899–02`: the year is that which comes next.
    fn shortened_year(&self, first: &Draft, link: Link, at: usize) -> Option<Draft> {
        let Some(Value::Year(year)) = first.value() else { return None };
        let number = self.number(at).filter(|_| link != Link::List && first.era.is_none())?;
        let end = self.completed(year, number, at)?;
        let mut draft = self.draft(at, at, What::Value(Value::Year(end)));
        draft.source = Source::OtherEnd;
        Some(draft)
    }

    /// The year that one or two digits after a year and a dash or `to` stand for.
    pub(super) fn completed(&self, year: i32, number: Number, at: usize) -> Option<i32> {
        let plain = matches!(number.shape, Shape::Plain | Shape::Short);
        if !plain || number.digits > 2 || year < 100 || self.next_is_month(at + 1) {
            return None;
        }
        let end = self.tokens.get(at.checked_sub(1)?)?.end;
        let spaced = self.after(end).starts_with([' ', '\u{a0}', '\n']);
        if spaced && (number.digits != 2 || self.counts(self.tokens.get(at)?.end)) {
            return None;
        }
        let power = if number.digits == 2 { 100 } else { 10 };
        let same = year - year % power + number.value;
        let end = if same > year { same } else { same + power };
        // What would end in the future is a number of something else.
        let turned = same <= year && end - year > 30;
        let far = end > self.latest_year() || turned || (number.digits == 1 && end - year > 5);
        (!far && !self.goes_further(at + 1)).then_some(end)
    }

    fn next_is_month(&self, at: usize) -> bool {
        self.gap(at) == Gap::Space && matches!(self.word(at), Some(Word::Month(..)))
    }

    fn goes_further(&self, at: usize) -> bool {
        self.gap(at) == Gap::Dash && self.number(at).is_some()
    }

    fn latest_year(&self) -> i32 {
        let now = self.context.reference.map(|day| crate::calendar::to_gregorian(day).0);
        now.map_or(2030, |year| year + 5)
    }

    /// `April 6–7`, `May 4 and 5`, `from 29 to the 30th`.
    fn shortened_day(&self, first: &Draft, link: Link, at: usize) -> Option<Draft> {
        let Some(Value::Day(year, month, day)) = first.value() else { return None };
        let number_at = self.skip_the(at);
        let (second, next) = self.day_number(number_at)?;
        let end = self.tokens.get(next - 1)?.end;
        if second <= day || (link != Link::Tight && self.counts(end)) {
            return None;
        }
        // The year after the second day is that of both: `September 29–30, 1938`.
        let near = matches!(self.gap(next), Gap::Space | Gap::Comma);
        let read = self.year_at(next).filter(|read| near && year.is_none() && read.digits >= 3);
        let last = read.map_or(next - 1, |read| read.last);
        let year = read.map_or(year, |read| Some(read.year));
        let mut draft = self.draft(at, last, What::Value(Value::Day(year, month, second)));
        draft.era = read.and_then(|read| read.era);
        draft.source = if read.is_none() { Source::OtherEnd } else { Source::Own };
        Some(draft)
    }

    /// `AD 43–410`, `from 431 to 404 BC`, with the era at either end.
    fn bare_second_year(&self, first: &Draft, link: Link, at: usize) -> Option<Draft> {
        let year = first.year()?;
        first.era?;
        let read = self.year_at(at).filter(|read| read.era.is_none() && read.digits >= 2)?;
        let later = if year > 0 { read.year > year } else { read.year < 1 - year };
        if link == Link::List || !later {
            return None;
        }
        let end = if year > 0 { read.year } else { 1 - read.year };
        let mut draft = self.draft(at, at, What::Value(Value::Year(end)));
        draft.era = first.era;
        draft.source = Source::OtherEnd;
        Some(draft)
    }

    /// The word that bounds a date, right before it.
    pub(super) fn bound(&self, at: usize) -> Option<Bound> {
        Some(match self.word_before(at)? {
            Word::Before => Bound::Before,
            Word::After => Bound::After,
            Word::By => Bound::By,
            Word::Since | Word::From => Bound::Since,
            Word::Until => Bound::Until,
            _ => return None,
        })
    }
}

/// Whether the second date can end a range, or belong to a list, that the first begins.
fn fits(first: &Draft, second: &Draft) -> bool {
    let (Some(one), Some(other)) = (first.value(), second.value()) else {
        return matches!((first.what, second.what), (What::DecadeOf(_), What::DecadeOf(_)));
    };
    match (one, other) {
        // `7 June and October 1916` share a year, `1939 and May` nothing.
        (Value::Year(_), Value::Day(None, ..) | Value::Month(None, _)) => false,
        (Value::Year(_), Value::Season(None, _)) => false,
        _ => true,
    }
}

/// Lends the year of one end to the other.
fn share(first: Draft, second: Draft) -> (Draft, Draft) {
    match (first.year(), second.year()) {
        (None, Some(year)) => (first.in_year(year, second.era), second),
        (Some(year), None) => {
            let month = |draft: &Draft| draft.value().and_then(Value::month);
            let next = i32::from(month(&second) < month(&first));
            (first, second.in_year(year + next, first.era))
        }
        _ => (first, second),
    }
}
