//! Decks written for Obsidian's Spaced Repetition plugin, as it is set up from the start.

use std::fmt::Write as _;

use super::mark::inline_separator;
use crate::convert::Output;
use crate::dialect::markdown::fence_at;
use crate::dialect::markdown::line::bullet;
use crate::dialect::markdown::span::OpaqueSpans;
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
                tags_of(part.line, note, out);
                out.lose_attributes(part.line, note, &[]);
                card(part.line, note, out);
            }
        }
    }
}

/// The tag that says to which deck a card belongs stands before it; others would be part of its
/// words.
fn tags_of(line: usize, note: &Note, out: &mut Output) {
    let is_deck = |tag: &&String| *tag == "flashcards" || tag.starts_with("flashcards/");
    let deck = note.tags.iter().find(is_deck);
    let others: Vec<String> = note.tags.iter().filter(|tag| Some(*tag) != deck).cloned().collect();
    out.lose_tags(line, &others);
    if let Some(deck) = deck {
        // Writing to a string cannot fail.
        let _ = write!(out.text, "#{deck} ");
    }
}

fn card(line: usize, note: &Note, out: &mut Output) {
    match &note.sides {
        Sides::Basic { front, back, both_ways } => {
            let extra = note.extra.iter().filter(|field| !field.is_empty());
            let all: Vec<&str> = std::iter::once(back).chain(extra).map(String::as_str).collect();
            if !note.extra.is_empty() {
                out.lose(
                    line,
                    "which fields stand beside question and answer: they are in the answer now",
                );
            }
            basic(line, (front, &all.join("\n\n"), *both_ways), out);
        }
        Sides::Cloze(pieces) => {
            out.lose_fields_of_cloze(line, note);
            let text = without_blank_lines(line, &cloze(pieces), out);
            out.line(&text);
        }
    }
}

/// On one line where both sides are and it is read so, else with a separator between them.
fn basic(line: usize, (front, back, both_ways): (&str, &str, bool), out: &mut Output) {
    let separator = if both_ways { ":::" } else { "::" };
    let first = escape(front);
    let one_line = format!("{first}{separator}{back}");
    let read = inline_separator(&one_line, &super::Settings::default());
    let is_read = read.is_some_and(|it| it.start == first.len() && it.both_ways == both_ways);
    if is_read && !one_line.contains('\n') && !back.starts_with(':') {
        return out.line(&one_line);
    }
    let separator = if both_ways { "??" } else { "?" };
    let front = without_blank_lines(line, &first, out);
    let back = without_blank_lines(line, &escape(back), out);
    out.line(&format!("{front}\n{separator}\n{back}"));
}

fn cloze(pieces: &[Piece]) -> String {
    let mut text = String::new();
    let used = pieces.iter().filter_map(|piece| match piece {
        Piece::Deletion { number, .. } => *number,
        Piece::Text(_) => None,
    });
    let mut free = used.max().unwrap_or(0) + 1;
    for piece in pieces {
        match piece {
            Piece::Text(shown) => text.push_str(shown),
            Piece::Deletion { number, text: hidden, hint } => {
                let mut number = *number;
                // Before a hint, `1945` would be read as the number of the deletion.
                if number.is_none() && hint.is_some() && is_like_number(hidden) {
                    number = Some(free);
                    free += 1;
                }
                let number = number.map_or(String::new(), |number| format!("{number};;"));
                let hint = hint.as_ref().map_or(String::new(), |hint| format!(";;{hint}"));
                // Writing to a string cannot fail.
                let _ = write!(text, "=={number}{hidden}{hint}==");
            }
        }
    }
    text
}

/// Whether the plugin takes the word for what says when a deletion is hidden.
fn is_like_number(word: &str) -> bool {
    let all = |of: fn(u8) -> bool| word.bytes().all(of);
    all(|b| b.is_ascii_digit()) || all(|b| matches!(b, b'a' | b's' | b'h'))
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

/// Puts a `\` into what the plugin would take for a separator, and before the bullet of a side of
/// one line, which would be no part of it: Markdown shows the same. In code and formulas no `\` can
/// stand, and the plugin looks for no separator.
fn escape(side: &str) -> String {
    let mut escaped = String::with_capacity(side.len() + 4);
    if !side.contains('\n') && bullet(side).is_some() {
        escaped.push('\\');
    }
    let mut in_fence = false;
    for line in lines(side) {
        let content = line.of(side);
        let ticks = fence_at(content.trim_start()).is_some();
        if in_fence || ticks {
            escaped.push_str(content);
        } else {
            escape_line(content, &mut escaped);
        }
        in_fence ^= ticks;
        escaped.push_str(&side[line.end..line.next]);
    }
    escaped
}

fn escape_line(content: &str, escaped: &mut String) {
    let spans = OpaqueSpans::of(content);
    let mut at = 0;
    while let Some(found) = content[at..].find("::") {
        let start = at + found;
        escaped.push_str(&content[at..=start]);
        if spans.around(start).is_none() {
            escaped.push('\\');
        }
        at = start + 1;
    }
    escaped.push_str(&content[at..]);
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
