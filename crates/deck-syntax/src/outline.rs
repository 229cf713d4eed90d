//! What a deck says, apart from how it is written: for writing it in another dialect.

mod lost;
mod reader;

use crate::Loss;
use crate::deck::{AttributeKey, Deck};

/// A deck's content. Texts are Markdown, with `\n` at the end of each line but the last, and
/// without what their dialect needs to tell them from its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The deck's name.
    pub title: Option<String>,
    /// Tags of all cards.
    pub tags: Vec<String>,
    /// What stands below each other.
    pub parts: Vec<Part>,
    /// What the deck says and an outline cannot.
    pub lost: Vec<Loss>,
}

/// A part of an [`Outline`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The line on which it starts, counted from 1.
    pub line: usize,
    /// What it is.
    pub content: Content,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A heading that groups the cards below it.
    Section {
        /// How deep it is, 1 to 6.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A card.
    Note(Note),
    /// Text that belongs to no card.
    Prose(String),
}

/// A card's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What is asked and answered.
    pub sides: Sides,
    /// Its tags, those of the deck not included.
    pub tags: Vec<String>,
    /// Its attributes, tags and `@reverse` not included.
    pub attributes: Vec<(AttributeKey, String)>,
    /// Further fields.
    pub extra: Vec<String>,
}

/// What a card asks and answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sides {
    /// A question and its answer; either may be empty.
    Basic {
        /// The question.
        front: String,
        /// The answer.
        back: String,
        /// Whether it is asked in both directions.
        both_ways: bool,
    },
    /// A text with parts that are hidden.
    Cloze(Vec<Piece>),
}

/// A piece of a cloze text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// What is always shown.
    Text(String),
    /// What is hidden. One inside another is flattened.
    Deletion {
        /// Its number; those with the same one are hidden together.
        number: Option<u32>,
        /// What is hidden.
        text: String,
        /// What is shown in its place.
        hint: Option<String>,
    },
}

impl Note {
    /// The content of the card that is item `index` of a deck that was parsed from `text`; `None`
    /// if that item is no card. Reads no other item, so that an editor may ask at every keystroke.
    pub fn of(deck: &Deck, text: &str, index: usize) -> Option<Self> {
        reader::read_note(deck, text, index)
    }
}

impl Outline {
    /// The content of a deck that was parsed from `text`.
    pub fn of(deck: &Deck, text: &str) -> Self {
        reader::read(deck, text)
    }

    /// The cards.
    pub fn notes(&self) -> impl Iterator<Item = (usize, &Note)> {
        self.parts.iter().filter_map(|part| match &part.content {
            Content::Note(note) => Some((part.line, note)),
            _ => None,
        })
    }
}

/// A text whose lines end in `\n`, without white space at their ends and its own.
pub(crate) fn lines_of(text: &str) -> String {
    let lines: Vec<&str> = crate::lines(text).map(|line| line.of(text).trim_end()).collect();
    lines.join("\n").trim().to_owned()
}
