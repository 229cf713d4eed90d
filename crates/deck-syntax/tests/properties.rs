//! What holds for any text whatever.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use deck_syntax::{Edit, TextRange, TextSize, decode, parse};
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
];

fn deck_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn check_lossless(text: &str) {
    let deck = parse(text);
    let mut end = TextSize::new(0);
    for (range, _) in deck.lines() {
        assert_eq!(range.start(), end);
        assert!(!range.is_empty());
        end = range.end();
    }
    assert_eq!(end, TextSize::of(text));
    let ends: Vec<TextSize> = deck.lines().map(|(range, _)| range.end()).collect();
    let raw: Vec<TextSize> =
        deck_syntax::lines(text).map(|line| TextSize::try_from(line.next).unwrap()).collect();
    assert_eq!(ends, raw, "each line of the text is one line of the deck");
    check_ranges(&deck, text);
}

fn check_lossless_and_printable(text: &str) {
    check_lossless(text);
    deck_syntax::tree::print(&parse(text), text);
}

/// Every range lies in its item, on character boundaries.
fn check_ranges(deck: &deck_syntax::Deck, text: &str) {
    for (start, item) in deck.items_at() {
        let whole = TextRange::up_to(item.len());
        let mut ranges: Vec<TextRange> = item.comments.to_vec();
        ranges.extend(item.errors.iter().map(|error| error.range));
        if let Some(card) = item.card() {
            ranges.push(card.front);
            ranges.extend(card.back);
            ranges.extend(card.attributes.iter().flat_map(|a| [a.range, a.value]));
            for deletion in &card.deletions {
                ranges.extend([deletion.range, deletion.text]);
                ranges.extend(deletion.hint);
            }
        }
        for range in ranges {
            assert!(whole.contains_range(range), "{range:?} in {whole:?} of {text:?}");
            assert!(
                text.get(usize::from(start + range.start())..usize::from(start + range.end()))
                    .is_some()
            );
        }
    }
}

/// Replaces `from..upto` (moved to character boundaries) of `text` by `with`.
fn edit(text: &mut String, from: usize, upto: usize, with: &str) -> Edit {
    let from = text.floor_char_boundary(from % (text.len() + 1));
    let upto = text.floor_char_boundary((from + upto).min(text.len())).max(from);
    text.replace_range(from..upto, with);
    let size = |at: usize| TextSize::try_from(at).unwrap();
    Edit { range: TextRange::new(size(from), size(upto)), inserted: TextSize::of(with) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_parse_and_nothing_is_lost(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let length = bytes.len();
        let decoded = decode(bytes);
        prop_assert_eq!(decoded.text.len(), length);
        check_lossless_and_printable(&decoded.text);
    }

    #[test]
    fn any_deck_parses_and_nothing_is_lost(text in deck_text()) {
        check_lossless_and_printable(&text);
    }

    #[test]
    fn reparsing_after_edits_equals_parsing(
        text in deck_text(),
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), 0..30_usize, prop::sample::select(PIECES)), 1..8),
    ) {
        let mut text = text;
        let mut deck = parse(&text);
        for (from, length, with) in edits {
            let before = text.clone();
            let edit = edit(&mut text, from.index(before.len() + 1), length, with);
            let old = deck.clone();
            let changed = deck.reparse(edit, &text);
            prop_assert_eq!(&deck, &parse(&text), "{:?} + {:?} = {:?}", before, edit, text);
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
        "a $$\n".repeat(100_000),
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
    ] {
        let started = std::time::Instant::now();
        check_lossless(&text);
        assert!(started.elapsed().as_secs() < 10, "{:?}", &text[..30]);
    }
}
