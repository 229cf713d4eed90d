//! What formatting never does, whatever the text.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/examples.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod examples;
#[path = "support/invariants.rs"]
#[allow(dead_code, reason = "other tests check other things")]
mod invariants;
#[path = "support/pieces.rs"]
#[allow(dead_code, reason = "other tests check other things")]
mod pieces;

use std::path::Path;

use deck_syntax::format::{apply, continue_list, continue_list_below, format, format_range};
use deck_syntax::outline::{Content, Note, Outline, Piece, Sides};
use deck_syntax::rewrite::{Rewrite, add_id, make_cloze, split_card};
use deck_syntax::{Dialect, TextRange, TextSize, decode};
use invariants::read;
use pieces::{config, deck_text, dialect};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

/// A text without what the formatter may change: white space, bullets, the numbers of lists.
fn squeezed(text: &str) -> String {
    let words = |line: &str| {
        let words = line.trim_start();
        let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
        let behind = match digits.strip_prefix(['.', ')']).filter(|_| digits.len() < words.len()) {
            Some(rest) => rest,
            None => words.strip_prefix(['-', '*', '•', '‣', '▪', '◦']).unwrap_or(words),
        };
        let spaced = behind.is_empty() || behind.starts_with([' ', '\t']);
        let words = if spaced { behind } else { words };
        words.split_whitespace().collect::<String>()
    };
    text.split(['\n', '\r'])
        .map(words)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// What a deck says, apart from where its lines stand.
fn said(text: &str, dialect: Dialect) -> Vec<Vec<String>> {
    let outline = Outline::of(&read(text, dialect), text);
    let deck = vec![format!("{:?} {:?}", outline.title, outline.tags)];
    let parts = outline.parts.into_iter().map(|part| match part.content {
        Content::Section { level, text } => vec![level.to_string(), text],
        Content::Prose(text) => vec![squeezed(&text)],
        Content::Note(note) => said_of(note),
    });
    std::iter::once(deck).chain(parts).collect()
}

fn said_of(note: Note) -> Vec<String> {
    let mut said = match note.sides {
        Sides::Basic { front, back, both_ways } => {
            vec![squeezed(&front), squeezed(&back), both_ways.to_string()]
        }
        Sides::Cloze(pieces) => pieces.iter().flat_map(said_of_piece).collect(),
    };
    said.extend(note.tags);
    said.extend(note.attributes.into_iter().map(|(key, value)| format!("@{} {value}", key.name())));
    said.extend(note.extra);
    said
}

fn said_of_piece(piece: &Piece) -> Vec<String> {
    match piece {
        Piece::Text(text) => vec![squeezed(text)],
        Piece::Deletion { number, text, hint } => {
            let hint = hint.as_deref().map(squeezed);
            vec![format!("{number:?}"), squeezed(text), format!("{hint:?}")]
        }
    }
}

fn check(text: &str, dialect: Dialect) -> Result<(), TestCaseError> {
    let deck = read(text, dialect);
    let edits = format(&deck, text);
    for pair in edits.windows(2) {
        prop_assert!(pair[0].range.end() <= pair[1].range.start(), "{:?}: {:?}", text, edits);
    }
    for edit in &edits {
        prop_assert_ne!(&text[edit.range], edit.text.as_str(), "an edit that changes nothing");
    }
    let formatted = apply(text, &edits);
    prop_assert_eq!(squeezed(text), squeezed(&formatted), "{:?} {:?}", dialect, formatted);
    prop_assert_eq!(
        said(text, dialect),
        said(&formatted, dialect),
        "{:?} {:?} -> {:?}",
        dialect,
        text,
        formatted
    );
    let errors = |text: &str| -> Vec<_> {
        read(text, dialect).errors().map(|(_, error)| error.kind.clone()).collect()
    };
    prop_assert_eq!(errors(text), errors(&formatted), "{:?} -> {:?}", text, formatted);
    let again = format(&read(&formatted, dialect), &formatted);
    prop_assert_eq!(again, [], "{:?} {:?} -> {:?}", dialect, text, formatted);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn formatting_is_stable_and_changes_no_card(text in deck_text(), dialect in dialect()) {
        check(&text, dialect)?;
    }

    #[test]
    fn any_text_can_be_formatted(text in any::<String>(), dialect in dialect()) {
        check(&text, dialect)?;
    }

    #[test]
    fn a_range_formats_the_items_it_touches(
        text in deck_text(),
        from in any::<prop::sample::Index>(),
        length in 0..40_usize,
        dialect in dialect(),
    ) {
        let deck = read(&text, dialect);
        let from = from.index(text.len() + 1);
        let upto = (from + length).min(text.len());
        let size = |at: usize| TextSize::try_from(at).unwrap();
        let edits = format_range(&deck, &text, TextRange::new(size(from), size(upto)));
        let formatted = apply(&text, &edits);
        prop_assert_eq!(said(&text, dialect), said(&formatted, dialect), "{:?} -> {:?}", text, formatted);
        let touched = |at: TextSize| deck.item_at(at).map(|index| deck.start(index));
        if let (Some(first), Some(start)) = (edits.first(), touched(size(from))) {
            prop_assert!(first.range.start() >= start);
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_proposed_can_be_applied(
        text in deck_text(),
        from in any::<prop::sample::Index>(),
        length in 0..20_usize,
        dialect in dialect(),
    ) {
        let deck = read(&text, dialect);
        let from = from.index(text.len() + 1);
        let size = |at: usize| TextSize::try_from(at).unwrap();
        let (at, upto) = (size(from), size((from + length).min(text.len())));
        for edit in [continue_list(&deck, &text, at), continue_list_below(&deck, &text, at)] {
            let edit = edit.into_iter().collect::<Vec<_>>();
            prop_assert!(edit.iter().all(|edit| text.get(edit.range.start().into()..).is_some()));
            apply(&text, &edit);
        }
        let proposed: [Option<Rewrite>; 3] = [
            split_card(&deck, &text, at),
            make_cloze(&deck, &text, TextRange::new(at, upto)),
            add_id(&deck, &text, at, "name"),
        ];
        for rewrite in proposed.into_iter().flatten() {
            let after = apply(&text, &rewrite.edits);
            prop_assert!(after.get(std::ops::Range::from(rewrite.select)).is_some(), "{:?}", after);
        }
    }
}

/// Every deck of the repository, and every example of its documents.
#[test]
fn every_deck_at_hand_keeps_its_cards() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let documents = [
        "format.md",
        "dialects/hashcards.md",
        "dialects/obsidian.md",
        "dialects/anki.md",
        "dialects/headings.md",
    ];
    let mut count = 0;
    for document in documents {
        let document = std::fs::read_to_string(root.join("docs").join(document)).unwrap();
        for example in examples::read(&document) {
            check(&decode(example.deck).text, example.dialect).unwrap();
            count += 1;
        }
    }
    for folder in ["decks", "decks/faults"] {
        for file in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                let text = decode(std::fs::read(&path).unwrap()).text;
                for dialect in Dialect::ALL {
                    check(&text, dialect).unwrap();
                }
                count += 1;
            }
        }
    }
    assert!(count > 150, "only {count}");
}

#[test]
fn monsters_are_formatted_in_no_time() {
    for text in [
        "- a\n  - b\n".repeat(50_000),
        "* a\n   1. b \n".repeat(50_000),
        "- ".repeat(100_000),
        format!("What?\n{}", "*  a\n\n\n".repeat(50_000)),
        (0..600).flat_map(|depth| ["  ".repeat(depth), "- a\n".to_owned()]).collect(),
        "\n".repeat(200_000),
        format!("What?\n{}", "<pre>\n".repeat(50_000)),
        "What? \n<!-- a --> \n".repeat(50_000),
        "a \r\n".repeat(100_000),
        "\u{feff}\n".repeat(50_000),
        "Q:  C:  x \n".repeat(50_000),
        "C:  {{a}} \n".repeat(50_000),
        "1. x\n1. y\n2. z\n2. z\n".repeat(30_000),
    ] {
        for dialect in Dialect::ALL {
            let started = std::time::Instant::now();
            let deck = read(&text, dialect);
            let formatted = apply(&text, &format(&deck, &text));
            assert_eq!(format(&read(&formatted, dialect), &formatted), []);
            assert!(started.elapsed().as_secs() < 20, "{dialect:?}: {:?}", &text[..20]);
        }
    }
}
