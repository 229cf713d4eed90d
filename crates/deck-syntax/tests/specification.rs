//! Runs the examples of `docs/format.md` and of the documents in `docs/dialects`. `DECKLINT_UPDATE=1` rewrites their trees; read the
//! difference before you commit it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/examples.rs"]
mod examples;

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use deck_syntax::{Dialect, decode, parse_as, tree};

#[test]
fn the_native_parser_does_what_the_specification_says() {
    let count = check("docs/format.md");
    assert!(count >= 60, "only {count} examples");
}

#[test]
fn hashcards_decks_are_read_as_their_specification_says() {
    check_dialect(Dialect::Hashcards);
}

#[test]
fn obsidian_notes_are_read_as_their_specification_says() {
    check_dialect(Dialect::Obsidian);
}

#[test]
fn anki_text_is_read_as_its_specification_says() {
    check_dialect(Dialect::Anki);
}

#[test]
fn decks_of_headings_are_read_as_their_specification_says() {
    check_dialect(Dialect::Headings);
}

fn check_dialect(dialect: Dialect) {
    let document = format!("docs/dialects/{}.md", dialect.name());
    let count = check(&document);
    assert!(count >= 10, "only {count} examples in {document}");
}

/// Runs the examples of a document; how many there are.
fn check(name: &str) -> usize {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    let document = std::fs::read_to_string(&path).unwrap();
    let examples = examples::read(&document);
    if std::env::var_os("DECKLINT_UPDATE").is_some() {
        std::fs::write(&path, updated(&document, &examples)).unwrap();
        return examples.len();
    }
    let mut report = String::new();
    let mut wrong = 0;
    for example in &examples {
        let found = printed(example);
        if found != example.tree {
            wrong += 1;
            let _ = writeln!(report, "\n{name}:{}", example.line);
            report += &difference(&example.tree, &found);
        }
    }
    assert!(
        wrong == 0,
        "{wrong} of {} examples are read otherwise than the document says \
         (DECKLINT_UPDATE=1 rewrites it):\n{report}",
        examples.len()
    );
    examples.len()
}

fn printed(example: &examples::Example) -> String {
    let text = decode(example.deck.clone()).text;
    tree::print(&parse_as(&text, example.dialect, &Arc::default()), &text)
}

fn updated(document: &str, examples: &[examples::Example]) -> String {
    let lines: Vec<&str> = document.split_inclusive('\n').collect();
    let mut updated = String::new();
    let mut at = 0;
    for example in examples {
        updated += &lines[at..example.tree_lines.start].concat();
        updated += &printed(example);
        at = example.tree_lines.end;
    }
    updated + &lines[at..].concat()
}

/// The lines that differ between what both have at their start and at their end.
fn difference(said: &str, found: &str) -> String {
    let (said, found): (Vec<&str>, Vec<&str>) = (said.lines().collect(), found.lines().collect());
    let same = said.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let (said, found) = (&said[same..], &found[same..]);
    let tail = said.iter().rev().zip(found.iter().rev()).take_while(|(a, b)| a == b).count();
    let mut out = String::new();
    for line in &said[..said.len() - tail] {
        let _ = writeln!(out, "  - {line}");
    }
    for line in &found[..found.len() - tail] {
        let _ = writeln!(out, "  + {line}");
    }
    out
}
