//! Flashcards as they are revised: as HTML, and as plain text; and the page that shows
//! them.
//!
//! * [`Face`] is one card as HTML: what is asked, what is right. Whatever a deck says, a face runs
//!   no script and names nothing outside its workspace but links that a person may follow.
//! * [`Album`] keeps the faces of a deck and draws only those of items that have changed.
//! * [`Scene`] is what a page shows, as plain data that others fill: cards with their places and
//!   [`Badge`]s, sections.
//! * [`timeline`] is its dated cards: as plain data, too, and as a picture.
//! * [`page`] is the page itself: HTML, style and script, with no request to anywhere.

mod album;
mod face;
mod html;
pub mod page;
mod plain;
mod scene;
pub mod timeline;

pub use album::{Album, Entry};
pub use face::{Face, Kind, Source};
pub use html::{escape, media_paths};
pub use page::{PageOptions, Transport};
pub use plain::{card_text, plain_text};
pub use scene::{Badge, BadgeLevel, Card, Scene, SceneCard, SectionTitle};
pub use timeline::{End, Timeline, TimelineEntry};
