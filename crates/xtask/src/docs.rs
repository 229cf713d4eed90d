//! `cargo xtask docs`: writes the documents that are generated from code.

use crate::Result;

/// Writes every generated document anew.
pub(crate) fn run() -> Result<()> {
    Err("no document is generated yet".into())
}
