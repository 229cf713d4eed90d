//! What an editor asks of a deck, each feature a pure function: plain parameters in, plain data
//! out, one module a feature.
//!
//! Positions are byte offsets into the text of a file. No editor and no protocol is known here.
//! A position that lies beyond the end of its file, or inside a character, is moved back to where
//! the nearest character starts.

mod card;
mod place;
mod spot;

pub use card::{CardView, card_at};
pub use place::Place;
