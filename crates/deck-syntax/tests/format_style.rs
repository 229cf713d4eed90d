//! Runs the examples of `docs/format-style.md`: a deck, and what formatting makes of it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/examples.rs"]
#[allow(dead_code, reason = "the specifications use the rest")]
mod examples;

use std::path::Path;
use std::sync::Arc;

use deck_syntax::format::{apply, format};
use deck_syntax::{decode, parse_as};

#[test]
fn decks_are_formatted_as_the_document_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/format-style.md");
    let document = std::fs::read_to_string(path).unwrap();
    let examples = examples::read_pairs(&document, "formatted");
    assert!(examples.len() >= 15, "only {} examples", examples.len());
    for example in examples {
        let text = decode(example.deck).text;
        let deck = parse_as(&text, example.dialect, &Arc::default());
        let formatted = apply(&text, &format(&deck, &text));
        let wanted = String::from_utf8(example.second).unwrap();
        assert_eq!(formatted, wanted, "line {}", example.line);
        let again = parse_as(&formatted, example.dialect, &Arc::default());
        assert_eq!(format(&again, &formatted), [], "line {}", example.line);
    }
}
