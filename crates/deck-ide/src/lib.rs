//! What an editor asks of a deck, each feature a pure function: plain parameters in, plain data
//! out, one module a feature.
//!
//! Positions are byte offsets into the text of a file. No editor and no protocol is known here.
//! A position that lies beyond the end of its file, or inside a character, is moved back to where
//! the nearest character starts.

mod actions;
mod allowances;
mod at;
mod card;
mod completion;
mod dated;
mod dates;
mod edits;
mod folding;
mod highlights;
mod hover;
mod inlay;
mod lens;
mod links;
mod names;
mod paths;
mod place;
pub mod preview;
mod references;
mod rename;
mod sections;
mod selection;
mod spot;
mod subject;
mod symbols;
mod tagging;
pub mod timeline;
mod tokens;
mod when;
mod will_rename;
mod words;

pub use actions::{
    Action, ActionKind, WordAction, WordChange, actions, fix_all, learn, word_actions,
};
pub use allowances::{AllAllowed, Findings, allow_all};
pub use card::{CardView, card_at};
pub use completion::{
    Completion, CompletionCx, CompletionKind, Insert, MAX_PROPOSALS, complete, documentation,
};
pub use dated::{Placed, Side, dates_of_file};
pub use edits::FileEdits;
pub use folding::{Fold, FoldKind, folding};
pub use highlights::highlights;
pub use hover::{Hover, HoverCx, Use, hover};
pub use inlay::{Inlay, InlayKind, InlayOptions, inlay_hints};
pub use lens::{Lens, LensKind, lenses};
pub use links::{Link, Target, links};
pub use names::{NameKind, Names};
pub use place::Place;
pub use references::{definition, references};
pub use rename::{Renamable, RenameError, prepare_rename, rename};
pub use selection::selection_ranges;
pub use subject::{Subject, SubjectKind, subject_at};
pub use symbols::{FoundSymbol, Symbol, SymbolKind, document_symbols, workspace_symbols};
pub use tokens::{Change, Token, TokenKind, TokenModifiers, diff, semantic_tokens};
pub use will_rename::{Moved, will_rename};
pub use words::{bound_name, on_one_line};
