//! What an editor asks of a deck, each feature a pure function: plain parameters in, plain data
//! out, one module a feature.
//!
//! Positions are byte offsets into the text of a file. No editor and no protocol is known here.

mod actions;
mod at;
mod completion;
mod edits;
mod links;
mod names;
mod place;
mod references;
mod rename;
mod symbol;
mod will_rename;

pub use actions::{Action, ActionKind, actions, fix_all};
pub use completion::{
    Completion, CompletionCx, CompletionKind, Insert, MAX_PROPOSALS, complete, documentation,
};
pub use edits::FileEdits;
pub use names::{NameKind, Names};
pub use place::Place;
pub use references::{definition, references};
pub use rename::{Renamable, RenameError, prepare_rename, rename};
pub use symbol::{Symbol, SymbolKind, symbol_at};
pub use will_rename::{Moved, will_rename};
