//! What the settings of Obsidian's plugin change in how a note is read.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/invariants.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod invariants;

use std::sync::Arc;

use deck_syntax::obsidian::Settings;
use deck_syntax::{Deck, Dialect, parse_as, tree};
use invariants::edit;
use proptest::prelude::*;

fn read(text: &str, obsidian: Settings) -> Deck {
    let settings = deck_syntax::Settings { obsidian };
    parse_as(text, Dialect::Obsidian, &Arc::new(settings))
}

fn printed(text: &str, obsidian: Settings) -> String {
    tree::print(&read(text, obsidian), text)
}

fn with_end_marker() -> Settings {
    Settings { end_marker: "+++".to_owned(), bold: true, ..Settings::default() }
}

#[test]
fn an_end_marker_ends_cards_and_blank_lines_do_not() {
    let text = "What is it?\n?\nThis,\n\n## and\n---\nthat.\n+++\nNo card.\n\nIs ==it==?\n\nNo.\n";
    let tree = printed(text, with_end_marker());
    assert_eq!(
        tree,
        "card with a line between its sides 1-8\n  question 1: \"What is it?\"\n  \
         answer 3-7: \"This,\\n\\n## and\\n---\\nthat.\"\nprose 9: \"No card.\"\n\
         cloze card 11-13\n  question 11-13: \"Is ==it==?\\n\\nNo.\"\n  deletion: \"it\"\n"
    );
}

#[test]
fn every_mark_can_be_another() {
    let settings = Settings {
        separator: ">>".to_owned(),
        both_ways_separator: "<>".to_owned(),
        line_separator: "answer:".to_owned(),
        both_ways_line_separator: String::new(),
        highlights: false,
        bold: true,
        curly_brackets: true,
        ..Settings::default()
    };
    let tree =
        printed("a::b\n\na>>b\n\na<>b\n\na\nanswer:\nb\n\na\n?\nb\n\n==a== **b** {{c}}", settings);
    assert_eq!(
        tree,
        "prose 1: \"a::b\"\ncard on one line 3\n  question 3: \"a\"\n  answer 3: \"b\"\n\
         card on one line, both ways 5\n  question 5: \"a\"\n  answer 5: \"b\"\n\
         card with a line between its sides 7-9\n  question 7: \"a\"\n  answer 9: \"b\"\n\
         prose 11-13: \"a\\n?\\nb\"\ncloze card 15\n  question 15: \"==a== **b** {{c}}\"\n  \
         deletion: \"b\"\n  deletion: \"c\"\n"
    );
}

const PIECES: &[&str] = &[
    "a\n",
    "a",
    "\n",
    "\n?\n",
    "?",
    "+++\n",
    "+++",
    "::",
    "==b==",
    "**",
    "{{",
    "}}",
    "---\n",
    "# c\n",
    "```\n",
    "$$\n",
    "<!--",
    "-->",
    "<!--SR:!2025-01-01,1,2-->\n",
    "#flashcards\n",
    " ",
    "^x\n",
    "|",
];

proptest! {
    #[test]
    fn reparsing_with_an_end_marker_equals_parsing(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40),
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), 0..10_usize, prop::sample::select(PIECES)), 1..5),
    ) {
        let mut text = pieces.concat();
        let mut deck = read(&text, with_end_marker());
        for (from, length, with) in edits {
            let from = from.index(text.len() + 1);
            let edit = edit(&mut text, from, length, with);
            deck.reparse(edit, &text);
            prop_assert_eq!(&deck, &read(&text, with_end_marker()));
        }
    }
}
