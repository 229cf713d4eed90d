//! Being told of files that change.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use deck_lint::Workspace;
use notify_debouncer_mini::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

/// An editor writes a file in several steps: so long nothing more must come.
const REST: Duration = Duration::from_millis(30);

/// Tells of files that change in some folders, without those in them.
pub(crate) struct Watcher {
    debouncer: Debouncer<RecommendedWatcher>,
    folders: BTreeSet<PathBuf>,
}

impl Watcher {
    /// Watches folders.
    pub(crate) fn start(
        folders: BTreeSet<PathBuf>,
        tell: impl Fn(BTreeSet<PathBuf>) + Send + 'static,
    ) -> notify::Result<Self> {
        let tell = move |changed: DebounceEventResult| {
            tell(changed.unwrap_or_default().into_iter().map(|it| it.path).collect());
        };
        let mut watcher = Self { debouncer: new_debouncer(REST, tell)?, folders: BTreeSet::new() };
        watcher.watch(folders)?;
        Ok(watcher)
    }

    /// Watches the folders of decks that were read anew, and no others. Gives what may have changed
    /// after it was read and before it was watched: new folders, and the decks in them.
    pub(crate) fn follow(&mut self, workspace: &Workspace) -> notify::Result<BTreeSet<PathBuf>> {
        let new = self.watch(workspace.folders())?;
        let is_there = |path: &&PathBuf| path.parent().is_some_and(|it| new.contains(it));
        let decks = workspace.files().map(|(_, file)| &file.path).filter(is_there).cloned();
        Ok(decks.chain(new.iter().cloned()).collect())
    }

    /// Watches these folders and no others; gives those that were not watched before. It stays the
    /// same watcher: another one would not know what this one has yet to tell.
    fn watch(&mut self, folders: BTreeSet<PathBuf>) -> notify::Result<BTreeSet<PathBuf>> {
        let watcher = self.debouncer.watcher();
        for folder in self.folders.difference(&folders) {
            // Systems stop by themselves to watch what is gone.
            let _ = watcher.unwatch(folder);
        }
        let new: BTreeSet<PathBuf> = folders.difference(&self.folders).cloned().collect();
        for folder in &new {
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                // It may be gone since it was seen.
                Err(error) if folder.is_dir() => return Err(error),
                _ => {}
            }
        }
        self.folders = folders;
        Ok(new)
    }
}
