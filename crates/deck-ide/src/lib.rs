//! What an editor asks of a deck, each feature a pure function: plain parameters in, plain data
//! out, one module a feature.
//!
//! Positions are byte offsets into the text of a file. No editor and no protocol is known here.
//! A position that lies beyond the end of its file, or inside a character, is moved back to where
//! the nearest character starts.

mod card;
mod dates;
mod folding;
mod highlights;
mod hover;
mod inlay;
mod lens;
mod links;
mod place;
mod sections;
mod selection;
mod spot;
mod symbols;
mod tagging;
mod tokens;
mod when;
mod words;

pub use card::{CardView, card_at};
pub use folding::{Fold, FoldKind, folding};
pub use highlights::highlights;
pub use hover::{Hover, HoverCx, Use, hover};
pub use inlay::{Inlay, InlayKind, InlayOptions, inlay_hints};
pub use lens::{Lens, LensKind, lenses};
pub use links::{Link, Target, links};
pub use place::Place;
pub use selection::selection_ranges;
pub use symbols::{FoundSymbol, Symbol, SymbolKind, document_symbols, workspace_symbols};
pub use tokens::{Change, Token, TokenKind, TokenModifiers, diff, semantic_tokens};
