//! Decks written for Obsidian's Spaced Repetition plugin, as it is set up from the start.

use std::fmt::Write as _;

use crate::convert::Output;
use crate::dialect::markdown::line::{bullet, number};
use crate::outline::{Content, Note, Outline, Piece, Sides};
use crate::text::lines;

/// Writes a whole deck: a note with the tag `#flashcards` and the deck's name below it.
pub(crate) fn write(outline: &Outline, out: &mut Output) {
    let name = outline.title.as_deref().map_or(String::new(), |title| format!("/{}", tag(title)));
    let mut tags = vec![format!("#flashcards{name}")];
    tags.extend(outline.tags.iter().map(|it| format!("#{}", tag(it))));
    out.line(&tags.join(" "));
    if let Some(title) = &outline.title {
        out.part();
        out.line(&format!("# {title}"));
    }
    for part in &outline.parts {
        out.part();
        match &part.content {
            Content::Section { level, text } => {
                out.line(&format!("{} {text}", "#".repeat(usize::from(*level))));
            }
            Content::Prose(text) => out.line(text),
            Content::Note(note) => {
                out.lose_tags(part.line, &note.tags);
                out.lose_attributes(part.line, note, &[]);
                card(part.line, note, out);
            }
        }
    }
}

fn card(line: usize, note: &Note, out: &mut Output) {
    match &note.sides {
        Sides::Basic { front, back, both_ways } => {
            let extra = note.extra.iter().filter(|field| !field.is_empty());
            let all: Vec<&str> = std::iter::once(back).chain(extra).map(String::as_str).collect();
            let (front, back) = (escape(front), escape(&all.join("\n\n")));
            if !note.extra.is_empty() {
                out.lose(
                    line,
                    "which fields stand beside question and answer: they are in the answer now",
                );
            }
            let inline = ![&front, &back].iter().any(|side| side.contains(['\n']))
                && !front.contains("::")
                && !back.starts_with(':')
                && !front.ends_with(':');
            if inline {
                let separator = if *both_ways { ":::" } else { "::" };
                out.line(&format!("{front}{separator}{back}"));
                return;
            }
            let separator = if *both_ways { "??" } else { "?" };
            let front = without_blank_lines(line, &front, out);
            let back = without_blank_lines(line, &back, out);
            out.line(&format!("{front}\n{separator}\n{back}"));
        }
        Sides::Cloze(pieces) => {
            let text = without_blank_lines(line, &cloze(pieces), out);
            out.line(&text);
        }
    }
}

fn cloze(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(shown) => text.push_str(shown),
            Piece::Deletion { number, text: hidden, hint } => {
                let number = number.map_or(String::new(), |number| format!("{number};;"));
                let hint = hint.as_ref().map_or(String::new(), |hint| format!(";;{hint}"));
                // Writing to a string cannot fail.
                let _ = write!(text, "=={number}{hidden}{hint}==");
            }
        }
    }
    text
}

/// A blank line would end the card: `<br>` says the same, and is read otherwise.
fn without_blank_lines(line: usize, side: &str, out: &mut Output) -> String {
    let blank = |line: &&str| line.trim().is_empty();
    let mut fence = false;
    let mut changed = false;
    let lines: Vec<&str> = side
        .lines()
        .map(|line| {
            fence ^= line.trim_start().starts_with("```");
            if !fence && blank(&line) {
                changed = true;
                return "<br>";
            }
            line
        })
        .collect();
    if changed {
        out.lose(line, "blank lines: they are `<br>` now, since a blank line ends a card");
    }
    lines.join("\n")
}

/// Puts a `\` into what the plugin would take for a separator, and before what would be a bullet:
/// Markdown shows the same. In code no `\` can stand, and the plugin looks for no separator.
fn escape(side: &str) -> String {
    let mut escaped = String::with_capacity(side.len() + 4);
    for line in lines(side) {
        let content = line.of(side);
        let is_bullet = line.start == 0 && (bullet(content).is_some() || number(content).is_some());
        if is_bullet && !content.starts_with(|c: char| c.is_ascii_digit()) {
            escaped.push('\\');
        }
        if content.contains('`') {
            escaped.push_str(content);
        } else {
            escaped.push_str(&content.replace("::", ":\\:"));
        }
        escaped.push_str(&side[line.end..line.next]);
    }
    escaped
}

/// A side without the `\` that [`escape`] puts into it.
pub(crate) fn unescape(side: &str) -> String {
    if !side.contains('\\') {
        return side.to_owned();
    }
    let rest = side.strip_prefix('\\').filter(|rest| bullet(rest).is_some());
    rest.unwrap_or(side).replace(":\\:", "::")
}

/// A name as a tag: no spaces, `::` parts levels.
fn tag(name: &str) -> String {
    let name = name.trim().trim_start_matches('#').replace("::", "/");
    name.chars().map(|c| if c.is_whitespace() || c == '#' { '-' } else { c }).collect()
}
