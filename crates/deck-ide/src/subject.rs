//! What stands at a position: the thing that can be looked up, listed or renamed.

use deck_dates::{Interval, Value};
use deck_lint::{CardFacts, ItemCx, SourceFile, Terms, edtf_span};
use deck_syntax::{AttributeKey, TextRange, TextSize};

use crate::at::{clamp, item_at};
use crate::names::{NameKind, names_of};

/// What a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    /// A tag, an id, the title of a section, …
    Name(NameKind),
    /// A name or phrase that the decks use again and again.
    Term,
    /// A date, and the days it covers.
    Date(Interval),
    /// The question of a card.
    Question,
}

/// What stands at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Where it stands in its file.
    pub range: TextRange,
}

/// What stands at byte offset `at` of a file: a name, else a date, else a term, else the question
/// of the card.
pub fn subject_at(file: &SourceFile, terms: &Terms, at: TextSize) -> Option<Subject> {
    let at = clamp(&file.text, at);
    let (_, item) = item_at(file, at)?;
    let within = at.checked_sub(item.start)?;
    let found = name(&item, within)
        .or_else(|| date(&item, within))
        .or_else(|| term(&item, terms, within))
        .or_else(|| question(&item, within))?;
    Some(Subject { range: found.range + item.start, ..found })
}

fn name(item: &ItemCx<'_>, at: TextSize) -> Option<Subject> {
    let found = names_of(item).into_iter().find(|name| name.range.contains_inclusive(at))?;
    Some(Subject { kind: SubjectKind::Name(found.kind), range: found.range })
}

fn date(item: &ItemCx<'_>, at: TextSize) -> Option<Subject> {
    dates_of(item)
        .filter(|(range, _)| range.contains_inclusive(at))
        // The ends of a range come after the whole: the nearer one counts.
        .last()
        .map(|(range, days)| Subject { kind: SubjectKind::Date(days), range })
}

/// The dates of a card that have days, with where they stand: ranges before their ends.
pub(crate) fn dates_of<'a>(
    item: &ItemCx<'a>,
) -> impl Iterator<Item = (TextRange, Interval)> + use<'a> {
    let facts = item.facts;
    let front = facts.into_iter().flat_map(CardFacts::front_dates);
    let back = facts.into_iter().flat_map(CardFacts::back_dates);
    let mentions = front.chain(back).flat_map(|mention| {
        let ends = mention.ends.iter().flat_map(|ends| ends.iter());
        std::iter::once(mention).chain(ends)
    });
    let written = mentions.filter_map(|mention| Some((mention.range, mention.narrowed()?)));
    written.chain(attribute(item))
}

fn attribute(item: &ItemCx<'_>) -> Option<(TextRange, Interval)> {
    let attribute = item.card()?.attribute(AttributeKey::Date)?;
    let span = edtf_span(&item.text[attribute.value])?;
    let day = |(year, month, day): (i64, u8, u8)| {
        let year = i32::try_from(year).ok()?;
        Value::Day(Some(year), month, day).interval()
    };
    let (first, last) = (span.first.and_then(day), span.last.and_then(day));
    let (first, last) = (first.or(last)?, last.or(first)?);
    Some((attribute.value, first.hull(last)))
}

fn term(item: &ItemCx<'_>, terms: &Terms, at: TextSize) -> Option<Subject> {
    let here = terms.mentions(item).into_iter().filter(|it| it.range.contains_inclusive(at));
    let known = here.filter(|it| terms.find(&item.text[it.range]).is_some());
    let longest = known.max_by_key(|it| it.range.len())?;
    Some(Subject { kind: SubjectKind::Term, range: longest.range })
}

fn question(item: &ItemCx<'_>, at: TextSize) -> Option<Subject> {
    let front = item.card()?.front;
    let here = front.contains_inclusive(at) && !front.is_empty();
    here.then_some(Subject { kind: SubjectKind::Question, range: front })
}
