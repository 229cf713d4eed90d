//! Dates in plain text: found, understood, and compared.
//!
//! [`find`] reads English text once and gives every temporal expression with what it means;
//! [`compare`] says whether two of them can be true together. Nothing here knows of decks.
//!
//! ```
//! use deck_dates::{Context, find};
//!
//! let text = "the Munich Agreement, signed on the 30th of September 1938";
//! let mentions = find(text, &Context::default());
//! assert_eq!(&text[mentions[0].range], "the 30th of September 1938");
//! assert_eq!(mentions[0].edtf().as_deref(), Some("1938-09-30"));
//! ```

pub mod calendar;
mod compare;
mod context;
mod edtf;
mod grammar;
mod interval;
mod lex;
mod mention;
mod resolve;
mod value;

pub use calendar::Weekday;
pub use compare::{compare, widened};
pub use context::{BRITAIN, Context, Language, ROME, RUSSIA};
pub use interval::{Interval, Relation};
pub use lex::Unit;
pub use mention::{
    Bound, Calendar, Confidence, Era, Kind, Length, Mention, Origin, Part, Provenance,
};
pub use value::{Season, Value};

/// The temporal expressions of a text, in order; they do not overlap.
///
/// Takes time in proportion to the text's length, whatever stands in it. Texts longer than 4 GiB
/// are not read past that.
pub fn find(text: &str, context: &Context) -> Vec<Mention> {
    let tokens = lex::tokens(text);
    resolve::resolve(grammar::read(text, &tokens, context), context)
}
