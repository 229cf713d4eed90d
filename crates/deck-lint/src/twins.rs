//! Cards that ask the same.

use std::collections::HashMap;
use std::path::Path;

use std::borrow::Cow;

use deck_syntax::{CardForm, TextRange, anki, side_text};

use crate::facts::is_verbatim;
use crate::facts::question::{canonical, fold_markup};
use crate::rule::{Index, ItemCx, Members};

/// Cards by what they ask.
pub(crate) static QUESTIONS: Index = Index { key: |facts| facts.question };

/// A card that asks what an earlier one asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Twin {
    /// The number of the later card in its group.
    pub(crate) later: usize,
    /// The number of the earlier one: the first with the same answer, else the first of all.
    pub(crate) earlier: usize,
    /// Whether both give the same answer.
    pub(crate) same_answer: bool,
}

/// The cards of a group that ask what an earlier one asks.
pub(crate) fn twins(members: &Members<'_>) -> Vec<Twin> {
    // The key is a hash: cards of one group mostly, but not certainly, ask the same.
    let mut questions: HashMap<String, usize> = HashMap::new();
    let mut cards: HashMap<(usize, String), usize> = HashMap::new();
    let mut firsts: HashMap<(usize, Option<&Path>), usize> = HashMap::new();
    let mut twins = Vec::new();
    for (later, item) in members.items().enumerate() {
        let Some((question, answer)) = words(&item) else { continue };
        let group = *questions.entry(question).or_insert(later);
        let same = *cards.entry((group, answer)).or_insert(later);
        let first = *firsts.entry((group, scope(&item))).or_insert(later);
        if same != later {
            twins.push(Twin { later, earlier: same, same_answer: true });
        } else if first != later {
            twins.push(Twin { later, earlier: first, same_answer: false });
        }
    }
    twins
}

/// What a card asks and what it answers. A card that has no answer yet is nobody's twin.
fn words(item: &ItemCx<'_>) -> Option<(String, String)> {
    let card = item.card()?;
    if card.back.is_none() && card.form != CardForm::Cloze {
        return None;
    }
    let question = seen(item, card.front);
    let question = canonical(&question, is_verbatim(card, &question));
    let answer = card.back.map(|back| fold_markup(&seen(item, back)));
    Some((question, answer.unwrap_or_default()))
}

/// The words of a side, as they are seen where it is HTML.
fn seen<'a>(item: &ItemCx<'a>, side: TextRange) -> Cow<'a, str> {
    let words = side_text(item.item, item.text, side);
    if item.file.html { Cow::Owned(anki::plain(&words).into_owned()) } else { words }
}

/// Where the words of a vocabulary have one meaning: in a folder. Two folders may hold two
/// languages, in which `the meat` has two answers. A heading has its meaning below the title of its
/// file: `Table` in one on a programming language, and in one on furniture.
fn scope<'a>(item: &ItemCx<'a>) -> Option<&'a Path> {
    let card = item.card()?;
    let place = match card.form {
        CardForm::Row { .. } => item.file.path.parent(),
        CardForm::Heading | CardForm::Term => Some(item.file.path.as_path()),
        _ => None,
    }?;
    is_verbatim(card, &seen(item, card.front)).then_some(place)
}
