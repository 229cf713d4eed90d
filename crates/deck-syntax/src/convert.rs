//! Decks in one dialect written in another.

mod compare;

use crate::deck::Deck;
use crate::dialect::{Dialect, anki, hashcards, native, obsidian};
use crate::outline::{Content, Note, Outline};

/// A deck written in another dialect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion {
    /// The deck.
    pub text: String,
    /// What of it could not be said, in the order of its lines.
    pub losses: Vec<Loss>,
}

/// Something that the other dialect cannot say, or says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The line of the original, counted from 1, where it stands.
    pub line: usize,
    /// What is lost: "the tags `a`, `b`".
    pub what: String,
}

/// A writer's output while it is being written.
#[derive(Default)]
pub(crate) struct Output {
    pub(crate) text: String,
    losses: Vec<Loss>,
}

impl Output {
    pub(crate) fn lose(&mut self, line: usize, what: impl Into<String>) {
        self.losses.push(Loss { line, what: what.into() });
    }

    /// Puts a blank line below what was written so far.
    pub(crate) fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Writes text and ends the line.
    pub(crate) fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Says which attributes of a card are lost: those that are not among `keeps`.
    pub(crate) fn lose_attributes(
        &mut self,
        line: usize,
        note: &Note,
        keeps: &[crate::AttributeKey],
    ) {
        for (key, value) in note.attributes.iter().filter(|(key, _)| !keeps.contains(key)) {
            self.lose(line, format!("`@{} {value}`", key.name()));
        }
    }

    /// Says that text outside of cards is lost.
    pub(crate) fn lose_prose(&mut self, line: usize, text: &str) {
        self.lose(line, format!("the text “{}”, which belongs to no card", first_words(text)));
    }

    /// Says that the fields beside a cloze are lost: there is no answer to put them into.
    pub(crate) fn lose_fields_of_cloze(&mut self, line: usize, note: &Note) {
        for field in note.extra.iter().filter(|field| !field.is_empty()) {
            self.lose(line, format!("the field “{}” beside the cloze", first_words(field)));
        }
    }

    /// Says that a card's tags are lost.
    pub(crate) fn lose_tags(&mut self, line: usize, tags: &[String]) {
        if !tags.is_empty() {
            self.lose(line, format!("the tags {}", quoted(tags)));
        }
    }
}

/// Writes a deck in a dialect; one that is written in it stays as it is, unless its marks are set
/// up otherwise than new ones are.
pub fn convert_deck(deck: &Deck, text: &str, to: Dialect) -> Conversion {
    if is_written_in(deck, to) {
        return Conversion { text: text.to_owned(), losses: Vec::new() };
    }
    convert(&Outline::of(deck, text), to)
}

fn is_written_in(deck: &Deck, to: Dialect) -> bool {
    let usual = to != Dialect::Obsidian || **deck.settings() == crate::Settings::default();
    deck.dialect() == to && usual
}

/// Writes a deck's content in a dialect, and reads it back: a card that would be read otherwise is
/// one of the losses, so that nothing is lost silently. Decks of headings are only read: asked for
/// one, it writes a native deck.
pub fn convert(outline: &Outline, to: Dialect) -> Conversion {
    let outline = &without_empty_parts(outline);
    let mut out = Output::default();
    match to {
        Dialect::Hashcards => hashcards::write(outline, &mut out),
        Dialect::Obsidian => obsidian::write(outline, &mut out),
        Dialect::Anki => anki::write(outline, &mut out),
        Dialect::Deck | Dialect::Headings => native::write(outline, &mut out),
    }
    let mut conversion = Conversion { text: out.text, losses: out.losses };
    conversion.losses.extend(outline.lost.iter().cloned());
    conversion.check(outline, to);
    conversion.losses.sort_by_key(|loss| loss.line);
    conversion
}

fn without_empty_parts(outline: &Outline) -> Outline {
    let mut outline = outline.clone();
    outline.parts.retain(|part| !matches!(&part.content, Content::Prose(text) if text.is_empty()));
    outline
}

/// Words in backticks, parted by commas.
pub(crate) fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// The first words of a text, for naming it.
pub(crate) fn first_words(text: &str) -> String {
    const LETTERS: usize = 40;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}
