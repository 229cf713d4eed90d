//! The dated cards of decks, in order.

mod collect;
mod label;
mod words;

use deck_dates::Interval;

pub use collect::{events, events_of_file};
pub use label::{date_in_words, year_in_words};

/// Something that a card dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The deck, as a person would write it.
    pub file: String,
    /// The line of the date, or of the card where an attribute dates it; counted from 1.
    pub line: usize,
    /// The card, as the index of its item in the deck.
    pub item: usize,
    /// The section it stands in, else the title of its deck, else the file.
    pub lane: String,
    /// What is asked, on one line.
    pub question: String,
    /// The answer, or the line of it that the date is on; may be empty.
    pub answer: String,
    /// Where the date stands.
    pub source: Source,
    /// The date in EDTF, where it can be written so.
    pub edtf: Option<String>,
    /// The date as it is written, where only its author's words say no more than is known: `late
    /// 1950s`.
    pub said: Option<String>,
    /// The days it covers. An open end is taken to be where the other one is.
    pub days: Interval,
    /// How sure the first day is.
    pub start: End,
    /// How sure the last day is.
    pub end: End,
    /// The word that opens an end, where one is written: `before`, `since`.
    pub bound: Option<&'static str>,
    /// Whether it is said to go on from the first day to the last, and not to lie somewhere there.
    pub is_span: bool,
}

/// What dates a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Its `@date`.
    Attribute,
    /// What its question says.
    Question,
    /// What its answer says.
    Answer,
}

/// How sure an end of a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It is there.
    Sharp,
    /// It is about there.
    Soft,
    /// It is anywhere from there on.
    Open,
}

impl Event {
    /// What happened, in words.
    pub fn words(&self) -> String {
        match (self.question.as_str(), self.answer.as_str()) {
            (question, "") => question.to_owned(),
            ("", answer) => answer.to_owned(),
            (question, answer) => format!("{question} {answer}"),
        }
    }

    /// What orders events: their starts, and of those that start together the shorter first.
    fn order(&self) -> (i64, i64, &str, usize) {
        (self.days.first, self.days.last, &self.file, self.line)
    }
}
