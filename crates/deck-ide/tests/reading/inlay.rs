use deck_ide::{InlayOptions, inlay_hints};
use deck_syntax::{Dialect, TextRange, TextSize};

use crate::support::{FILE, Marked};

/// The deck with its hints in angle brackets.
fn shown(text: &str, dialect: Dialect, options: InlayOptions) -> String {
    let marked = Marked::new(text, dialect);
    let mut shown = marked.file().text.clone();
    for hint in inlay_hints(&marked.workspace, FILE, marked.all(), options).iter().rev() {
        shown.insert_str(hint.at.into(), &format!("‹{}›", hint.label));
    }
    shown
}

#[test]
fn a_date_without_a_year_shows_the_one_it_takes() {
    for (dialect, deck, expected) in [
        (
            Dialect::Deck,
            "What happened in 1936?\nFranco rose in July, and in September Italy came\n",
            "What happened in 1936?\nFranco rose in July‹ 1936›, and in September‹ 1936› Italy came\n",
        ),
        (
            Dialect::Deck,
            "## 1938\nWhen was Munich?\nOn 30 September\n\n## Later\nWhen?\nOn 30 September\n",
            "## 1938\nWhen was Munich?\nOn 30 September‹ 1938›\n\n## Later\nWhen?\nOn 30 September\n",
        ),
        (
            Dialect::Deck,
            "When was the battle?\nFrom May to September 1939\n",
            "When was the battle?\nFrom May‹ 1939› to September 1939\n",
        ),
        (
            Dialect::Deck,
            "When did the war end?\nIt began in 1914 and ended four years later\n",
            "When did the war end?\nIt began in 1914 and ended four years later‹ = 1918›\n",
        ),
        (
            Dialect::Deck,
            "When?\nIn September 1936, and 1914-18\n",
            "When?\nIn September 1936, and 1914-18\n",
        ),
        (
            Dialect::Anki,
            "#separator:tab\nWhat happened in 1936?\tFranco rose in July\n",
            "#separator:tab\nWhat happened in 1936?\tFranco rose in July‹ 1936›\n",
        ),
        (
            Dialect::Deck,
            "C: Franco rose in {{1936}}, in July.\n",
            "C: Franco rose in {{1936}}, in July‹ 1936›.\n",
        ),
    ] {
        assert_eq!(shown(deck, dialect, InlayOptions::default()), expected);
    }
}

#[test]
fn cards_can_be_numbered() {
    let options = InlayOptions { dates: false, numbers: true };
    let deck = "# T\n\nWho?\nWe\n\n## S\na :: b\n";
    assert_eq!(shown(deck, Dialect::Deck, options), "# T\n\n‹1. ›Who?\nWe\n\n## S\n‹2. ›a :: b\n");
}

#[test]
fn only_what_is_in_sight_has_hints() {
    let deck = "What in 1936?\nIn May\n\nWhat in 1937?\nIn May\n\nWhat in 1938?\nIn May\n";
    let marked = Marked::deck(deck);
    let at = |words: &str| TextSize::new(u32::try_from(deck.find(words).unwrap()).unwrap());
    let range = TextRange::new(at("What in 1937"), at("What in 1938"));
    let options = InlayOptions { dates: true, numbers: true };
    let hints = inlay_hints(&marked.workspace, FILE, range, options);
    let labels: Vec<&str> = hints.iter().map(|hint| hint.label.as_str()).collect();
    assert_eq!(labels, ["2. ", " 1937"]);
    assert_eq!(hints[1].reason, "the year is taken from the question");
}
