//! Questions of the editor, one file a method.

pub(crate) mod cards;
pub(crate) mod code_action;
pub(crate) mod code_lens;
pub(crate) mod completion;
pub(crate) mod diagnostic;
pub(crate) mod document_highlight;
pub(crate) mod document_link;
pub(crate) mod execute_command;
pub(crate) mod folding_range;
pub(crate) mod formatting;
pub(crate) mod hover;
pub(crate) mod inlay_hint;
pub(crate) mod preview;
pub(crate) mod references;
pub(crate) mod rename;
pub(crate) mod selection_range;
pub(crate) mod semantic_tokens;
pub(crate) mod symbols;
pub(crate) mod will_rename_files;
mod word_action;
pub(crate) mod workspace_diagnostic;

use tower_lsp::jsonrpc::Result;

/// How a question is answered.
pub(crate) enum Answer<T> {
    /// At once.
    Now(Result<T>),
    /// On a thread of its own, from a snapshot.
    Later(Box<dyn FnOnce() -> Result<T> + Send>),
}

impl<T> Answer<T> {
    pub(crate) fn now(answer: T) -> Self {
        Self::Now(Ok(answer))
    }
}
