//! Finding decks in folders.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::GlobSet;
use ignore::WalkBuilder;

use super::LoadProblem;
use crate::config::FILE_NAME;

/// What a walk through a folder finds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// All other files, in no order.
    pub(super) files: Vec<PathBuf>,
    /// Configuration files, in no order.
    pub(super) configs: Vec<PathBuf>,
    /// Folders, in no order.
    pub(super) folders: Vec<PathBuf>,
    /// Folders that cannot be read.
    pub(super) problems: Vec<LoadProblem>,
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
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.problems.extend(unreadable(&error));
                continue;
            }
        };
        let kind = entry.file_type();
        let path = entry.into_path();
        if kind.is_some_and(|kind| kind.is_dir()) {
            found.folders.push(path);
        } else if !kind.is_some_and(|kind| kind.is_file()) {
            // A link, a pipe, a device.
        } else if path.file_name().is_some_and(|name| name == FILE_NAME) {
            found.configs.push(path);
        } else {
            found.files.push(path);
        }
    }
    found
}

/// The folder that may not be read, if that is what the error says. What went away meanwhile is
/// none.
fn unreadable(error: &ignore::Error) -> Option<LoadProblem> {
    let mut inner = error;
    let mut at = None;
    loop {
        inner = match inner {
            ignore::Error::WithPath { path, err } => {
                at = Some(path.clone());
                err
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => err,
            ignore::Error::Io(error) if error.kind() == ErrorKind::PermissionDenied => {
                let error = std::io::Error::from(error.kind());
                return Some(LoadProblem { path: at?, error: Arc::new(error) });
            }
            _ => return None,
        }
    }
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
