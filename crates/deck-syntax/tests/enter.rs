//! What Enter does in a list. `|` is the cursor.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use deck_syntax::format::{TextEdit, apply, continue_list, continue_list_below};
use deck_syntax::{Deck, Dialect, TextSize, parse_as};

type Enter = fn(&Deck, &str, TextSize) -> Option<TextEdit>;

/// The text after Enter, with the cursor in it.
fn press(enter: Enter, dialect: Dialect, shown: &str) -> Option<String> {
    let at = shown.find('|').unwrap();
    let text = shown.replacen('|', "", 1);
    let deck = parse_as(&text, dialect, &Arc::default());
    let edit = enter(&deck, &text, TextSize::try_from(at).unwrap())?;
    let mut after = apply(&text, std::slice::from_ref(&edit));
    after.insert(usize::from(edit.range.start()) + edit.text.len(), '|');
    Some(after)
}

fn check(before: &str, after: &str) {
    for dialect in [Dialect::Deck, Dialect::Hashcards, Dialect::Obsidian, Dialect::Headings] {
        let found = press(continue_list, dialect, before);
        assert_eq!(found.as_deref(), Some(after), "{dialect:?}");
    }
}

#[test]
fn a_list_goes_on() {
    check("Q: Why?\nA: so\n- one|\n", "Q: Why?\nA: so\n- one\n- |\n");
    check("text\n  * one|\n", "text\n  * one\n  * |\n");
    check("text\n9) nine|\n", "text\n9) nine\n10) |\n");
    check("text\r\n- one|", "text\r\n- one\r\n- |");
    check("text\n\t- one| two\n", "text\n\t- one\n\t- | two\n");
    check("text\n- [x] done|\n", "text\n- [x] done\n- [ ] |\n");
    check("\u{feff}- one|", "\u{feff}- one\n- |");
}

#[test]
fn an_empty_point_ends_it() {
    check("text\n- one\n- |\n", "text\n- one\n|\n");
    check("text\n  2. |", "text\n|");
    check("text\n- [ ] |\n", "text\n|\n");
}

#[test]
fn elsewhere_enter_ends_the_line() {
    for text in
        ["What|?\n", "text\n|- one\n", "-5|\n", "---|\n", "```\n- code|\n```\n", "<!--\n- c|\n-->"]
    {
        assert_eq!(press(continue_list, Dialect::Deck, text), None, "{text}");
    }
    assert_eq!(press(continue_list, Dialect::Anki, "- a\tb|\n- c\td\n"), None);
}

#[test]
fn after_enter_was_pressed() {
    let below = |shown: &str| press(continue_list_below, Dialect::Deck, shown);
    assert_eq!(below("What?\n- one\n|\n").as_deref(), Some("What?\n- one\n- |\n"));
    // An editor that keeps the indent.
    assert_eq!(below("What?\r\n  1. one\r\n  |").as_deref(), Some("What?\r\n  1. one\r\n  2. |"));
    assert_eq!(below("What?\n- one\n- \n|").as_deref(), Some("What?\n- one\n|"));
    assert_eq!(below("What?\n- one\n|two").as_deref(), Some("What?\n- one\n- |two"));
    // An editor that takes the blank at the end of the line away.
    assert_eq!(below("What?\n9. one\n10.\n|").as_deref(), Some("What?\n9. one\n|"));
    assert_eq!(below("What?\r\n- one\r\n-\r\n|\r\n").as_deref(), Some("What?\r\n- one\r\n|\r\n"));
    for text in [
        "|",
        "|What?\n",
        "What?\n|\n",
        "- one\nwords|\n",
        "When did it end?\n1944.\n|",
        "Which?\n1. one\n5.\n|",
    ] {
        assert_eq!(below(text), None, "{text}");
    }
}
