//! A baseline brought up to date.

use std::collections::HashSet;

use super::known::{Known, Seen};
use super::{Baseline, Entry};
use crate::workspace::Workspace;

/// A baseline brought up to date with what is found now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaselineUpdate {
    /// The baseline as it is now.
    pub baseline: Baseline,
    /// What was taken out since it does not occur any more.
    pub put_right: Vec<Entry>,
    /// How many findings were taken out of decks that are gone, and put in where they are now.
    pub moved: usize,
    /// What is found and was not listed; it is in the baseline only if that was asked for.
    pub new: Vec<Entry>,
}

impl Workspace {
    /// Brings a baseline up to date: takes out what does not occur any more in the selected files,
    /// and follows decks that were renamed. Only if `add` says so, what is found and not listed
    /// comes in. What is said of other files stays.
    pub fn update_baseline(&self, before: &Baseline, add: bool) -> BaselineUpdate {
        let paths = self.files.iter().map(|file| file.path.as_path());
        let known = Known::new(before.clone(), paths, &self.root);
        let mut seen = Seen::new();
        let mut found = Vec::new();
        for (id, mut of_file) in self.lint_singly() {
            // What cannot be seen through the marks of a merge is not put right, and they
            // themselves are nothing to get used to.
            if of_file.iter().any(|diagnostic| diagnostic.alone) {
                continue;
            }
            known.mark(id, &mut of_file);
            let old = of_file.iter().filter(|diagnostic| diagnostic.old);
            let old: HashSet<u64> = old.map(|diagnostic| diagnostic.fingerprint).collect();
            found.extend(of_file.iter().map(|it| (it.old, known.entry(it))));
            seen.insert(id, old);
        }
        let outdated = known.outdated(self, &seen);
        let mut entries = before.entries.clone();
        entries.retain(|entry| !outdated.contains(entry));
        let (old, new): (Vec<_>, Vec<_>) = found.into_iter().partition(|(old, _)| *old);
        let new: Vec<Entry> = new.into_iter().map(|(_, entry)| entry).collect();
        let old = old.into_iter().map(|(_, entry)| entry);
        let moved: Vec<Entry> = old.filter(|entry| !before.entries.contains(entry)).collect();
        let fingerprints: HashSet<u64> = moved.iter().map(|entry| entry.fingerprint).collect();
        let is_put_right = |entry: &Entry| !fingerprints.contains(&entry.fingerprint);
        let put_right = outdated.into_iter().filter(is_put_right).collect();
        let moved_count = moved.len();
        entries.extend(moved);
        if add {
            entries.extend(new.iter().cloned());
        }
        let baseline = Baseline { path: before.path.clone(), entries };
        BaselineUpdate { baseline, put_right, moved: moved_count, new }
    }
}
