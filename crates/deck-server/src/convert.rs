//! Conversions between our data and the protocol's: offsets, places, diagnostics.

mod diagnostic;
mod position;
pub(crate) mod uri;

pub(crate) use diagnostic::{Surroundings, to_diagnostic};
pub(crate) use position::{Encoding, Lines, Positions};
