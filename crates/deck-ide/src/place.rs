//! Where something stands.

use deck_lint::FileId;
use deck_syntax::TextRange;

/// A range of bytes in a file of the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The bytes.
    pub range: TextRange,
}
