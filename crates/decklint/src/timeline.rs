//! The dated cards of decks, in order: found in `collect`, shown by one module a format. Those are
//! pure: events in, text out.

mod axis;
mod chart;
pub(crate) mod collect;
pub(crate) mod ics;
pub(crate) mod json;
mod label;
pub(crate) mod svg;
pub(crate) mod text;

use deck_dates::Interval;

/// Something that a card dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    /// The deck, as a person in the current folder would write it.
    pub(crate) file: String,
    /// The line of the date, or of the card where an attribute dates it; counted from 1.
    pub(crate) line: usize,
    /// The section it stands in, else the title of its deck, else the file.
    pub(crate) lane: String,
    pub(crate) question: String,
    /// The answer, or the line of it that the date is on; may be empty.
    pub(crate) answer: String,
    /// Where the date stands.
    pub(crate) source: Source,
    /// The date in EDTF, where it can be written so.
    pub(crate) edtf: Option<String>,
    /// The days it covers. An open end is taken to be where the other one is.
    pub(crate) days: Interval,
    pub(crate) start: End,
    pub(crate) end: End,
    /// The word that opens an end, where one is written: `before`, `since`.
    pub(crate) bound: Option<&'static str>,
    /// Whether it is said to go on from the first day to the last, and not to lie somewhere there.
    pub(crate) is_span: bool,
}

/// What dates a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// `@date`
    Attribute,
    Question,
    Answer,
}

/// How sure an end of a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// It is there.
    Sharp,
    /// It is about there.
    Soft,
    /// It is anywhere from there on.
    Open,
}

impl Event {
    /// What happened, in words.
    pub(crate) fn words(&self) -> String {
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

#[cfg(test)]
mod tests {
    use deck_dates::calendar::from_gregorian;

    use super::*;

    /// An event of some days, for the tests of the formats.
    pub(super) fn event(first: (i32, u8, u8), last: (i32, u8, u8), question: &str) -> Event {
        Event {
            file: "a.deck".to_owned(),
            line: 2,
            lane: "Rome & Carthage".to_owned(),
            question: question.to_owned(),
            answer: String::new(),
            source: Source::Question,
            edtf: None,
            days: Interval::new(from_gregorian(first), from_gregorian(last)),
            start: End::Sharp,
            end: End::Sharp,
            bound: None,
            is_span: false,
        }
    }
}
