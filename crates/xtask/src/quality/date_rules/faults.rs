//! The faults, one kind a function: what a card is, and what it is with the fault.

mod inside;
mod made;
mod order;

use super::cards::{Card, Document, Fact};
use crate::corpus::Rng;

/// A fault, and the same cards without it.
#[derive(Debug)]
pub(super) struct Fault {
    /// The number of the card in whose place these stand.
    pub(super) card: usize,
    pub(super) right: Cards,
    pub(super) wrong: Cards,
}

/// Cards in the deck of the fact, and cards in another deck.
#[derive(Debug, Default)]
pub(super) struct Cards {
    pub(super) here: Vec<Card>,
    pub(super) there: Vec<Card>,
}

impl Cards {
    fn here(card: Card) -> Self {
        Self { here: vec![card], there: Vec::new() }
    }
}

impl Fault {
    /// What was planted, for a person to judge.
    pub(super) fn in_words(&self) -> String {
        let cards = self.wrong.here.iter().chain(self.wrong.there.last());
        let words = cards.map(|card| format!("{} {}", card.question, card.lines.join(" / ")));
        words.collect::<Vec<_>>().join("  ||  ")
    }
}

/// Puts a fault of some kind into a fact, if that can be done.
pub(super) type Plant = fn(&Document, &Fact, &mut Rng) -> Option<Fault>;

/// A kind of fault, and the rule that should find it.
pub(super) struct Kind {
    pub(super) rule: &'static str,
    pub(super) plant: Plant,
}

/// The kinds.
pub(super) const KINDS: [Kind; 10] = [
    Kind { rule: "impossible-date", plant: inside::impossible_day },
    Kind { rule: "reversed-range", plant: inside::reversed_range },
    Kind { rule: "weekday-mismatch", plant: inside::other_weekday },
    Kind { rule: "conflicting-dates", plant: made::other_year_elsewhere },
    Kind { rule: "outlier-date", plant: made::one_of_four },
    Kind { rule: "century-mismatch", plant: made::other_century },
    Kind { rule: "duration-mismatch", plant: made::other_length },
    Kind { rule: "question-answer-date", plant: made::other_year_asked },
    Kind { rule: "outside-period", plant: order::outside },
    Kind { rule: "impossible-order", plant: order::other_order },
];

/// A year with one of its last two digits changed, no later than now, and at least two years off.
fn other_year(year: i32, rng: &mut Rng) -> i32 {
    loop {
        let place = [1, 10][rng.below(2)];
        let digit = i32::try_from(rng.below(10)).unwrap_or(0);
        let changed = year - (year / place % 10 - digit) * place;
        if (changed - year).abs() >= 2 && changed <= 2025 {
            return changed;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DECK: &str = "What did Hitler do?\n\
        - Hitler invaded Poland from May 1932 to June 1935, on 30 September 1938\n\
        - Hitler invaded Austria in 1936\n";

    fn planted(plant: Plant, fact: usize) -> Option<String> {
        let document = Document::of_deck("a", DECK);
        let fault = plant(&document, &document.facts[fact], &mut Rng::new(1))?;
        assert!(!fault.right.here.is_empty());
        Some(fault.in_words())
    }

    #[test]
    fn faults_stand_in_their_sentences() {
        let words = |plant: Plant, fact: usize| planted(plant, fact).unwrap();
        assert!(words(inside::impossible_day, 0).contains("on 31 September 1938"));
        assert!(words(inside::reversed_range, 0).contains("from June 1935 to May 1932"));
        assert!(words(inside::other_weekday, 0).contains("day 30 September 1938"));
        assert!(!words(inside::other_weekday, 0).contains("Friday 30 September 1938"));
        assert!(planted(inside::impossible_day, 1).is_none());
        assert!(words(made::other_century, 1).contains("th century"));
        assert!(!words(made::other_year_asked, 1).contains("What happened in 1936"));
        assert!(words(made::other_length, 0).contains("1932"));
        assert!(
            words(made::other_year_elsewhere, 1).matches("Hitler invaded Austria").count() == 2
        );
    }

    #[test]
    fn years_are_changed_in_one_digit() {
        let mut rng = Rng::new(1);
        for _ in 0..100 {
            let year = other_year(1936, &mut rng);
            assert!((1900..=1999).contains(&year) && (year - 1936).abs() >= 2, "{year}");
        }
    }
}
