//! Finding decks in folders.

use std::path::{Path, PathBuf};

use globset::GlobSet;
use ignore::WalkBuilder;

use crate::config::FILE_NAME;

/// What a walk through a folder finds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// All other files, in no order.
    pub(super) files: Vec<PathBuf>,
    /// Configuration files, in no order.
    pub(super) configs: Vec<PathBuf>,
}

/// Walks `folder`. Hidden files, what Git ignores, and what `exclude` matches (relative to
/// `exclude_root`) are left out; links are not followed, so that no loop can be.
pub(super) fn walk(folder: &Path, exclude_root: &Path, exclude: &GlobSet) -> Found {
    let mut found = Found::default();
    let exclude = exclude.clone();
    let root = exclude_root.to_owned();
    let walk = WalkBuilder::new(folder)
        .require_git(false)
        .filter_entry(move |entry| {
            let path = entry.path().strip_prefix(&root).unwrap_or(entry.path());
            entry.depth() == 0 || !exclude.is_match(path)
        })
        .build();
    // A folder that cannot be entered holds no deck that could be read.
    for entry in walk.flatten() {
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        let path = entry.into_path();
        if path.file_name().is_some_and(|name| name == FILE_NAME) {
            found.configs.push(path);
        } else {
            found.files.push(path);
        }
    }
    found
}

/// Whether a file is a deck by its name alone.
pub(super) fn is_deck(path: &Path) -> bool {
    has_extension(path, &["deck"])
}

/// Whether a file may be a deck by its name; its content tells.
pub(super) fn may_be_deck(path: &Path) -> bool {
    has_extension(path, &["deck", "md", "markdown", "txt", "tsv", "csv"])
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    extensions.iter().any(|it| extension.eq_ignore_ascii_case(it))
}
