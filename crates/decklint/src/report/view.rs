//! What every format shows: findings, with their places as people and programs name them.

use std::path::{Path, PathBuf};

use deck_lint::{Diagnostic, FileId, Report, Workspace};

/// What is to be shown.
#[derive(Debug)]
pub(crate) struct View<'w> {
    /// The decks.
    pub(crate) workspace: &'w Workspace,
    /// Everything that was found in them.
    pub(crate) found: &'w Report,
    /// The findings that are shown: the first of those that were found.
    pub(crate) diagnostics: &'w [Diagnostic],
    /// How many characters a line may have.
    pub(crate) width: usize,
    /// The current folder, as the paths of decks begin with it.
    here: Option<PathBuf>,
}

impl<'w> View<'w> {
    /// Everything that was found, to be shown in lines of at most `width` characters.
    pub(crate) fn new(workspace: &'w Workspace, found: &'w Report, width: usize) -> Self {
        let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
        Self { workspace, found, diagnostics: &found.diagnostics, width, here }
    }

    /// The path of a deck as a person in the current folder would write it.
    pub(crate) fn path(&self, file: FileId) -> String {
        self.shown(&self.workspace.file(file).path)
    }

    /// A path as a person in the current folder would write it.
    fn shown(&self, path: &Path) -> String {
        let short = self.here.as_ref().and_then(|here| path.strip_prefix(here).ok());
        short.unwrap_or(path).display().to_string()
    }

    /// The findings that are shown, file by file.
    pub(crate) fn by_file(&self) -> impl Iterator<Item = &'w [Diagnostic]> {
        self.diagnostics.chunk_by(|a, b| a.file == b.file)
    }
}
