//! Putting right what can safely be put right.

use std::collections::BTreeMap;
use std::io::Write as _;

use deck_lint::{FileId, Overlay, Report, Workspace, apply_fixes};

use crate::failure::Failure;
use crate::files::{replace, shown};
use crate::report::diff;

/// After so many rounds of fixing and checking again something goes round in circles.
const ROUNDS: usize = 10;

/// What fixing changes.
pub(crate) struct Fixes {
    /// How many findings were put right.
    pub(crate) count: usize,
    /// The old texts of the files that change.
    before: BTreeMap<FileId, String>,
}

impl Fixes {
    /// Applies safe fixes in memory until nothing is left to fix. `workspace` then holds the new
    /// texts, and `found` what is wrong with them.
    pub(crate) fn work_out(workspace: &mut Workspace, found: &mut Report) -> Self {
        let mut fixes = Self { count: 0, before: BTreeMap::new() };
        for _ in 0..ROUNDS {
            if !fixes.round(workspace, found) {
                break;
            }
            *found = workspace.lint();
        }
        fixes
    }

    fn round(&mut self, workspace: &mut Workspace, found: &Report) -> bool {
        let mut changed = Vec::new();
        for of_file in found.diagnostics.chunk_by(|a, b| a.file == b.file) {
            let id = of_file[0].file;
            let file = workspace.file(id);
            // A file whose bytes are not all text could not be written back as it was.
            if !file.invalid.is_empty() {
                continue;
            }
            let applied = apply_fixes(&file.text, of_file, false);
            if applied.text != file.text {
                self.count += applied.fixed;
                self.before.entry(id).or_insert_with(|| file.text.clone());
                changed.push((id, applied.text));
            }
        }
        let any = !changed.is_empty();
        for (id, text) in changed {
            workspace.set_text(id, text);
        }
        any
    }

    /// Writes the changed files; the one that came from standard input, changed or not, to
    /// standard output.
    pub(crate) fn write(
        &self,
        workspace: &Workspace,
        stdin: Option<&Overlay>,
    ) -> Result<(), Failure> {
        let from_stdin = workspace.overlay();
        if let (Some(id), Some(stdin)) = (from_stdin, stdin) {
            let fixed = self.before.contains_key(&id).then(|| &workspace.file(id).text);
            let bytes = fixed.map_or(stdin.bytes.as_slice(), |text| text.as_bytes());
            std::io::stdout().write_all(bytes)?;
        }
        for id in self.before.keys().filter(|id| Some(**id) != from_stdin) {
            let file = workspace.file(*id);
            let what = || format!("write {}", shown(&file.path));
            replace(&file.path, &file.text)
                .map_err(|error| Failure::File { what: what(), error })?;
        }
        Ok(())
    }

    /// Prints what would change; says whether anything would.
    pub(crate) fn print_diff(&self, workspace: &Workspace) -> Result<bool, Failure> {
        let mut out = anstream::stdout().lock();
        for (id, before) in &self.before {
            let file = workspace.file(*id);
            diff::print(&mut out, &shown(&file.path), before, &file.text)?;
        }
        Ok(!self.before.is_empty())
    }
}
