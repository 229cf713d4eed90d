//! The dated cards of decks, in order: found by `deck_ide`, shown by one module a format. Those are
//! pure: events in, text out.

mod axis;
mod chart;
pub(crate) mod ics;
pub(crate) mod json;
pub(crate) mod text;

pub(crate) use deck_ide::timeline::{End, Event, Source};

#[cfg(test)]
mod tests {
    use deck_dates::Interval;
    use deck_dates::calendar::from_gregorian;

    use super::*;

    /// An event of some days, for the tests of the formats.
    pub(super) fn event(first: (i32, u8, u8), last: (i32, u8, u8), question: &str) -> Event {
        Event {
            file: "a.deck".to_owned(),
            item: 0,
            line: 2,
            lane: "Rome & Carthage".to_owned(),
            question: question.to_owned(),
            answer: String::new(),
            source: Source::Question,
            edtf: None,
            said: None,
            days: Interval::new(from_gregorian(first), from_gregorian(last)),
            start: End::Sharp,
            end: End::Sharp,
            bound: None,
            is_span: false,
        }
    }
}
