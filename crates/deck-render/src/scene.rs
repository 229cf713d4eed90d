//! What a page shows, as plain data.

use std::sync::Arc;

use serde::Serialize;

use crate::{Face, Kind};

/// What a page shows: the cards of one deck, or of several.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// The page's title.
    pub title: String,
    /// The headings in order.
    pub sections: Vec<SectionTitle>,
    /// The cards in order.
    pub cards: Vec<SceneCard>,
}

/// A heading, or the title of one of several decks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionTitle {
    /// Its words.
    pub title: String,
    /// How deep it is: 0 for a deck, 1 to 6 for headings.
    pub level: u8,
}

/// A card with its place.
#[derive(Debug, Clone)]
pub struct SceneCard {
    /// What it looks like. The same pointer is the same card, unchanged.
    pub face: Arc<Face>,
    /// Its file, relative to the root of the workspace.
    pub file: Arc<str>,
    /// The line of its question, counted from 1.
    pub line: usize,
    /// The heading it stands under, as an index into [`Scene::sections`].
    pub section: Option<usize>,
    /// What is wrong with it.
    pub badges: Vec<Badge>,
}

/// Something that is wrong with a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// How much it matters.
    pub level: BadgeLevel,
    /// The name of the rule that found it.
    pub rule: String,
    /// What is wrong, in words.
    pub message: String,
}

/// How much something matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BadgeLevel {
    /// A fact.
    Error,
    /// Very likely wrong.
    Warning,
    /// Advice.
    Hint,
}

/// A card as the page gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card<'a> {
    /// Its name, the same as long as the page is open.
    pub id: &'a str,
    /// Its file, relative to the root of the workspace.
    pub file: &'a str,
    /// The line of its question, counted from 1.
    pub line: usize,
    /// The name of the heading it stands under.
    pub section: Option<&'a str>,
    /// What sort of card it is.
    pub kind: Kind,
    /// What is asked, as HTML.
    pub front: &'a str,
    /// What is right, as HTML.
    pub back: &'a str,
    /// Its tags.
    pub tags: &'a [String],
    /// What is wrong with it.
    pub badges: &'a [Badge],
    /// Whether it is asked in both directions.
    pub reversible: bool,
    /// Whether it has code that is coloured once it is seen.
    pub plain: bool,
}
