//! Decks of questions and answers alone mean the same in the native dialect and to hashcards.

use std::sync::Arc;

use deck_syntax::{Deck, Dialect, TextRange, parse_as};

fn sides<'t>(deck: &Deck, text: &'t str) -> Vec<(&'t str, Option<&'t str>)> {
    let words = |start, range: TextRange| &text[range + start];
    deck.cards()
        .map(|card| {
            let back = card.card.back.map(|back| words(card.start, back));
            (words(card.start, card.card.front), back)
        })
        .collect()
}

#[track_caller]
fn check(text: &str, cards: usize) {
    let [native, hashcards] = [Dialect::Deck, Dialect::Hashcards]
        .map(|dialect| sides(&parse_as(text, dialect, &Arc::default()), text));
    assert_eq!(native, hashcards);
    assert_eq!(native.len(), cards);
}

#[test]
fn questions_and_answers() {
    check(
        "Q: What is GDP?\nA: The value of all goods\n\nQ: And GNP?\nA: Of those of a nation\n",
        2,
    );
    check("Q:\nWhat is it?\n\nA:\n- this\n- and that\n\n---\nQ: Who?\nA: She\n", 2);
    check("\u{feff}Q: Is it so?\r\nA: Is it?\r\n\r\nYes.\r\n\r\n", 1);
    check("Q: What is $x$?\nA: It is\n$$\nx^2\n$$\nQ: And `y`?\nA: <!-- so --> y\n", 2);
}

#[test]
fn code_holds_no_cards() {
    check("Q: How?\nA: So:\n```\nQ: x\nA: y\n---\n```\n<!--\nQ: a\nA: b\n-->\nQ: Who?\nA: I\n", 2);
}

#[test]
fn front_matter_in_toml() {
    check("---\nname = \"Economics\"\n---\n\nQ: What is GDP?\nA: The value of all goods\n", 1);
}
