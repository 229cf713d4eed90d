//! Dated cards on a time axis: what they are, where each stands in a picture of them, and that picture.
//!
//! The page draws the same picture by the same rules, since only it knows how wide it is and how near
//! somebody looks (`page/layout.js`); `tests/browser/timeline.test.mjs` compares the two.

mod layout;
mod svg;
mod ticks;
mod width;

use serde::Serialize;

pub use layout::{Label, Lane, Layout, Mark, Side, Window};
pub use svg::svg;
pub use ticks::Tick;
pub use width::width;

/// The dated cards of a scene.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// The sections with dated cards, or the decks of those without, in the order of the decks.
    pub lanes: Vec<String>,
    /// What happened, in order.
    pub entries: Vec<TimelineEntry>,
}

/// Something that a card dates. A day is counted from 1 January 1970 in the Gregorian calendar,
/// which is taken to have held always.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The card, as an index into [`Scene::cards`](crate::Scene::cards).
    pub card: usize,
    /// Where it stands, as an index into [`Timeline::lanes`].
    pub lane: usize,
    /// When, in words.
    pub date: String,
    /// What happened, in words.
    pub text: String,
    /// The same in so few words that they fit beside a mark, without what the date says already.
    pub label: String,
    /// The first day.
    pub first: i64,
    /// The last day, included.
    pub last: i64,
    /// How sure the first day is.
    pub start: End,
    /// How sure the last day is.
    pub end: End,
    /// Whether it went on from the first day to the last, rather than lie somewhere there.
    pub span: bool,
    /// The cards that say otherwise, as indices into [`Scene::cards`](crate::Scene::cards).
    pub conflicts: Vec<usize>,
}

impl TimelineEntry {
    /// What stands beside its mark.
    pub fn whole_label(&self) -> String {
        format!("{}  {}", self.date, self.label)
    }
}

/// How sure an end of a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// It is there.
    Sharp,
    /// It is about there.
    Soft,
    /// It is anywhere from there on.
    Open,
}

/// An entry of some days, for tests.
#[cfg(test)]
fn entry(first: i64, last: i64, lane: usize) -> TimelineEntry {
    TimelineEntry {
        card: 0,
        lane,
        date: "then".to_owned(),
        text: "What happened then?".to_owned(),
        label: "What happened then?".to_owned(),
        first,
        last,
        start: End::Sharp,
        end: End::Sharp,
        span: false,
        conflicts: Vec::new(),
    }
}
