//! The messages between a page and who made it.

use deck_render::{Card, End};
use serde::{Deserialize, Serialize};

/// What is said to a page.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(crate) enum ToPage<'a> {
    /// All there is.
    Deck {
        version: u64,
        title: &'a str,
        /// `None` where there is no choice.
        scope: Option<Scope>,
        sections: &'a [Section<'a>],
        cards: Vec<Card<'a>>,
    },
    /// What has changed.
    Change {
        version: u64,
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        sections: Option<&'a [Section<'a>]>,
        remove: Vec<&'a str>,
        put: Vec<Put<'a>>,
        lines: Vec<Shift<'a>>,
    },
    /// The card under the cursor.
    Cursor { card: Option<&'a str> },
    /// The card at the top of what the editor shows.
    Scroll { card: &'a str },
    /// The dated cards.
    Timeline { lanes: &'a [String], entries: Vec<Dated<'a>> },
}

/// A heading.
#[derive(Serialize)]
pub(crate) struct Section<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) level: u8,
}

/// A card that is new, has changed, or has moved, and the one it stands behind.
#[derive(Serialize)]
pub(crate) struct Put<'a> {
    pub(crate) after: Option<&'a str>,
    pub(crate) card: Card<'a>,
}

/// So many cards from one on stand so many lines further down, and have not changed.
#[derive(Serialize, Debug, PartialEq, Eq)]
pub(crate) struct Shift<'a> {
    pub(crate) from: &'a str,
    pub(crate) count: usize,
    pub(crate) by: i64,
}

/// Something that a card dates.
#[derive(Serialize)]
pub(crate) struct Dated<'a> {
    pub(crate) card: &'a str,
    pub(crate) lane: usize,
    pub(crate) date: &'a str,
    pub(crate) text: &'a str,
    pub(crate) label: &'a str,
    /// How wide date and label are.
    pub(crate) room: u32,
    pub(crate) first: i64,
    pub(crate) last: i64,
    pub(crate) start: End,
    pub(crate) end: End,
    pub(crate) span: bool,
    pub(crate) conflicts: Vec<&'a str>,
}

/// How much a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// One deck.
    Deck,
    /// All decks of its workspace.
    All,
}

/// What a page says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum PageMessage {
    /// It is there, and wants to know all.
    Ready,
    /// Somebody wants to see the line of a card.
    Open {
        /// The card.
        card: String,
    },
    /// The reader has scrolled.
    Scroll {
        /// The first card that is in view.
        card: String,
    },
    /// It wants to know the dated cards.
    Timeline,
    /// Somebody wants to see more, or less.
    Scope {
        /// How much.
        scope: Scope,
    },
    /// Cards with code came into sight: they are to be coloured.
    Seen {
        /// The cards.
        cards: Vec<String>,
    },
}
