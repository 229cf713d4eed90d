//! Decks in one dialect written in another.

use crate::dialect::{Dialect, Settings, anki, hashcards, native, obsidian};
use crate::outline::{Content, Note, Outline, Part, Piece, Sides};
use crate::parse_as;

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

    /// Says that a card's tags are lost.
    pub(crate) fn lose_tags(&mut self, line: usize, tags: &[String]) {
        if !tags.is_empty() {
            self.lose(line, format!("the tags {}", quoted(tags)));
        }
    }
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
    conversion.check(outline, to);
    conversion.losses.sort_by_key(|loss| loss.line);
    conversion
}

fn without_empty_parts(outline: &Outline) -> Outline {
    let mut outline = outline.clone();
    outline.parts.retain(|part| !matches!(&part.content, Content::Prose(text) if text.is_empty()));
    outline
}

impl Conversion {
    /// Reads what was written, and adds what is read otherwise to the losses.
    fn check(&mut self, outline: &Outline, to: Dialect) {
        let deck = parse_as(&self.text, to, &std::sync::Arc::new(Settings::default()));
        let written = Outline::of(&deck, &self.text);
        let mut read = written.notes();
        for (line, note) in outline.notes() {
            let same = read.next().is_some_and(|(_, read)| says_the_same(note, read));
            let known = self.losses.iter().any(|loss| loss.line == line);
            if !same && !known {
                let what = format!("something: {} reads this card otherwise", to.name());
                self.losses.push(Loss { line, what });
            }
        }
        let line = outline.parts.last().map_or(1, |part: &Part| part.line);
        if read.next().is_some() {
            let what = format!("something: {} sees more cards in it", to.name());
            self.losses.push(Loss { line, what });
        }
    }
}

/// Whether two cards ask and answer the same.
fn says_the_same(a: &Note, b: &Note) -> bool {
    a.sides.normal() == b.sides.normal()
}

impl Sides {
    /// The sides without differences that nobody sees: white space, how pieces are cut.
    fn normal(&self) -> Vec<String> {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        match self {
            Self::Basic { front, back, both_ways } => {
                vec![words(front), words(back), both_ways.to_string()]
            }
            Self::Cloze(pieces) => {
                let mut shown = String::new();
                let mut normal = Vec::new();
                for piece in pieces {
                    match piece {
                        Piece::Text(text) => shown.push_str(text),
                        Piece::Deletion { text, hint, .. } => {
                            normal.push(words(&std::mem::take(&mut shown)));
                            normal.push(words(text));
                            normal.push(words(hint.as_deref().unwrap_or_default()));
                        }
                    }
                }
                normal.push(words(&shown));
                normal
            }
        }
    }
}

/// Words in backticks, parted by commas.
pub(crate) fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}
