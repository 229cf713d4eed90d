//! What holds for any text whatever.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/invariants.rs"]
mod invariants;
#[path = "support/pieces.rs"]
mod pieces;

use deck_syntax::{Dialect, decode, parse};
use invariants::{check_lossless, check_printable, edit, read};
use pieces::{PIECES, config, deck_text, dialect};
use proptest::prelude::*;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_parse_and_nothing_is_lost(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        dialect in dialect(),
    ) {
        let length = bytes.len();
        let decoded = decode(bytes);
        prop_assert_eq!(decoded.text.len(), length);
        check_lossless(&decoded.text, dialect);
        check_printable(&decoded.text, dialect);
    }

    #[test]
    fn any_deck_parses_and_nothing_is_lost(text in deck_text(), dialect in dialect()) {
        check_lossless(&text, dialect);
        check_printable(&text, dialect);
    }

    #[test]
    fn reparsing_after_edits_equals_parsing(
        text in deck_text(),
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), 0..30_usize, prop::sample::select(PIECES)), 1..8),
        dialect in dialect(),
    ) {
        let mut text = text;
        let mut deck = read(&text, dialect);
        for (from, length, with) in edits {
            let before = text.clone();
            let edit = edit(&mut text, from.index(before.len() + 1), length, with);
            let old = deck.clone();
            let changed = deck.reparse(edit, &text);
            let anew = read(&text, dialect);
            prop_assert_eq!(&deck, &anew, "{:?}: {:?} + {:?} = {:?}", dialect, before, edit, text);
            prop_assert_eq!(&old.items()[..changed.removed.start], &deck.items()[..changed.added.start]);
            prop_assert_eq!(&old.items()[changed.removed.end..], &deck.items()[changed.added.end..]);
        }
    }

    #[test]
    fn a_written_card_is_read_as_that_card(
        front in "[a-zA-Z ?:@#{}-]{0,12}[a-z?]",
        back in r"([a-zA-Z ?:@#-]{0,12}[a-z?]\n){0,4}[a-z]",
    ) {
        use deck_syntax::native::{NewCard, escape, write_card};
        let text = write_card(&NewCard { front: &front, back: &back });
        let deck = parse(&text);
        let cards: Vec<_> = deck.cards().collect();
        prop_assert_eq!(cards.len(), 1, "{:?}", text);
        let card = cards[0].card;
        prop_assert_eq!(&text[card.front], escape(front.trim()));
        prop_assert_eq!(&text[card.back.unwrap()], escape(back.trim()));
        prop_assert_eq!(deck.errors().count(), 0);
    }
}

#[test]
fn an_edit_reparses_its_neighbourhood_alone() {
    let mut text = "What is it?\nThat.\n\n".repeat(1000);
    let mut deck = parse(&text);
    let at = text.len() / 2 + 5;
    let edit = edit(&mut text, at, 0, "x");
    let changed = deck.reparse(edit, &text);
    assert!(changed.added.len() <= 2, "{changed:?}");
    assert_eq!(deck, parse(&text));
}

#[test]
fn monsters_parse_in_no_time() {
    for text in [
        "a".repeat(1_000_000),
        "- ".repeat(100_000),
        "  - x\n".repeat(100_000),
        "<!--".repeat(250_000),
        "a <!--\n".repeat(100_000),
        format!("{}--> b", "<!--\n\n".repeat(100_000)),
        format!("{}--> b", "<!-- a --> <!--\n\n".repeat(100_000)),
        "<!-- a --> ".repeat(100_000),
        "<!-- a --> b\n".repeat(100_000),
        "What?\n<!-- a -->\n".repeat(100_000),
        "C: {{a}} <!-- {{b}} -->\n".repeat(100_000),
        format!("C: {{{{a}}}} {}", "<!-- {{b}} -->\n".repeat(100_000)),
        "a $$\n".repeat(100_000),
        "a $$ `$$`\n".repeat(100_000),
        "$$ a\n".repeat(100_000),
        "C: x\n".repeat(100_000),
        "{{".repeat(200_000),
        format!("C: {}", "{{c1::".repeat(100_000)),
        format!("C: {}{}", "{{".repeat(100_000), "}}".repeat(100_000)),
        "What?\n".repeat(100_000),
        format!("{}?", "(".repeat(500_000)),
        format!("{}?{}", "*".repeat(500_000), "*".repeat(500_000)),
        format!("a?{}", "()".repeat(300_000)),
        format!("---\na: {}", "[".repeat(100_000)),
        format!("---\na: {}\n---\n", "[".repeat(100_000)),
        format!("---\na = {}\n---\n", "[".repeat(100_000)),
        "\0".repeat(1_000_000),
        "\r".repeat(300_000),
        "a :: b\n".repeat(100_000),
        "a :: `\n\n".repeat(100_000),
        "A: x\nB: y\n".repeat(50_000),
        format!("C: {}", "[".repeat(300_000)),
        format!("C: {}", "[a] <!-- [b] -->\n".repeat(50_000)),
        "Q: x\nD: y\n".repeat(50_000),
        format!("## a\n{}", "[#a]()\n%\n".repeat(50_000)),
        format!("## a\n{}", "[#a]() ".repeat(100_000)),
        "## a <!-- b -->\n".repeat(50_000),
    ] {
        for dialect in Dialect::ALL {
            let started = std::time::Instant::now();
            check_lossless(&text, dialect);
            assert!(started.elapsed().as_secs() < 10, "{dialect:?}: {:?}", &text[..30]);
        }
    }
}
