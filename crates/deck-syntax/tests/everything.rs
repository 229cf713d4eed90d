//! `everything.deck` uses every construct of the format; what is in it was counted by hand.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use deck_syntax::{CardForm, ItemKind, parse};

const TEXT: &str = include_str!("everything.deck");

#[test]
fn the_cards_are_those_that_a_person_counts() {
    let deck = parse(TEXT);
    let count = |form| deck.cards().filter(|card| card.card.form == form).count();
    assert_eq!(count(CardForm::Question), 20);
    assert_eq!(count(CardForm::Labelled), 8);
    assert_eq!(count(CardForm::OneLine { both_ways: false }), 6);
    assert_eq!(count(CardForm::OneLine { both_ways: true }), 1);
    assert_eq!(count(CardForm::Cloze), 3);
    let deletions = deck.cards().map(|card| card.card.deletions.len());
    assert_eq!(deletions.sum::<usize>(), 7);
    assert_eq!(deck.cards().map(|card| card.card.attributes.len()).sum::<usize>(), 9);
    assert_eq!(deck.cards().filter(|card| card.card.both_ways()).count(), 3);
}

#[test]
fn so_is_what_stands_between_them() {
    let deck = parse(TEXT);
    let count = |is: fn(&ItemKind) -> bool| deck.items().iter().filter(|i| is(&i.kind)).count();
    assert_eq!(count(|kind| matches!(kind, ItemKind::Title { .. })), 1);
    assert_eq!(count(|kind| matches!(kind, ItemKind::Section { .. })), 8);
    assert_eq!(count(|kind| matches!(kind, ItemKind::Separator)), 2);
    assert_eq!(count(|kind| matches!(kind, ItemKind::Attribute(_))), 2);
    assert_eq!(count(|kind| matches!(kind, ItemKind::Prose)), 4);
    let (_, front_matter) = deck.front_matter().unwrap();
    assert_eq!(front_matter.fields.len(), 6);
}

#[test]
fn and_what_is_wrong() {
    let deck = parse(TEXT);
    let errors: Vec<_> =
        deck.errors().map(|(range, error)| (error.kind.rule(), &TEXT[range])).collect();
    assert_eq!(
        errors,
        [
            ("missing-answer", "Has this card an answer?"),
            ("question-inside-answer", "Is that so?"),
            ("missing-answer", "What comes last?"),
            ("unclosed-comment", "<!--"),
        ]
    );
}
