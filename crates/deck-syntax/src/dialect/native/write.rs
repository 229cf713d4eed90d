//! Decks written: the inverse of the parser.

use std::fmt::Write as _;

use super::is_question;
use super::label::{is_choice, label};
use crate::convert::Output;
use crate::deck::AttributeKey;
use crate::dialect::markdown::line::{heading, is_blank, is_separator};
use crate::dialect::markdown::span::OpaqueSpans;
use crate::outline::{Content, Note, Outline, Piece, Sides};
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

/// Writes a whole deck: with question lines where every question can stand as one, else with
/// labels, since a `Q:` takes the question lines below it for its answer.
pub(crate) fn write(outline: &Outline, out: &mut Output) {
    if !outline.tags.is_empty() {
        let tags: Vec<String> = outline.tags.iter().map(|tag| format!("{tag:?}")).collect();
        out.line(&format!("---\ntags: [{}]\n---", tags.join(", ")));
    }
    if let Some(title) = &outline.title {
        out.part();
        out.line(&format!("# {title}"));
    }
    let plain = outline.notes().all(|(_, note)| is_plain(note));
    let mut card_above = false;
    for part in &outline.parts {
        out.part();
        match &part.content {
            Content::Section { level, text } => {
                let hashes = "#".repeat(usize::from((*level).max(2)));
                out.line(&format!("{hashes} {text}"));
                card_above = false;
            }
            Content::Prose(text) => {
                if card_above {
                    out.line("---\n");
                    card_above = false;
                }
                out.line(&escape_all(text));
            }
            Content::Note(note) => {
                card(note, plain, out);
                card_above = true;
                if matches!(note.sides, Sides::Cloze(_)) {
                    out.lose_fields_of_cloze(part.line, note);
                } else if !note.extra.is_empty() {
                    out.lose(
                        part.line,
                        "which fields stand beside question and answer: they are in the answer now",
                    );
                }
            }
        }
    }
}

/// Whether a card can be written as a question line with its answer below.
fn is_plain(note: &Note) -> bool {
    let Sides::Basic { front, back, .. } = &note.sides else { return true };
    let text = format!("{front}\n{back}\n");
    let deck = crate::parse(&text);
    let mut cards = deck.cards();
    let one = cards.next().filter(|_| deck.items().len() == 1 && note.extra.is_empty());
    !front.contains('\n')
        && is_question(front)
        && one.is_some_and(|one| {
            text[one.card.front] == **front && one.card.back.is_some_and(|it| text[it] == **back)
        })
}

fn card(note: &Note, plain: bool, out: &mut Output) {
    match &note.sides {
        Sides::Basic { front, back, .. } if plain => out.line(&format!("{front}\n{back}")),
        Sides::Basic { front, back, .. } => {
            let extra = note.extra.iter().filter(|field| !field.is_empty());
            let back = std::iter::once(back).chain(extra).cloned().collect::<Vec<_>>().join("\n\n");
            out.text.push_str(&write_card(&NewCard { front, back: &back }));
        }
        Sides::Cloze(pieces) => out.line(&format!("C: {}", escape_all(&cloze(pieces)))),
    }
    if matches!(note.sides, Sides::Basic { both_ways: true, .. }) {
        out.line("@reverse");
    }
    if !note.tags.is_empty() {
        out.line(&format!("@tags {}", note.tags.join(" ")));
    }
    for (key, value) in &note.attributes {
        out.line(&format!("@{} {value}", key.name()));
    }
}

fn cloze(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(shown) => text.push_str(&hidden_marks(shown)),
            Piece::Deletion { number, text: hidden, hint } => {
                let number = number.map_or(String::new(), |number| format!("c{number}::"));
                let hint = hint.as_ref().map_or(String::new(), |hint| format!("::{hint}"));
                let hidden = hidden.replace("::", "\\::");
                // Writing to a string cannot fail.
                let _ = write!(text, "{{{{{number}{hidden}{hint}}}}}");
            }
        }
    }
    text
}

/// Puts a `\` before what would open a deletion; in code nothing does.
fn hidden_marks(shown: &str) -> String {
    let mut text = String::with_capacity(shown.len());
    for line in lines(shown) {
        let content = line.of(shown);
        let spans = OpaqueSpans::of(content);
        let mut at = 0;
        while let Some(found) = content[at..].find("{{") {
            let start = at + found;
            text.push_str(&content[at..start]);
            text.push_str(if spans.around(start).is_none() { "\\{{" } else { "{{" });
            at = start + 2;
        }
        text.push_str(&content[at..]);
        text.push_str(&shown[line.end..line.next]);
    }
    text
}

/// Puts a `\` before what would be read as a mark at the start of a line, inside a card with
/// labels, and before `<!--`.
pub fn escape(text: &str) -> String {
    escape_lines(text, |_| false)
}

/// Escapes also what would open a card outside one with labels: question marks, `::`.
fn escape_all(text: &str) -> String {
    escape_lines(text, |line| is_question(line) || super::separator(line).is_some())
}

fn escape_lines(text: &str, opens: impl Fn(&str) -> bool) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for line in lines(text) {
        let content = line.of(text);
        if is_mark(content.trim_start_matches('\\')) {
            escaped.push('\\');
        }
        let content = content.replace("<!--", "\\<!--");
        if opens(&content) {
            escaped.push_str(&content.replace('?', "\\?").replace(" ::", " \\::"));
        } else {
            escaped.push_str(&content);
        }
        escaped.push_str(&text[line.end..line.next]);
    }
    escaped
}

/// A side without the `\` before its marks: the inverse of [`escape`] and what else a deck escapes.
pub(crate) fn unescape(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    for line in lines(text) {
        let content = line.of(text);
        let marked = content.starts_with('\\') && is_mark(content.trim_start_matches('\\'));
        let content = if marked { &content[1..] } else { content };
        if content.contains('`') {
            plain.push_str(&content.replace("\\<!--", "<!--"));
        } else {
            let escapes = [("\\<!--", "<!--"), ("\\?", "?"), ("\\::", "::"), ("\\{{", "{{")];
            let of = |content: String, (from, to): (&str, &str)| content.replace(from, to);
            plain.push_str(&escapes.into_iter().fold(content.to_owned(), of));
        }
        plain.push_str(&text[line.end..line.next]);
    }
    plain
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
