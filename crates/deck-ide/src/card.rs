//! The card under the cursor, as a card: for hovers and for editors' floats.

use deck_lint::{FileId, SourceFile, Workspace};
use deck_syntax::outline::{Note, Piece, Sides};
use deck_syntax::{AttributeKey, TextSize};

use crate::Place;
use crate::spot::Spot;

/// A card as somebody learns it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardView {
    /// Where it is written, without the blank lines below it.
    pub place: Place,
    /// What it says, as Markdown in every dialect.
    pub note: Note,
}

/// The card at a byte offset of a file, if there is one.
pub fn card_at(workspace: &Workspace, file: FileId, offset: TextSize) -> Option<CardView> {
    let source = workspace.file(file);
    let spot = Spot::of(source, offset)?;
    let range = spot.cx.item.visible() + spot.cx.start;
    let note = note(source, spot.index)?;
    Some(CardView { place: Place { file, range }, note })
}

/// What the card in an item says.
pub(crate) fn note(file: &SourceFile, index: usize) -> Option<Note> {
    Note::of(&file.deck, &file.text, index)
}

impl CardView {
    /// The card as Markdown: the question in bold, a line, the answer; of a cloze text first what
    /// is asked, then what is right.
    pub fn markdown(&self) -> String {
        let (front, back) = match &self.note.sides {
            Sides::Basic { front, back, .. } => (bold_question(front), back.clone()),
            Sides::Cloze(pieces) => (with_gaps(pieces), with_answers(pieces)),
        };
        let front = if front.is_empty() { "*no question yet*" } else { &front };
        let back = if back.is_empty() { "*no answer yet*" } else { &back };
        let fields = self.note.extra.iter().map(String::as_str).filter(|field| !field.is_empty());
        let parts: Vec<&str> = [front, back].into_iter().chain(fields).collect();
        let text = parts.join("\n\n---\n\n");
        match self.about().join(" · ") {
            about if about.is_empty() => text,
            about => format!("{text}\n\n*{about}*"),
        }
    }

    /// What is said of the card besides its sides.
    fn about(&self) -> Vec<String> {
        let mut about = Vec::new();
        if matches!(self.note.sides, Sides::Basic { both_ways: true, .. }) {
            about.push("asked both ways".to_owned());
        }
        if !self.note.tags.is_empty() {
            about.push(format!("tags: {}", self.note.tags.join(", ")));
        }
        let shown = self.note.attributes.iter().filter(|(key, _)| *key != AttributeKey::Id);
        about.extend(shown.map(|(key, value)| format!("{}: {value}", key.name())));
        about.iter().map(|text| text.replace('*', "\\*")).collect()
    }
}

/// The question in bold, where that can be done: a table or a formula would break.
fn bold_question(front: &str) -> String {
    let (first, rest) = front.split_once('\n').unwrap_or((front, ""));
    let is_plain =
        !first.is_empty() && !first.contains("**") && !first.starts_with(['|', '`', '$']);
    let first = if is_plain { format!("**{first}**") } else { first.to_owned() };
    // Two spaces at a line's end keep the next line on a line of its own.
    let space = if rest.starts_with('\n') { "" } else { "  " };
    if rest.is_empty() { first } else { format!("{first}{space}\n{rest}") }
}

fn with_gaps(pieces: &[Piece]) -> String {
    joined(pieces, |_, hint| format!("**[{}]**", hint.unwrap_or("…")))
}

fn with_answers(pieces: &[Piece]) -> String {
    // In a formula or code, asterisks would be asterisks.
    let whole = joined(pieces, |text, _| text.to_owned());
    let marks = whole.contains(['$', '`']);
    joined(pieces, |text, _| {
        let plain = marks || text.contains(['*', '\n']);
        if plain { text.to_owned() } else { format!("**{text}**") }
    })
}

/// A cloze text, its deletions written by `write`, which is given what is hidden and the hint.
pub(crate) fn joined(pieces: &[Piece], write: impl Fn(&str, Option<&str>) -> String) -> String {
    let parts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Deletion { text, hint, .. } => write(text, hint.as_deref()),
    });
    parts.collect()
}
