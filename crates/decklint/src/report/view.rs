//! What every format shows: findings, with their places as people and programs name them.

use std::path::PathBuf;

use deck_lint::{Applicability, Diagnostic, FileId, Level, Report, Workspace};
use deck_syntax::TextRange;

use super::names::{self, Base};

/// What is to be shown.
#[derive(Debug)]
pub(crate) struct View<'w> {
    /// The decks.
    pub(crate) workspace: &'w Workspace,
    /// Everything that was found in them.
    pub(crate) found: &'w Report,
    /// The findings that are shown: the first of those that were found.
    pub(crate) diagnostics: &'w [Diagnostic],
    /// The least grave findings that fail; `None` if nothing does.
    pub(crate) fail_on: Option<Level>,
    /// How many characters a line may have.
    pub(crate) width: usize,
    /// The folder to which paths are relative.
    folder: PathBuf,
}

/// Where something stands: lines and columns, all counted from 1, columns in characters. The end
/// is not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

/// A file that could not be read.
#[derive(Debug)]
pub(super) struct Problem {
    /// Its path, from the same folder as those of decks.
    pub(super) path: String,
    /// Why it could not.
    pub(super) error: String,
}

impl<'w> View<'w> {
    /// Everything that was found, with paths from a folder.
    pub(crate) fn new(workspace: &'w Workspace, found: &'w Report, base: Base) -> Self {
        let (folder, diagnostics) = (base.folder(), found.diagnostics.as_slice());
        Self { workspace, found, diagnostics, fail_on: Some(Level::Warning), width: 100, folder }
    }

    /// Shows only the first findings.
    pub(super) fn show_first(&mut self, number: usize) {
        self.diagnostics = &self.found.diagnostics[..number.min(self.found.diagnostics.len())];
    }

    /// The path of a deck, with `/` between its parts.
    pub(crate) fn path(&self, file: FileId) -> String {
        names::relative(&self.workspace.file(file).path, &self.folder)
    }

    /// The path of a deck as a URI: relative, or a `file:` one if the deck is elsewhere.
    pub(super) fn uri(&self, file: FileId) -> String {
        names::uri(&self.path(file))
    }

    /// The lines and columns of a range of bytes.
    pub(super) fn place(&self, file: FileId, range: TextRange) -> Place {
        let file = self.workspace.file(file);
        let (line, column) = file.line_column(range.start());
        let (end_line, end_column) = file.line_column(range.end());
        Place { line, column, end_line, end_column }
    }

    /// The findings that are shown, file by file.
    pub(crate) fn by_file(&self) -> impl Iterator<Item = &'w [Diagnostic]> {
        self.diagnostics.chunk_by(|a, b| a.file == b.file)
    }

    /// The decks that were checked, with the findings that are shown of each.
    pub(super) fn decks(&self) -> impl Iterator<Item = (FileId, &'w [Diagnostic])> {
        let mut rest = self.diagnostics;
        let is_deck = |id: FileId| self.workspace.not_decks.iter().all(|(not, _)| *not != id);
        let decks = self.workspace.selected().map(|(id, _)| id).filter(move |id| is_deck(*id));
        decks.map(move |id| {
            let of_file = rest.partition_point(|diagnostic| diagnostic.file <= id);
            let (of_file, others) = rest.split_at(of_file);
            rest = others;
            (id, of_file)
        })
    }

    /// The files that could not be read.
    pub(super) fn problems(&self) -> impl Iterator<Item = Problem> {
        self.workspace.problems.iter().map(|problem| Problem {
            path: names::relative(&problem.path, &self.folder),
            error: problem.error.to_string(),
        })
    }

    /// How many findings are not shown; a roll-up counts for those it stands for.
    pub(crate) fn omitted(&self) -> usize {
        findings(&self.found.diagnostics[self.diagnostics.len()..])
    }

    /// Whether a finding is one that fails.
    pub(super) fn fails(&self, diagnostic: &Diagnostic) -> bool {
        self.fail_on.is_some_and(|least| diagnostic.level >= least)
    }
}

/// How many findings these are; a roll-up counts for those it stands for.
pub(super) fn findings(diagnostics: &[Diagnostic]) -> usize {
    diagnostics.iter().map(|diagnostic| diagnostic.count).sum()
}

/// Whether `--fix` puts a finding right.
pub(super) fn is_fixable(diagnostic: &Diagnostic) -> bool {
    diagnostic.fixes.iter().any(|fix| fix.applicability == Applicability::Safe)
}
