//! Putting right what can be put right.

mod fixed;
mod uncommitted;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use deck_lint::{FileId, Overlay, Report, Workspace, fix_file};

use crate::args::FixArgs;
use crate::failure::Failure;
use crate::files::{replace, shown};
use crate::git::Status;
use crate::report::diff;
use fixed::Fixed;
use uncommitted::Uncommitted;

/// After so many rounds of fixing and checking again, what still changes will not end.
const ROUNDS: usize = 50;

/// What fixing changes.
pub(crate) struct Fixes<'a> {
    args: &'a FixArgs,
    /// The files that change.
    files: BTreeMap<FileId, Fixed>,
    /// The files that would change, but hold what is not committed.
    left_alone: BTreeMap<FileId, Uncommitted>,
    /// The files that Git was asked about.
    asked: BTreeSet<FileId>,
    /// Whether a file could not be written.
    failed: bool,
}

impl<'a> Fixes<'a> {
    /// Applies fixes in memory until nothing is left to fix. `workspace` then holds the new texts,
    /// and `found` what is wrong with them.
    pub(crate) fn work_out(
        workspace: &mut Workspace,
        found: &mut Report,
        args: &'a FixArgs,
    ) -> Self {
        let mut fixes = Self {
            args,
            files: BTreeMap::new(),
            left_alone: BTreeMap::new(),
            asked: BTreeSet::new(),
            failed: false,
        };
        for round in 1..=ROUNDS {
            let changed = fixes.round(workspace, found);
            if changed.is_empty() {
                break;
            }
            *found = workspace.lint();
            if round == ROUNDS {
                fixes.files.values_mut().for_each(|fixed| fixed.give_up(ROUNDS));
            }
        }
        fixes
    }

    /// Applies once to every file what can be applied together; the files that it changed.
    fn round(&mut self, workspace: &mut Workspace, found: &Report) -> BTreeSet<FileId> {
        let mut planned = BTreeMap::new();
        for of_file in found.diagnostics.chunk_by(|a, b| a.file == b.file) {
            let id = of_file[0].file;
            let file = workspace.file(id);
            let is_done = self.files.get(&id).is_some_and(Fixed::goes_in_circles);
            // A file whose bytes are not all text could not be written back as it was.
            if is_done || !file.invalid.is_empty() || self.left_alone.contains_key(&id) {
                continue;
            }
            let applied = fix_file(file, of_file, self.args.unsafe_fixes);
            if applied.text != file.text {
                planned.insert(id, applied);
            }
        }
        self.leave_alone_uncommitted(workspace, &planned.keys().copied().collect());
        planned.retain(|id, _| !self.left_alone.contains_key(id));
        let mut changed = BTreeSet::new();
        for (id, applied) in planned {
            let before = &workspace.file(id).text;
            let fixed = self.files.entry(id).or_insert_with(|| Fixed::of(before));
            if fixed.change(&applied) {
                workspace.set_text(id, applied.text);
                changed.insert(id);
            }
        }
        changed
    }

    /// Asks Git about files that are to change, of those it was not asked about before.
    fn leave_alone_uncommitted(&mut self, workspace: &Workspace, changing: &BTreeSet<FileId>) {
        if !self.args.writes() || self.args.allow_dirty {
            return;
        }
        let from_stdin = workspace.overlay();
        let new = changing.difference(&self.asked).filter(|id| Some(**id) != from_stdin);
        let paths: BTreeMap<_, _> =
            new.map(|id| (workspace.file(*id).path.as_path(), *id)).collect();
        self.asked.extend(changing);
        for (path, why) in uncommitted::among(paths.keys().copied()) {
            if let Some(id) = paths.get(path)
                && !(self.args.allow_staged && why == Uncommitted::Known(Status::Staged))
            {
                self.left_alone.insert(*id, why);
            }
        }
    }

    /// Writes the changed files; the one that came from standard input, changed or not, to
    /// standard output. What cannot be written is said, and is as before in `workspace` and in
    /// what was `found`.
    pub(crate) fn write(
        &mut self,
        workspace: &mut Workspace,
        found: &mut Report,
        stdin: Option<&Overlay>,
    ) -> Result<(), Failure> {
        let from_stdin = workspace.overlay();
        if let (Some(id), Some(stdin)) = (from_stdin, stdin) {
            let fixed = self.files.contains_key(&id).then(|| &workspace.file(id).text);
            let bytes = fixed.map_or(stdin.bytes.as_slice(), |text| text.as_bytes());
            std::io::stdout().write_all(bytes)?;
        }
        let mut unwritten = Vec::new();
        for (id, fixed) in self.files.iter().filter(|(id, _)| Some(**id) != from_stdin) {
            let file = workspace.file(*id);
            if let Err(error) = replace(&file.path, &fixed.before, &file.text) {
                let what = format!("write {}", shown(&file.path));
                Failure::File { what, error }.report();
                unwritten.push(*id);
            }
        }
        self.failed = !unwritten.is_empty();
        for id in unwritten {
            if let Some(fixed) = self.files.remove(&id) {
                workspace.set_text(id, fixed.before);
            }
        }
        if self.failed {
            *found = workspace.lint();
        }
        Ok(())
    }

    /// Prints what would change; says whether anything would.
    pub(crate) fn print_diff(&self, workspace: &Workspace) -> Result<bool, Failure> {
        let mut out = anstream::stdout().lock();
        for (id, fixed) in &self.files {
            let file = workspace.file(*id);
            diff::print(&mut out, &shown(&file.path), &fixed.before, &file.text)?;
        }
        Ok(!self.files.is_empty())
    }

    /// How many findings of each rule were put right.
    pub(crate) fn by_rule(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for (rule, count) in self.files.values().flat_map(|fixed| &fixed.by_rule) {
            *counts.entry(*rule).or_insert(0) += count;
        }
        counts
    }

    /// Says what could not be put right, and why; says whether there is such a thing.
    pub(crate) fn report_undone(&self, workspace: &Workspace) -> bool {
        let name = |id: &FileId| shown(&workspace.file(*id).path);
        for (id, fixed) in self.files.iter().filter(|(_, fixed)| fixed.goes_in_circles()) {
            anstream::eprintln!("{}", fixed.circle_text(&name(id)));
        }
        for line in uncommitted::explain(&self.left_alone, name) {
            anstream::eprintln!("{line}");
        }
        self.failed || !self.left_alone.is_empty()
    }
}
