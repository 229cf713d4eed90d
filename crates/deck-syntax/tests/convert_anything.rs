//! Whatever a deck holds: in every dialect each card says the same, or what it loses is named.

use std::sync::Arc;

use deck_syntax::outline::{Content, Note, Outline, Part, Piece, Sides};
use deck_syntax::{Dialect, convert, parse_as};
use proptest::prelude::*;

const TARGETS: [Dialect; 4] = [Dialect::Deck, Dialect::Hashcards, Dialect::Obsidian, Dialect::Anki];

/// What some dialect takes for a mark, and words between.
const PIECES: &[&str] = &[
    "word",
    "Why?",
    "::",
    ":::",
    " :: ",
    "`a::b`",
    "$x::y$",
    "\n",
    "\n\n",
    "- item",
    "\n- item",
    "1. one",
    "\n?\n",
    "Q: x",
    "\nA: y",
    "T: z",
    "[x]",
    "{{y}}",
    "==z==",
    "\\",
    "#tag",
    "# head",
    "---",
    "\n---\n",
    "\t",
    "\"",
    "|",
    "<b>",
    "&amp;",
    "```\nx::y\n```",
    "@id a",
    "^name",
    ":",
    " ",
    "<!-- c -->",
    "1945",
    ";;",
    "é",
];

fn side() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..5)
        .prop_map(|pieces| pieces.concat().trim().to_owned())
        .prop_filter("a side has words", |side| side.chars().any(char::is_alphanumeric))
}

fn words() -> impl Strategy<Value = String> {
    prop::sample::select(&["one", "two words", "1945", "ash", "a[0]", "x::y", "`c`"][..])
        .prop_map(str::to_owned)
}

fn cloze() -> impl Strategy<Value = Sides> {
    let deletion = (prop::option::of(1..4_u32), words(), prop::option::of(words()));
    prop::collection::vec((words(), deletion), 1..3).prop_map(|pieces| {
        let pieces = pieces.into_iter().flat_map(|(shown, (number, text, hint))| {
            [Piece::Text(format!("{shown} ")), Piece::Deletion { number, text, hint }]
        });
        Sides::Cloze(pieces.collect())
    })
}

fn note() -> impl Strategy<Value = Note> {
    let basic = (side(), side(), any::<bool>()).prop_map(|(front, back, both_ways)| Sides::Basic {
        front,
        back,
        both_ways,
    });
    let tags = prop::collection::vec(Just("geo".to_owned()), 0..2);
    let extra = prop::collection::vec(words(), 0..2);
    (prop_oneof![3 => basic, 1 => cloze()], tags, extra).prop_map(|(sides, tags, extra)| Note {
        sides,
        tags,
        attributes: Vec::new(),
        extra,
    })
}

/// The words that are shown, whatever hides them.
fn shown(sides: &Sides) -> String {
    let text = match sides {
        Sides::Basic { front, back, both_ways } => format!("{front} \u{1} {back} {both_ways}"),
        Sides::Cloze(pieces) => pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Deletion { text, .. } => format!("\u{1}{text}\u{1}"),
            })
            .collect(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_card_is_kept_or_named(notes in prop::collection::vec(note(), 1..5)) {
        let part = |(index, note)| Part { line: index + 1, content: Content::Note(note) };
        let parts = notes.into_iter().enumerate().map(part).collect();
        let original = Outline { parts, ..Outline::default() };
        for target in TARGETS {
            let written = convert(&original, target);
            let deck = parse_as(&written.text, target, &Arc::default());
            let read = Outline::of(&deck, &written.text);
            let read: Vec<String> = read.notes().map(|(_, note)| shown(&note.sides)).collect();
            for loss in &written.losses {
                prop_assert!(!loss.what.contains("something"), "{}", loss.what);
            }
            for (line, note) in original.notes() {
                let mut losses = written.losses.iter().filter(|loss| loss.line == line);
                let named = losses.clone().next().is_some();
                // What is said of tags and of single fields says nothing of the sides.
                let is_beside = |what: &str| what.starts_with("the tags") || what.starts_with("the field");
                let sides_named = losses.any(|loss| !is_beside(&loss.what));
                prop_assert!(
                    sides_named || read.contains(&shown(&note.sides)),
                    "{target:?} loses {note:?} silently:\n{}", written.text
                );
                let kept = note.tags.is_empty() || matches!(target, Dialect::Deck | Dialect::Anki);
                prop_assert!(named || kept, "{target:?} loses tags of {note:?}");
            }
        }
    }
}
