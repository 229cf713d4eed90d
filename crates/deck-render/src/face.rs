//! One card as HTML.

use deck_syntax::outline::{Note, Piece, Sides};
use deck_syntax::{AttributeKey, Card, CardForm, Deck, Dialect};
use serde::Serialize;

use crate::html::{Cx, field, gaps, markdown, plain_field, words};

/// A deck with what is needed to show its cards.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What the parser saw.
    pub deck: &'a Deck,
    /// The text it saw it in.
    pub text: &'a str,
    /// Whether the cards' sides are HTML, as Anki's are.
    pub html: bool,
    /// The folder the deck lies in, relative to the root of its workspace, parted by `/`; empty for
    /// the root itself. Pictures are looked up from there.
    pub folder: &'a str,
}

/// A card as HTML. Its `<img>` and `<audio>` elements name files relative to the workspace's root, percent-encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// What sort of card it is.
    pub kind: Kind,
    /// What is asked.
    pub front: String,
    /// What is right; of a cloze card its text with nothing hidden.
    pub back: String,
    /// The card's tags, those of its deck not included.
    pub tags: Vec<String>,
    /// Whether it is asked in both directions.
    pub reversible: bool,
    /// Whether it has code that would be coloured, and is not.
    pub is_plain: bool,
}

/// What sort of card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A question and its answer.
    Question,
    /// A text with gaps.
    Cloze,
    /// A term and its definition, or two words for one thing.
    Term,
}

impl Face {
    /// The card that is item `index` of a deck; `None` if that item is no card. `colours`: whether
    /// code is highlighted, which takes a hundred times longer than all else.
    pub fn of(source: Source<'_>, index: usize, colours: bool) -> Option<Self> {
        let note = Note::of(source.deck, source.text, index)?;
        let item = source.deck.items().get(index)?;
        let card = item.card()?;
        let mut cx = Cx::new(source, colours);
        let (front, back) = match source.deck.dialect() {
            Dialect::Anki => anki(&mut cx, card, index, &note),
            Dialect::Hashcards if card.form != CardForm::Cloze => as_written(&mut cx, card, index),
            _ => sides(&mut cx, &note.sides),
        };
        let mut face = Self {
            kind: kind(card),
            front,
            back,
            reversible: card.both_ways(),
            is_plain: cx.is_plain,
            tags: note.tags,
        };
        face.add_fields(&note.extra, &mut cx, source);
        face.add_attributes(&note.attributes);
        Some(face)
    }

    fn add_fields(&mut self, fields: &[String], cx: &mut Cx<'_>, source: Source<'_>) {
        for text in fields.iter().filter(|text| !text.trim().is_empty()) {
            let shown = match source.deck.dialect() {
                Dialect::Anki if !source.html => plain_field(text, cx),
                _ => markdown(&gaps::unmarked(text), cx),
            };
            self.back += "<hr>";
            self.back += &shown;
        }
    }

    fn add_attributes(&mut self, attributes: &[(AttributeKey, String)]) {
        for (key, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            let value = words(value);
            match key {
                AttributeKey::Hint => self.front += &about("Hint", &value),
                AttributeKey::Source => self.back += &about("Source", &value),
                _ => {}
            }
        }
    }
}

fn about(name: &str, value: &str) -> String {
    format!("<p class=\"about\">{name}: {value}</p>\n")
}

fn kind(card: &Card) -> Kind {
    match card.form {
        CardForm::Cloze => Kind::Cloze,
        CardForm::Term | CardForm::OneLine { .. } => Kind::Term,
        _ => Kind::Question,
    }
}

/// Both sides of a card whose text is Markdown.
fn sides(cx: &mut Cx<'_>, sides: &Sides) -> (String, String) {
    match sides {
        Sides::Basic { front, back, .. } => {
            let asked = Cx { is_front: true, ..cx.clone() };
            let front = markdown(&gaps::unmarked(front), &mut { asked });
            (front, markdown(&gaps::unmarked(back), cx))
        }
        Sides::Cloze(pieces) => {
            let asked = Cx { is_front: true, ..cx.clone() };
            let front = markdown(&joined(pieces, true), &mut { asked });
            (front, markdown(&joined(pieces, false), cx))
        }
    }
}

/// Both sides of a card, with the white space at the ends of their lines: two blanks there are a
/// line break where other breaks are none.
fn as_written(cx: &mut Cx<'_>, card: &Card, index: usize) -> (String, String) {
    let mut side = |range, is_front| {
        cx.is_front = is_front;
        markdown(&gaps::unmarked(&cx.side(index, range)), cx)
    };
    (side(card.front, true), card.back.map(|back| side(back, false)).unwrap_or_default())
}

/// A text with its gaps marked. On the front a gap holds what is shown in its place.
fn joined(pieces: &[Piece], is_front: bool) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(shown) => text += &gaps::unmarked(shown),
            Piece::Deletion { text: hidden, hint, .. } => {
                let hint = hint.as_deref().filter(|hint| !hint.is_empty()).unwrap_or("…");
                gaps::open(&mut text);
                text += &gaps::unmarked(if is_front { hint } else { hidden });
                gaps::close(&mut text);
            }
        }
    }
    text
}

/// Both sides of a row of Anki text, whose fields are HTML or plain text but never Markdown.
fn anki(cx: &mut Cx<'_>, card: &Card, index: usize, note: &Note) -> (String, String) {
    if let Sides::Cloze(pieces) = &note.sides {
        let mut side = |is_front| {
            cx.is_front = is_front;
            if cx.source.html {
                field(&cx.with_gaps(card, index), cx)
            } else {
                gaps::mark(&plain_field(&joined(pieces, is_front), cx))
            }
        };
        return (side(true), side(false));
    }
    let mut side = |range| match range {
        Some(range) if cx.source.html => field(&gaps::unmarked(&cx.side(index, range)), cx),
        Some(range) => plain_field(&cx.side(index, range), cx),
        None => String::new(),
    };
    (side(Some(card.front)), side(card.back))
}
