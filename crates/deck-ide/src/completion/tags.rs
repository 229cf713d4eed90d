//! Tags that the decks have.

use deck_syntax::{AttributeKey, Dialect};

use super::place::{At, most_first, starts_with, tail, used};
use super::{Completion, CompletionKind, MAX_PROPOSALS};
use crate::names::NameKind;

/// Tags behind a `#` where the dialect has such tags, and in the column of tags.
pub(super) fn complete(at: &At<'_>) -> Option<Vec<Completion>> {
    let before = at.line.before;
    match at.dialect() {
        Dialect::Obsidian => {
            let typed = tail(before, |c| c.is_alphanumeric() || matches!(c, '_' | '-' | '/'));
            let lead = before[..before.len() - typed.len()].strip_suffix('#')?;
            let apart = lead.is_empty() || lead.ends_with(char::is_whitespace);
            apart.then(|| named(at, NameKind::Tag, typed))
        }
        Dialect::Headings => {
            let typed = tail(before, |c| !matches!(c, '#' | '[' | ']' | '('));
            let lead = before[..before.len() - typed.len()].ends_with("[#");
            lead.then(|| named(at, NameKind::Tag, typed))
        }
        Dialect::Anki => {
            let (_, item) = at.item?;
            let column = item.card()?.attribute(AttributeKey::Tags)?;
            (column.range + item.start).contains_inclusive(at.offset).then(|| {
                let typed = tail(before, |c| !c.is_whitespace() && !matches!(c, '"' | ','));
                named(at, NameKind::Tag, typed)
            })
        }
        Dialect::Deck | Dialect::Hashcards => None,
    }
}

/// The tags of which a part starts with what is typed, the most used first.
pub(super) fn named(at: &At<'_>, kind: NameKind, typed: &str) -> Vec<Completion> {
    let fits = |tag: &str| {
        starts_with(tag, typed) || tag.split(['/', '-', ':']).any(|part| starts_with(part, typed))
    };
    let mut found: Vec<(&str, u32)> =
        at.cx.names.iter(kind).filter(|(tag, _)| *tag != typed && fits(tag)).collect();
    found.sort_by_key(|(_, uses)| most_first(*uses));
    let best = found.into_iter().take(MAX_PROPOSALS);
    best.map(|(tag, uses)| {
        at.propose((tag, CompletionKind::Tag), typed, used(uses), most_first(uses))
    })
    .collect()
}
