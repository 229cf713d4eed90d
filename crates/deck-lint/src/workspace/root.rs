//! Where a workspace starts.

use std::path::{Path, PathBuf};

use crate::config::FILE_NAME;

/// The root of the workspace that `folder` belongs to: the outermost folder above it, itself
/// included, with a `decklint.toml`; else the Git root; else `folder` itself.
pub(super) fn of(folder: &Path) -> PathBuf {
    let with = |name: &str| folder.ancestors().filter(|above| above.join(name).exists()).last();
    let git = || folder.ancestors().find(|above| above.join(".git").exists());
    with(FILE_NAME).or_else(git).unwrap_or(folder).to_owned()
}
