//! What an editor asks of a deck, each feature a pure function: plain parameters in, plain data
//! out, one module a feature.
//!
//! Positions are byte offsets into the text of a file. No editor and no protocol is known here.

mod place;

pub use place::Place;
