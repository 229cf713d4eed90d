//! Cards that ask the same.

use std::collections::HashMap;

use deck_syntax::{CardForm, side_text};

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
    let mut twins = Vec::new();
    for (later, item) in members.items().enumerate() {
        let Some((question, answer)) = words(&item) else { continue };
        let first = *questions.entry(question).or_insert(later);
        let same = *cards.entry((first, answer)).or_insert(later);
        if first != later {
            let same_answer = same != later;
            twins.push(Twin {
                later,
                earlier: if same_answer { same } else { first },
                same_answer,
            });
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
    let question =
        canonical(&side_text(item.item, item.text, card.front), card.form == CardForm::Cloze);
    let answer = card.back.map(|back| fold_markup(&side_text(item.item, item.text, back)));
    Some((question, answer.unwrap_or_default()))
}
