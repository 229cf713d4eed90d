//! Decks written as text that Anki imports.

use std::fmt::Write as _;

use crate::convert::Output;
use crate::deck::AttributeKey;
use crate::outline::{Content, Note, Outline, Piece, Sides};

/// Writes a whole deck: one note a row, parted by tabs. Cards that are not all of one kind say
/// theirs in a column.
pub(crate) fn write(outline: &Outline, out: &mut Output) {
    let columns = Columns::of(outline);
    out.line("#separator:tab\n#html:false");
    if let Some(title) = &outline.title {
        out.line(&format!("#deck:{title}"));
    }
    if !outline.tags.is_empty() {
        out.line(&format!("#tags:{}", outline.tags.join(" ")));
    }
    columns.write_header(out);
    for part in &outline.parts {
        match &part.content {
            Content::Section { text, .. } => out.lose(part.line, format!("the heading “{text}”")),
            Content::Prose(text) => out.lose_prose(part.line, text),
            Content::Note(note) => {
                out.lose_attributes(part.line, note, &[AttributeKey::Id]);
                columns.write_row(note, out);
            }
        }
    }
}

/// Which columns there are beside the fields.
struct Columns {
    notetype: bool,
    fields: usize,
    tags: bool,
    guid: bool,
}

impl Columns {
    fn of(outline: &Outline) -> Self {
        let notes = || outline.notes().map(|(_, note)| note);
        let is_basic = |note: &Note| matches!(note.sides, Sides::Basic { both_ways: false, .. });
        let has_id = |note: &Note| note.attributes.iter().any(|(key, _)| *key == AttributeKey::Id);
        Self {
            notetype: !notes().all(is_basic),
            fields: notes().map(fields_of).max().unwrap_or(0).max(2),
            tags: notes().any(|note| !note.tags.is_empty()),
            guid: notes().any(has_id),
        }
    }

    fn write_header(&self, out: &mut Output) {
        let first = usize::from(self.notetype) + usize::from(self.guid);
        if self.notetype {
            out.line("#notetype column:1");
        }
        if self.guid {
            out.line(&format!("#guid column:{first}"));
        }
        if self.tags {
            out.line(&format!("#tags column:{}", first + self.fields + 1));
        }
    }

    fn write_row(&self, note: &Note, out: &mut Output) {
        let mut row = Vec::new();
        let (kind, front, back) = match &note.sides {
            Sides::Basic { front, back, both_ways: false } => {
                ("Basic", front.clone(), back.clone())
            }
            Sides::Basic { front, back, .. } => {
                ("Basic (and reversed card)", front.clone(), back.clone())
            }
            Sides::Cloze(pieces) => ("Cloze", cloze(pieces), String::new()),
        };
        let is_cloze = matches!(note.sides, Sides::Cloze(_));
        if self.notetype {
            row.push(kind.to_owned());
        }
        if self.guid {
            let id = note.attributes.iter().find(|(key, _)| *key == AttributeKey::Id);
            row.push(id.map_or(String::new(), |(_, id)| id.clone()));
        }
        // A cloze has no answer: what stands beside its text is the second field.
        let own = if is_cloze { vec![front] } else { vec![front, back] };
        let fields = own.into_iter().chain(note.extra.iter().cloned());
        row.extend(fields.chain(std::iter::repeat(String::new())).take(self.fields));
        if self.tags {
            row.push(note.tags.join(" "));
        }
        let row: Vec<String> = row.iter().map(|field| quote(field)).collect();
        out.line(&row.join("\t"));
    }
}

/// How many fields a note has.
fn fields_of(note: &Note) -> usize {
    let own = if matches!(note.sides, Sides::Cloze(_)) { 1 } else { 2 };
    own + note.extra.len()
}

fn cloze(pieces: &[Piece]) -> String {
    let mut next = 0;
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(shown) => text.push_str(shown),
            Piece::Deletion { number, text: hidden, hint } => {
                // Anki needs a number; deletions without one are cards of their own.
                next = number.unwrap_or(next + 1);
                let hint = hint.as_ref().map_or(String::new(), |hint| format!("::{hint}"));
                // Writing to a string cannot fail.
                let _ = write!(text, "{{{{c{next}::{hidden}{hint}}}}}");
            }
        }
    }
    text
}

/// A field in quotes, if it needs them.
fn quote(field: &str) -> String {
    if field.contains(['\t', '\n', '\r', '"']) || field.starts_with('#') {
        return format!("\"{}\"", field.replace('"', "\"\""));
    }
    field.to_owned()
}
