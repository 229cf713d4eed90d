//! What holds for any text whatever.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/invariants.rs"]
mod invariants;

use deck_syntax::{Dialect, decode, parse};
use invariants::{check_lossless, check_printable, edit, read};
use proptest::prelude::*;

/// Pieces of decks, well-formed and not, so that random texts are full of near misses.
const PIECES: &[&str] = &[
    "What is it?",
    "Is it?",
    "- a\n",
    "-A b",
    "Q:",
    "Q: ",
    "A:",
    "A: ",
    "B: x",
    "C: ",
    "C: {{c1::x}}",
    "{{",
    "}}",
    "{{c2::",
    "::",
    " :: ",
    " ::: ",
    "---",
    "---\n",
    "```",
    "```\n",
    "~~~",
    "$$",
    "$$\n",
    "$",
    "<!--",
    "-->",
    "<!-- c -->",
    "`",
    "# ",
    "## ",
    "#",
    "@id x",
    "@tags",
    "@reverse",
    "@",
    "\\",
    "?",
    "\\?",
    "(",
    ")",
    "[",
    "](",
    "*",
    "**",
    "\"",
    "“",
    "”",
    "…",
    "！",
    "？",
    "中",
    "é",
    "\u{feff}",
    "\u{200b}",
    "\u{a0}",
    " ",
    "  ",
    "\t",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\0",
    "a",
    "word ",
    "title: x\n",
    "key = 1\n",
    "1. ",
    "> ",
    "| a |",
    "What is it?\nThat.\n",
    "Q: a\nA: b\n\n",
    "term :: meaning\n",
    "\\Q: ",
    ";",
    "Τι είναι;",
    "Q:a",
    "T: x\n",
    "D: y\n",
    "C: a [b] c\n",
    "![x](y.png)",
    "[",
    "]",
    "\\[",
    "a::b",
    "a:::b\n",
    "\n?\n",
    "\n??\n",
    "? \n",
    "==x==",
    "==",
    "#flashcards/a",
    "#flashcards\n",
    "<!--SR:!2025-01-01,1,2-->",
    "^block-1",
    "#separator:tab\n",
    "#separator:Comma\n",
    "#html:true\n",
    "#tags column:3\n",
    "#guid column:1\n",
    "#columns:a\tb\n",
    "tags: x\n",
    "# ",
    "front\tback\n",
    "\"",
    "\"\"",
    "\"a\nb\"\t",
    ",",
    "|",
    "%\n",
    "## What is it?\n",
    "### a\n",
];

fn dialect() -> impl Strategy<Value = Dialect> {
    prop::sample::select(&Dialect::ALL[..])
}

fn deck_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// The same cases in every run, so that a build fails for what it changes and nothing else;
/// `PROPTEST_CASES=100000` looks further, and the fuzz targets look elsewhere.
fn config() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 2000;
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(1929);
    }
    config
}

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
