//! Questions that differ in one word: a template and what fills it.

use std::collections::BTreeMap;
use std::hash::Hash;

use super::Index;
use crate::meaning::is_function_word;
use crate::question::Question;

/// A template of so many words says something even if each of them says nothing.
const LONG: usize = 5;

/// Questions that are one template with different fillers: "What did he do with …?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family<Id> {
    /// The words before the slot, as the first member has them.
    pub before: String,
    /// The words after the slot.
    pub after: String,
    /// What fills the slot, two or more, in the order of their first cards.
    pub fillers: Vec<Filler<Id>>,
}

/// What fills the slot of a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filler<Id> {
    /// The word, as its first card has it.
    pub word: String,
    /// The cards that ask with it, in order.
    pub cards: Vec<Id>,
}

impl<Id: Copy + Ord + Hash> Index<Id> {
    /// The families, in the order of their first cards; `question` gives the question of a card.
    /// A template must say something besides what fills it: "What is …?" is none.
    ///
    /// The time is in proportion to the size of all families, but for their sorting.
    pub fn families(&self, question: impl Fn(Id) -> Option<Question>) -> Vec<Family<Id>> {
        let mut families: Vec<Family<Id>> = Vec::new();
        for (key, members) in self.templates.shared() {
            let fillers = self.fillers(key, members.iter());
            if fillers.len() < 2 {
                continue;
            }
            families.extend(family(fillers, &question));
        }
        families.sort_by(|a, b| {
            (a.fillers[0].cards[0], a.before.len()).cmp(&(b.fillers[0].cards[0], b.before.len()))
        });
        families
    }

    /// For each filler its cards, in order, and the index of the slot.
    fn fillers(&self, key: u64, places: impl Iterator<Item = u32>) -> Vec<(usize, Vec<Id>)> {
        let mut cards: BTreeMap<u32, (usize, Vec<Id>)> = BTreeMap::new();
        for entry in places.filter_map(|place| self.entry(place)) {
            if let Some(slot) = entry.keys.slots().iter().find(|slot| slot.key == key) {
                let filler = cards.entry(slot.word).or_default();
                filler.0 = usize::from(slot.index);
                filler.1.push(entry.id);
            }
        }
        let mut fillers: Vec<_> = cards.into_values().collect();
        for (_, cards) in &mut fillers {
            cards.sort_unstable();
        }
        fillers.sort_unstable_by_key(|(_, cards)| cards[0]);
        fillers
    }
}

fn family<Id: Copy>(
    fillers: Vec<(usize, Vec<Id>)>,
    question: &impl Fn(Id) -> Option<Question>,
) -> Option<Family<Id>> {
    let (slot, cards) = fillers.first()?;
    let first = question(*cards.first()?)?;
    let says = |index: usize| first.word(index).is_some_and(|word| !is_function_word(word));
    let is_long = first.len() >= LONG;
    if !is_long && !(0..first.len()).any(|index| index != *slot && says(index)) {
        return None;
    }
    let (before, after) = first.around(*slot)?;
    let (before, after) = (before.to_owned(), after.to_owned());
    let fillers: Vec<_> = fillers
        .into_iter()
        .filter_map(|(slot, cards)| {
            let word = question(*cards.first()?)?.written(slot)?.to_owned();
            Some(Filler { word, cards })
        })
        .collect();
    (fillers.len() > 1).then_some(Family { before, after, fillers })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_shown_with_its_fillers() {
        let texts = [
            "What did he do with Poland?",
            "Who was he?",
            "What did he do with France?",
            "What did he do with Poland",
            "What is it?",
            "What is mitosis?",
            "What is meiosis?",
        ];
        let mut index = Index::new();
        for (id, text) in texts.iter().enumerate() {
            index.insert(id, Question::lex(text).keys());
        }
        let families = index.families(|id| Some(Question::lex(texts[id])));
        let poland = Filler { word: "Poland".to_owned(), cards: vec![0, 3] };
        let france = Filler { word: "France".to_owned(), cards: vec![2] };
        // "do" and "did" are no slots, and "What is …" is no template.
        assert_eq!(
            families,
            [Family {
                before: "What did he do with ".to_owned(),
                after: "?".to_owned(),
                fillers: vec![poland, france],
            }]
        );
    }
}
