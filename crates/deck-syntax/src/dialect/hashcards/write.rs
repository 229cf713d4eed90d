//! Decks written for hashcards.

use crate::convert::{Output, first_words};
use crate::outline::{Content, Note, Outline, Piece, Sides};
use crate::text::lines;

/// Writes a whole deck. hashcards refuses text outside cards, so headings and prose are lost.
pub(crate) fn write(outline: &Outline, out: &mut Output) {
    if let Some(title) = &outline.title {
        out.line(&format!("---\nname = {}\n---", toml_string(title)));
    }
    out.lose_tags(1, &outline.tags);
    let mut below_term = false;
    for part in &outline.parts {
        match &part.content {
            Content::Section { text, .. } => out.lose(part.line, format!("the heading “{text}”")),
            Content::Prose(text) => out.lose_prose(part.line, text),
            Content::Note(note) => {
                out.part();
                // The program reads no question directly below a definition.
                if below_term && matches!(note.sides, Sides::Basic { both_ways: false, .. }) {
                    out.line("---\n");
                }
                below_term = matches!(note.sides, Sides::Basic { both_ways: true, .. });
                card(note, out);
                out.lose_tags(part.line, &note.tags);
                out.lose_attributes(part.line, note, &[]);
                for field in note.extra.iter().filter(|field| !field.is_empty()) {
                    let what = format!("the field “{}”, beside the sides", first_words(field));
                    out.lose(part.line, what);
                }
                lose_of_cloze(part.line, note, out);
            }
        }
    }
}

fn card(note: &Note, out: &mut Output) {
    match &note.sides {
        Sides::Basic { front, back, both_ways } => {
            let (question, answer) = if *both_ways { ("T:", "D:") } else { ("Q:", "A:") };
            for (label, side) in [(question, front), (answer, back)] {
                out.line(format!("{label} {}", shielded(side)).trim_end());
            }
        }
        Sides::Cloze(pieces) => {
            let mut text = String::new();
            for piece in pieces {
                match piece {
                    Piece::Text(shown) => text.push_str(&escape(shown)),
                    Piece::Deletion { text: hidden, .. } => {
                        text.push('[');
                        text.push_str(&escape(hidden));
                        text.push(']');
                    }
                }
            }
            out.line(format!("C: {}", shielded(&text)).trim_end());
        }
    }
}

fn lose_of_cloze(line: usize, note: &Note, out: &mut Output) {
    let Sides::Cloze(pieces) = &note.sides else { return };
    let mut numbers = std::collections::HashSet::new();
    for piece in pieces {
        let Piece::Deletion { number, hint, .. } = piece else { continue };
        if let Some(hint) = hint {
            out.lose(line, format!("the hint “{hint}”"));
        }
        if number.is_some_and(|number| !numbers.insert(number)) {
            out.lose(line, "that some of its deletions are hidden together");
        }
    }
}

/// Puts a space before a line, other than the first, that hashcards would take for a mark; a
/// separator becomes another rule, since a space does not hide it.
fn shielded(side: &str) -> String {
    let mut text = String::with_capacity(side.len() + 8);
    for (index, line) in lines(side).enumerate() {
        let content = line.of(side);
        if index > 0 && ["Q:", "A:", "T:", "D:", "C:"].iter().any(|mark| content.starts_with(mark))
        {
            text.push(' ');
        }
        text.push_str(if content.trim() == "---" { "***" } else { content });
        text.push_str(&side[line.end..line.next]);
    }
    text
}

/// Puts a `\` before brackets.
fn escape(text: &str) -> String {
    text.replace('[', "\\[").replace(']', "\\]")
}

/// A piece of a cloze text without the `\` before its brackets.
pub(crate) fn unescape(text: &str) -> String {
    text.replace("\\[", "[").replace("\\]", "]")
}

fn toml_string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
