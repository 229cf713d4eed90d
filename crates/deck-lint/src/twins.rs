//! Cards that ask the same.

use std::collections::HashMap;
use std::path::Path;

use deck_similarity::{Conflict, Tier, conflict, fold_markup};
use deck_syntax::CardForm;

use crate::facts::{Keys, is_verbatim, seen};
use crate::finding::Related;
use crate::hash::hash;
use crate::rule::{Index, ItemCx, Members};

/// Cards by what they ask, in whatever words: what they share more than that, [`Twin`] says.
pub(crate) static QUESTIONS: Index = Index {
    keys: |facts| facts.keys.as_ref().map_or(&[], |keys| std::slice::from_ref(&keys.t3)),
    scoped: true,
};

/// A card that asks what earlier ones ask. Each card is one at most once, in the gravest way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Twin {
    /// The number of the later card in its group.
    pub(crate) later: usize,
    /// The numbers of the earlier ones it is like in this way, at most [`NAMED`], in order.
    pub(crate) earlier: Vec<usize>,
    /// How many more of them there are.
    pub(crate) more: usize,
    /// In which way.
    pub(crate) likeness: Likeness,
}

/// In which way two cards are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// The same question with the same answer.
    Card,
    /// The same question, and answers that cannot both be right.
    Conflict(Conflict),
    /// The same question, word for word or in other words, with answers that differ or complete
    /// each other.
    Question(Tier),
}

/// How many other places a finding names.
const NAMED: usize = 5;

/// The cards of a group, by what they share, as they are met.
#[derive(Default)]
struct Seen<'a> {
    /// By question and the hash of the answer.
    cards: HashMap<(u64, u64), Earlier>,
    /// By question, and folder where that matters.
    same: HashMap<(u64, Option<&'a Path>), Earlier>,
    /// By what the question means.
    equivalent: HashMap<(u64, Option<&'a Path>), Earlier>,
    /// By what the question is like.
    similar: HashMap<Option<&'a Path>, Earlier>,
}

/// Earlier cards that share something.
#[derive(Default)]
struct Earlier {
    first: Vec<usize>,
    count: usize,
}

impl Earlier {
    fn push(&mut self, member: usize) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(member);
        }
    }
}

/// The cards of a group that ask what an earlier one asks.
pub(crate) fn twins(members: &Members<'_>) -> Vec<Twin> {
    let mut seen = Seen::default();
    let mut answers: HashMap<usize, String> = HashMap::new();
    let mut twins = Vec::new();
    for (later, item) in members.items().enumerate() {
        let Some((keys, answer)) = item.facts.and_then(|it| it.keys.as_ref()).zip(answer(&item))
        else {
            continue;
        };
        let scope = scope(&item);
        let found = seen.like(keys, scope, &answer);
        if let Some((earlier, tier)) = found {
            let likeness = likeness(tier, &answers, earlier, &answer);
            let (earlier, more) = (earlier.first.clone(), earlier.count - earlier.first.len());
            twins.push(Twin { later, earlier, more, likeness });
        }
        let is_first = seen.is_first(keys, scope);
        seen.push(keys, scope, &answer, later);
        if is_first {
            answers.insert(later, answer);
        }
    }
    twins
}

impl<'a> Seen<'a> {
    /// The earlier cards that a card is like in the gravest way; no tier where even the answer is
    /// the same.
    fn like(
        &self,
        keys: &Keys,
        scope: Option<&'a Path>,
        answer: &str,
    ) -> Option<(&Earlier, Option<Tier>)> {
        let card = self.cards.get(&(keys.t1, hash(answer.as_bytes())));
        let same = || Some((self.same.get(&(keys.t1, scope))?, Some(Tier::Same)));
        let equivalent = || Some((self.equivalent.get(&(keys.t2, scope))?, Some(Tier::Equivalent)));
        let similar = || Some((self.similar.get(&scope)?, Some(Tier::Similar)));
        card.map(|card| (card, None)).or_else(same).or_else(equivalent).or_else(similar)
    }

    fn is_first(&self, keys: &Keys, scope: Option<&'a Path>) -> bool {
        !self.same.contains_key(&(keys.t1, scope))
    }

    fn push(&mut self, keys: &Keys, scope: Option<&'a Path>, answer: &str, member: usize) {
        self.cards.entry((keys.t1, hash(answer.as_bytes()))).or_default().push(member);
        self.same.entry((keys.t1, scope)).or_default().push(member);
        self.equivalent.entry((keys.t2, scope)).or_default().push(member);
        self.similar.entry(scope).or_default().push(member);
    }
}

fn likeness(
    tier: Option<Tier>,
    answers: &HashMap<usize, String>,
    earlier: &Earlier,
    answer: &str,
) -> Likeness {
    let Some(tier) = tier else { return Likeness::Card };
    let first = earlier.first.first().and_then(|first| answers.get(first));
    let conflict = first.filter(|_| tier == Tier::Same).and_then(|first| conflict(first, answer));
    conflict.map_or(Likeness::Question(tier), Likeness::Conflict)
}

/// What a card answers, without markup. A card that has no answer yet is nobody's twin.
fn answer(item: &ItemCx<'_>) -> Option<String> {
    let card = item.card()?;
    match card.back {
        Some(back) => Some(fold_markup(&seen(item, back))),
        None => (card.form == CardForm::Cloze).then(String::new),
    }
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

impl Twin {
    /// The places of the earlier cards, each with what is there.
    pub(crate) fn places(&self, members: &Members<'_>, text: &str) -> Vec<Related> {
        let place = |&member: &usize| {
            let range = members.item(member).card()?.front;
            Some(Related { member: Some(member), range, text: text.to_owned() })
        };
        self.earlier.iter().filter_map(place).collect()
    }
}
