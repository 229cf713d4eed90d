//! Terms, as the decks spell them.

use std::collections::HashSet;

use deck_lint::{MIN_PREFIX, Term, term_key};
use deck_syntax::TextSize;

use super::place::{At, most_first, used};
use super::{Completion, CompletionKind, MAX_PROPOSALS};

/// Terms are the likelier the nearer they stand: how many items above and below are looked at.
const NEAR: usize = 20;

/// No card is longer; what is longer is not looked at.
const LONGEST: TextSize = TextSize::new(20_000);

/// How many words of a term may be typed already.
const WORDS: usize = 5;

/// Terms of which a word starts with what is typed, first those that stand near.
pub(super) fn complete(at: &At<'_>) -> Vec<Completion> {
    let Some((typed, found)) = starts(at.line.before).find_map(|typed| {
        let found = at.cx.terms.starting_with(typed, 4 * MAX_PROPOSALS);
        (!found.is_empty()).then_some((typed, found))
    }) else {
        return Vec::new();
    };
    let near = near(at);
    let others = found.into_iter().filter(|term| term.text != typed);
    let mut found: Vec<(bool, Term<'_>)> =
        others.map(|term| (!near.contains(term.key), term)).collect();
    found.sort_by_key(|(far, term)| (*far, most_first(term.uses)));
    found.truncate(MAX_PROPOSALS);
    (0..)
        .zip(found)
        .map(|(rank, (_, term))| {
            at.propose((term.text, CompletionKind::Term), typed, used(term.uses), rank)
        })
        .collect()
}

/// What may be the start of a term before the position: several words, then fewer.
fn starts(before: &str) -> impl Iterator<Item = &str> {
    let is_part =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '\u{300}'..='\u{36F}');
    let mut starts = Vec::new();
    let mut last = ' ';
    for (at, c) in before.char_indices().rev() {
        let space = c == ' ';
        if !space && !is_part(c) || space && last == ' ' || starts.len() == WORDS {
            break;
        }
        if is_part(c) && before[..at].chars().next_back().is_none_or(|c| !is_part(c)) {
            starts.push(at);
        }
        last = c;
    }
    let long = |start: &usize| before[*start..].chars().count() >= MIN_PREFIX;
    starts.into_iter().rev().filter(move |start| long(start)).map(|start| &before[start..])
}

/// The keys of what may be a term on the cards around the position.
fn near(at: &At<'_>) -> HashSet<String> {
    let Some((index, _)) = at.item else { return HashSet::new() };
    let items = at.file.deck.items().len();
    let around = index.saturating_sub(NEAR)..(index + NEAR + 1).min(items);
    let items = around.map(|index| at.file.item(index)).filter(|it| it.item.len() < LONGEST);
    items
        .flat_map(|item| {
            let mentions = at.cx.terms.mentions(&item).into_iter();
            mentions.map(move |it| term_key(&item.text[it.range]).into_owned())
        })
        .collect()
}
