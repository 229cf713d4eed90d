//! One finding for many equal ones.
#![allow(clippy::unwrap_used)]

use deck_lint::{Workspace, apply_fixes};

#[test]
fn ten_equal_findings_are_one_that_fixes_them_all() {
    let text = "What grew?\n- Schools\n".to_owned() + &"-Factories\n".repeat(12);
    let workspace = Workspace::of_texts([("a.deck".into(), text.clone().into_bytes())]);
    let found = workspace.lint().diagnostics;
    assert_eq!(found.len(), 1);
    let rolled = &found[0];
    assert_eq!((rolled.count, rolled.labels.len(), rolled.more), (12, 5, 6));
    assert!(rolled.message.contains("12"), "{}", rolled.message);
    let applied = apply_fixes(&text, &found, false);
    assert_eq!(applied.fixed, 12);
    assert_eq!(applied.text, text.replace("-F", "- F"));
}

#[test]
fn a_few_unanswered_questions_in_a_long_deck_are_named_one_by_one() {
    let deck = |answered: usize| {
        let answered = (0..answered).map(|n| format!("What is {n} + {n} in all?\n{}\n\n", n + n));
        let open = (0..10).map(|n| format!("What is {n} times {n} in all?\n\n"));
        let text: String = answered.chain(open).collect();
        Workspace::of_texts([("a.deck".into(), text.into_bytes())]).lint().diagnostics.len()
    };
    assert_eq!(deck(100), 10);
    assert_eq!(deck(10), 1);
}

#[test]
fn a_copy_of_a_file_is_one_finding() {
    let cards = (0..12).map(|n| format!("What is {n} times {n}?\n{}\n\n", n * n));
    let cards = cards.collect::<Vec<_>>().concat();
    let changed = cards.replace("\n121\n", "\none hundred and twenty-one\n");
    let copy = format!("{changed}What is new here?\nThis\n");
    let texts = [("a.deck", cards), ("b.deck", copy)];
    let texts = texts.map(|(name, text)| (name.into(), text.into_bytes()));
    let found = Workspace::of_texts(texts).lint().diagnostics;
    let said: Vec<_> = found.iter().map(|d| (d.rule.name, d.count, d.message.as_str())).collect();
    assert_eq!(
        said,
        [("duplicate-card", 12, "12 of the 13 cards of this file stand in a.deck too")]
    );
    assert_eq!((found[0].labels.len(), found[0].more), (5, 7));
}

#[test]
fn a_card_that_stands_twice_in_a_copy_is_named_for_itself() {
    let cards = (0..12).map(|n| format!("What is {n} times {n}?\n{}\n\n", n * n));
    let cards = cards.collect::<Vec<_>>().concat();
    let copy = format!("{cards}What is 3 times 3?\nNine, if I am not mistaken\n");
    let texts = [("a.deck", cards), ("b.deck", copy)];
    let texts = texts.map(|(name, text)| (name.into(), text.into_bytes()));
    let found = Workspace::of_texts(texts).lint().diagnostics;
    let said: Vec<_> = found.iter().map(|d| (d.rule.name, d.count)).collect();
    assert_eq!(said, [("duplicate-card", 12), ("duplicate-question", 1)]);
}
