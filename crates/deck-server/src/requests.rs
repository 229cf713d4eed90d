//! Questions of the editor, one file a method.

pub(crate) mod diagnostic;
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
