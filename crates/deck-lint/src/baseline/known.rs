//! A baseline as the files of a workspace see it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

use super::{Baseline, Entry};
use crate::diagnostic::Diagnostic;
use crate::source::FileId;
use crate::workspace::Workspace;

/// What was known before of each file of a workspace.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) baseline: Baseline,
    /// What each file is called in the baseline.
    names: Vec<String>,
    /// The fingerprints of each file; `None` where the baseline says nothing of it.
    of_files: Vec<Option<HashSet<u64>>>,
    /// Those of files that are gone.
    of_gone: HashSet<u64>,
}

/// What was found of the files that were looked at, as fingerprints of what is known.
pub(crate) type Seen = HashMap<FileId, HashSet<u64>>;

impl Known {
    /// What a baseline says of the files at `paths`, below `root`.
    pub(crate) fn new<'p>(
        baseline: Baseline,
        paths: impl Iterator<Item = &'p Path>,
        root: &Path,
    ) -> Self {
        let names: Vec<String> = paths.map(|path| baseline.name_of(path, root)).collect();
        let places: HashMap<&str, usize> =
            names.iter().enumerate().map(|(index, name)| (name.as_str(), index)).collect();
        let mut of_files = vec![None; names.len()];
        let mut of_gone = HashSet::new();
        let entries: Vec<&Entry> = baseline.entries.iter().collect();
        for of_file in entries.chunk_by(|a, b| a.file == b.file) {
            let fingerprints = of_file.iter().map(|entry| entry.fingerprint);
            match places.get(of_file[0].file.as_str()) {
                Some(&index) => of_files[index] = Some(fingerprints.collect()),
                None if baseline.exists(&of_file[0].file, root) => {}
                None => of_gone.extend(fingerprints),
            }
        }
        Self { baseline, names, of_files, of_gone }
    }

    /// Marks what is known of a file.
    pub(crate) fn mark(&self, file: FileId, found: &mut [Diagnostic]) {
        let known = self.of_files[file.0].as_ref().unwrap_or(&self.of_gone);
        for diagnostic in found {
            diagnostic.old = known.contains(&diagnostic.fingerprint);
        }
    }

    /// What a finding of a file is in the baseline.
    pub(super) fn entry(&self, diagnostic: &Diagnostic) -> Entry {
        Entry {
            file: self.names[diagnostic.file.0].clone(),
            rule: diagnostic.rule.name.to_owned(),
            fingerprint: diagnostic.fingerprint,
        }
    }

    /// The entries that can go: what they say does not occur any more, where that was looked for;
    /// or it has moved with its deck.
    pub(crate) fn outdated(&self, workspace: &Workspace, seen: &Seen) -> BTreeSet<Entry> {
        let files: HashMap<&str, FileId> =
            self.names.iter().enumerate().map(|(id, name)| (name.as_str(), FileId(id))).collect();
        let moved: HashSet<u64> = seen
            .iter()
            .filter(|(id, _)| self.of_files[id.0].is_none())
            .flat_map(|(_, seen)| seen.iter().copied())
            .collect();
        let sees_all = workspace.selects_all();
        let can_go = |entry: &Entry| match files.get(entry.file.as_str()) {
            Some(id) => seen.get(id).is_some_and(|seen| {
                !seen.contains(&entry.fingerprint) && workspace.has_run(*id, &entry.rule)
            }),
            None if !self.of_gone.contains(&entry.fingerprint) => false,
            None => sees_all || moved.contains(&entry.fingerprint),
        };
        self.baseline.entries.iter().filter(|entry| can_go(entry)).cloned().collect()
    }
}
