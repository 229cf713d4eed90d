//! What only decks for hashcards have.

use std::sync::Arc;

use memchr::memmem;

use crate::deck::{CardForm, Deck, ItemKind};
use crate::{Dialect, FrontMatterFormat, parse_as};

/// What in the text says that it is written in this dialect: front matter in TOML above cards, gaps
/// in one bracket, or terms with their definitions. A file of questions and answers alone may be
/// written for others as well.
pub(crate) fn looks_like(text: &str) -> Option<String> {
    let starts = |label: &str| {
        text.starts_with(label)
            || memmem::find(text.as_bytes(), &[b"\n", label.as_bytes()].concat()).is_some()
    };
    let toml = text.starts_with("---") && (starts("Q:") || starts("C:") || starts("T:"));
    let may_be = toml || starts("C:") || starts("T:") && starts("D:");
    if !may_be {
        return None;
    }
    let deck = parse_as(text, Dialect::Hashcards, &Arc::default());
    if has_toml(&deck) && whole_cards(&deck) > 0 {
        return Some("its front matter is TOML, with cards below it".to_owned());
    }
    // The program reads no other text than cards.
    if deck.items().iter().any(|item| item.kind == ItemKind::Prose) {
        return None;
    }
    let clozes = deck.cards().filter(|card| !card.card.deletions.is_empty()).count();
    let terms = deck
        .cards()
        .filter(|card| card.card.form == CardForm::Term && card.item.errors.is_empty())
        .count();
    if clozes > 0 && whole_cards(&deck) > 1 {
        return Some(format!("it has {} as in `C: in [1936]`", count(clozes, "card")));
    }
    (terms > 0 && whole_cards(&deck) > 1)
        .then(|| format!("it has {} with `T:` and `D:`", count(terms, "card")))
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// How many cards lack nothing.
fn whole_cards(deck: &Deck) -> usize {
    deck.cards().filter(|card| card.card.back.is_some() || !card.card.deletions.is_empty()).count()
}

fn has_toml(deck: &Deck) -> bool {
    deck.front_matter().is_some_and(|(_, matter)| {
        matter.format == FrontMatterFormat::Toml && !matter.fields.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decks_for_hashcards() {
        for text in [
            "---\nname = \"Cells\"\n---\n\n<!-- chapter 1 -->\n\nQ: What?\nA: That.\n",
            "C: [Paris] lies on the [Seine].\n\nC: [Rome] lies on the Tiber.\n",
            "T: Basis\nD: A set\n\nT: Field\nD: Another set\n",
            "Q: What?\nA: That.\n\nQ: Who?\nA: She.\n\nC: It is [so].\n",
        ] {
            assert!(looks_like(text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_texts() {
        for text in [
            "Q: What?\nA: That.\n",
            "C: In {{c1::1936}} it was so.\n\nC: It was {{so}}.\n",
            "---\nname: Cells\n---\n\nQ: What?\nA: That.\n",
            "---\nname = \"Cells\"\n---\n\nNotes.\n",
            "Options\n\nC: [path]\nC: [other]\n",
            "```\nC: [a]\nC: [b]\n```\n",
        ] {
            assert!(looks_like(text).is_none(), "{text}");
        }
    }
}
