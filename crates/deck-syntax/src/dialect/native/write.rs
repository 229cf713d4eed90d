//! Decks written: the inverse of the parser.

use std::fmt::Write as _;

use super::label::{is_choice, label};
use crate::deck::AttributeKey;
use crate::dialect::markdown::line::{heading, is_blank, is_separator};
use crate::text::lines;

/// A card to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewCard<'t> {
    /// The question.
    pub front: &'t str,
    /// The answer.
    pub back: &'t str,
}

/// Writes a card with labels, so that it is read as this card wherever it stands: marks inside its
/// sides are escaped. Ends with a line ending.
pub fn write_card(card: &NewCard<'_>) -> String {
    let mut text = String::new();
    for (name, side) in [("Q:", card.front), ("A:", card.back)] {
        let side = escape(side.trim());
        let space = if side.is_empty() { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name}{space}{side}");
    }
    text
}

/// Puts a `\` before what would be read as a mark at the start of a line, inside a card with
/// labels, and before `<!--`.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for line in lines(text) {
        let content = line.of(text);
        if is_mark(content.trim_start_matches('\\')) {
            escaped.push('\\');
        }
        escaped.push_str(&content.replace("<!--", "\\<!--"));
        escaped.push_str(&text[line.end..line.next]);
    }
    escaped
}

fn is_mark(content: &str) -> bool {
    !is_blank(content)
        && (label(content).is_some()
            || content
                .bytes()
                .next()
                .is_some_and(|letter| letter.is_ascii_uppercase() && is_choice(content, letter))
            || heading(content).is_some()
            || is_separator(content)
            || content
                .strip_prefix('@')
                .and_then(|rest| rest.split([' ', '\t']).next())
                .is_some_and(|key| AttributeKey::from_name(key).is_some()))
}
