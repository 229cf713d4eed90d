//! Which questions of flashcards ask the same, and which answers conflict.
//!
//! The difference is judged, not the similarity: no threshold of a string measure separates
//! "What happened in March 1936?" and "What happened in July 1936?" from a rephrasing. A question
//! is brought into canonical forms, each coarser than the one before, and two questions are equal
//! to a [`Tier`] where their forms of that tier are the same. So every tier is an equivalence, its
//! groups are hash look-ups ([`Keys`], [`Index`]), and nothing is ever compared pair by pair.
//!
//! Everything here is worked out from one question's text alone, costs time in proportion to its
//! length, and never fails, whatever the text.

mod answers;
mod index;
mod keys;
mod lex;
mod meaning;
mod question;

pub use answers::{Conflict, conflict, fold_markup};
pub use index::{Family, Filler, Group, Index, TypoTwin, typo_twins};
pub use keys::{Keys, MAX_SLOTS, Tier};
pub use lex::canonical;
pub use question::{Question, judge};
