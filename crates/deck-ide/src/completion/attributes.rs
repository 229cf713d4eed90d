//! `@key value` lines.

use deck_dates::Mention;
use deck_lint::CardFacts;
use deck_syntax::{AttributeKey, Dialect, side_text};

use super::place::{At, most_first, starts_with, tail, used};
use super::{Completion, CompletionKind, Insert, MAX_PROPOSALS};
use crate::names::NameKind;

/// What each key says.
pub(super) fn meaning(key: AttributeKey) -> &'static str {
    match key {
        AttributeKey::Id => "a name for the card that stays when its words change",
        AttributeKey::Tags => "tags of the card, parted by spaces or commas",
        AttributeKey::Source => "where the fact comes from",
        AttributeKey::Hint => "shown before the answer",
        AttributeKey::Date => "when it happened, such as 1938-09-30 or 1914/1918",
        AttributeKey::Reverse => "ask the card in both directions",
    }
}

/// Keys behind an `@` that begins a line, or the values of the key that stands there.
pub(super) fn complete(at: &At<'_>) -> Option<Vec<Completion>> {
    let line = at.line.before.strip_prefix('@').filter(|_| at.dialect() == Dialect::Deck)?;
    let Some((key, value)) = line.split_once([' ', '\t']) else { return Some(keys(at, line)) };
    let key = AttributeKey::from_name(key)?;
    let value = value.trim_start();
    let word = tail(value, |c| !c.is_whitespace() && c != ',');
    match key {
        AttributeKey::Tags => Some(super::tags::named(at, NameKind::Tag, word)),
        AttributeKey::Source => Some(sources(at, value)),
        AttributeKey::Id => Some(id(at, value).into_iter().collect()),
        AttributeKey::Date => Some(dates(at, value)),
        AttributeKey::Reverse => Some(Vec::new()),
        AttributeKey::Hint => None,
    }
}

fn keys(at: &At<'_>, typed: &str) -> Vec<Completion> {
    let card = at.item.and_then(|(_, item)| item.card());
    // That of the line itself is only being typed.
    let has = |key| {
        let attribute = card.and_then(|card| card.attribute(key));
        let start = at.item.map(|(_, item)| item.start).unwrap_or_default();
        attribute.is_some_and(|it| it.range.start() + start != at.line.start)
    };
    let fitting = AttributeKey::ALL.into_iter().filter(|key| starts_with(key.name(), typed));
    (0..)
        .zip(fitting.filter(|key| !has(*key)))
        .map(|(rank, key)| {
            let label = format!("@{}", key.name());
            let typed = format!("@{typed}");
            let proposal =
                at.propose((&label, CompletionKind::Attribute), &typed, meaning(key), rank);
            let space = if key == AttributeKey::Reverse { "" } else { " " };
            Completion { insert: Insert::Plain(format!("{label}{space}")), ..proposal }
        })
        .collect()
}

fn sources(at: &At<'_>, typed: &str) -> Vec<Completion> {
    let fitting = at.cx.names.iter(NameKind::Source).filter(|(it, _)| starts_with(it, typed));
    let mut found: Vec<(&str, u32)> = fitting.filter(|(it, _)| *it != typed).collect();
    found.sort_by_key(|(_, uses)| most_first(*uses));
    let best = found.into_iter().take(MAX_PROPOSALS);
    best.map(|(source, uses)| {
        at.propose((source, CompletionKind::Source), typed, used(uses), most_first(uses))
    })
    .collect()
}

/// An id made of the first words of the question, which no card has yet.
fn id(at: &At<'_>, typed: &str) -> Option<Completion> {
    const SMALL: [&str; 16] = [
        "what", "which", "who", "when", "where", "why", "how", "did", "do", "does", "is", "was",
        "were", "the", "a", "an",
    ];
    let (_, item) = at.item?;
    let front = side_text(item.item, item.text, item.card()?.front).to_lowercase();
    let words = front.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.filter(|word| !SMALL.contains(word)).take(5).collect();
    if words.is_empty() {
        return None;
    }
    let stem = words.join("-");
    let taken = |id: &str| at.cx.names.count(NameKind::Id, id) > 0;
    let numbered = (2..1_000).map(|number| format!("{stem}-{number}"));
    let free = std::iter::once(stem.clone()).chain(numbered).find(|id| !taken(id))?;
    let fits = starts_with(&free, typed);
    fits.then(|| at.propose((&free, CompletionKind::Id), typed, "no card has it yet", 0))
}

/// The dates on the card, as `@date` takes them.
fn dates(at: &At<'_>, typed: &str) -> Vec<Completion> {
    let facts = at.item.and_then(|(_, item)| item.facts);
    let back = facts.into_iter().flat_map(CardFacts::back_dates);
    let front = facts.into_iter().flat_map(CardFacts::front_dates);
    let mut values: Vec<String> = back.chain(front).filter_map(Mention::edtf).collect();
    let mut seen = std::collections::HashSet::new();
    values.retain(|value| value.starts_with(typed) && seen.insert(value.clone()));
    (0..)
        .zip(values.iter().take(MAX_PROPOSALS))
        .map(|(rank, value)| {
            at.propose((value, CompletionKind::Value), typed, "a date on this card", rank)
        })
        .collect()
}
