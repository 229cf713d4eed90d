//! Cards that faults are put into.

use std::ops::Range;

use deck_syntax::{CardForm, parse, side_text};

use super::written::{self, Written};

/// A deck as its cards, and the sentences in them that are dated.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) name: String,
    pub(super) cards: Vec<Card>,
    pub(super) facts: Vec<Fact>,
}

/// A card in its simplest form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Card {
    /// Empty for a cloze card.
    pub(super) question: String,
    pub(super) lines: Vec<String>,
}

/// A line of an answer with its dates.
#[derive(Debug)]
pub(super) struct Fact {
    /// The number of its card.
    pub(super) card: usize,
    /// The number of its line.
    pub(super) line: usize,
    pub(super) text: String,
    /// In order; ranges are relative to the line.
    pub(super) dates: Vec<Written>,
}

impl Document {
    /// The cards of a deck that have a question and an answer.
    pub(super) fn of_deck(name: &str, text: &str) -> Self {
        let deck = parse(text);
        let mut cards = Vec::new();
        for at in deck.cards() {
            let Some(back) = at.card.back.filter(|_| at.card.form != CardForm::Cloze) else {
                continue;
            };
            let item_text = &text[usize::from(at.start)..];
            let side = |range| side_text(at.item, item_text, range).into_owned();
            let lines = side(back).lines().map(str::to_owned).collect();
            cards.push(Card { question: on_one_line(&side(at.card.front)), lines });
        }
        let mut facts = Vec::new();
        for (card, lines) in cards.iter().map(|card| &card.lines).enumerate() {
            for (line, text) in lines.iter().enumerate() {
                let dates = written::read(text);
                if !dates.is_empty() {
                    facts.push(Fact { card, line, text: text.clone(), dates });
                }
            }
        }
        Self { name: name.to_owned(), cards, facts }
    }

    /// The deck with other cards in the place of one, and where these stand in it.
    pub(super) fn with(&self, card: usize, cards: &[Card]) -> (String, Range<usize>) {
        let (before, after) = (render(&self.cards[..card]), render(&self.cards[card + 1..]));
        let here = render(cards);
        let range = before.len()..before.len() + here.len();
        (before + &here + &after, range)
    }

    /// The whole deck.
    pub(super) fn text(&self) -> String {
        render(&self.cards)
    }

    /// The card of a fact with another text in its place.
    pub(super) fn reworded(&self, fact: &Fact, text: &str) -> Card {
        let mut card = self.cards[fact.card].clone();
        text.clone_into(&mut card.lines[fact.line]);
        card
    }
}

/// Cards as a deck.
pub(super) fn render(cards: &[Card]) -> String {
    let card = |card: &Card| match &*card.question {
        "" => format!("C: {}\n\n", card.lines.join("\n")),
        question => format!("Q: {question}\nA: {}\n\n", card.lines.join("\n")),
    };
    cards.iter().map(card).collect()
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_has_its_place() {
        let document = Document::of_deck("a", "Who?\n- in 1936\n- in 1938\n\nWhere?\nThere\n");
        assert_eq!(document.cards.len(), 2);
        assert_eq!(document.facts.len(), 2);
        let card = document.reworded(&document.facts[1], "- in 1983");
        let (text, range) = document.with(0, &[card]);
        assert_eq!(&text[range], "Q: Who?\nA: - in 1936\n- in 1983\n\n");
        assert!(text.ends_with("Q: Where?\nA: There\n\n"));
    }
}
