//! What was wrong before a change, so that only what the change brings is shown.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use text_size::TextRange;

use crate::baseline::BaselineSource;
use crate::diagnostic::Diagnostic;
use crate::source::FileId;
use crate::workspace::{OpenError, Options, Overlay, Workspace};

/// How the files of a workspace differed before a change.
#[derive(Debug, Clone, Default)]
pub struct Before {
    /// Files that were otherwise, or that are gone since.
    pub texts: Vec<Overlay>,
    /// Files that were not there.
    pub absent: Vec<PathBuf>,
}

/// The workspace before a change, beside the one after it.
#[derive(Debug)]
pub(crate) struct Past {
    workspace: Workspace,
    /// What comparing cards said of each file.
    shared: HashMap<FileId, Vec<Diagnostic>>,
    /// For each file, which one it was.
    ids: Vec<Option<FileId>>,
    /// The fingerprints of what was wrong with files that are gone.
    of_gone: HashSet<u64>,
}

impl Workspace {
    /// From now on, [`Workspace::lint`] says only what it would not have said before a change, of
    /// whatever file. Today's configuration counts for both. `options` are those with which the
    /// workspace was opened.
    ///
    /// Files that have not changed are neither read nor judged by themselves again.
    ///
    /// # Errors
    /// As [`Workspace::open`].
    pub fn compare_with(&mut self, before: Before, options: &Options) -> Result<(), OpenError> {
        let opened = Self::open(&self.options_for(before, options), &|_, _| ());
        let workspace = match opened {
            Err(OpenError::NoDecks(_)) => Self::of_texts([]),
            opened => opened?,
        };
        self.past = Some(Arc::new(Past::new(workspace, self)));
        Ok(())
    }

    fn options_for(&self, before: Before, options: &Options) -> Options {
        let Before { texts, absent } = before;
        let came_back = |path: &PathBuf| texts.iter().any(|text| text.path == *path);
        let still_absent = options.absent.iter().filter(|path| !came_back(path)).cloned();
        let absent = absent.into_iter().chain(still_absent).collect();
        Options {
            // Of two texts for a file, the later one counts.
            buffers: options.buffers.iter().cloned().chain(texts).collect(),
            absent,
            known: Some(self.clone()),
            knows_all: true,
            baseline: BaselineSource::None,
            ..options.clone()
        }
    }
}

impl Past {
    fn new(workspace: Workspace, now: &Workspace) -> Self {
        let places: HashMap<_, _> =
            workspace.files().map(|(id, file)| (file.path.as_path(), id)).collect();
        let ids: Vec<Option<FileId>> =
            now.files.iter().map(|file| places.get(file.path.as_path()).copied()).collect();
        let stay: HashSet<FileId> = ids.iter().flatten().copied().collect();
        let shared = workspace.compare_cards();
        let mut past = Self { workspace, shared, ids, of_gone: HashSet::new() };
        let gone = past.workspace.files().map(|(id, _)| id).filter(|id| !stay.contains(id));
        past.of_gone = gone.flat_map(|id| past.fingerprints(id)).collect();
        past
    }

    /// Whether the same is said of a file as before, without looking into it: its text is the
    /// same, and so is what comparing cards says of it.
    pub(crate) fn is_same(&self, now: &Workspace, id: FileId, shared: &[Diagnostic]) -> bool {
        let Some(before) = self.ids[id.0] else { return false };
        let is_same_file = Arc::ptr_eq(&now.files[id.0], &self.workspace.files[before.0]);
        is_same_file
            && places(shared) == places(self.shared.get(&before).map_or(&[], Vec::as_slice))
    }

    /// Takes out what was found before: in the file, or if it is new, in files that are gone, of
    /// which it may be one by another name.
    pub(crate) fn take_out_known(&self, id: FileId, found: &mut Vec<Diagnostic>) {
        let own = self.ids[id.0].map(|before| self.fingerprints(before));
        let known = own.as_ref().unwrap_or(&self.of_gone);
        found.retain(|diagnostic| !known.contains(&diagnostic.fingerprint));
    }

    fn fingerprints(&self, id: FileId) -> HashSet<u64> {
        let shared = self.shared.get(&id).cloned().unwrap_or_default();
        let found = self.workspace.lint_file(id, self.workspace.file(id), shared);
        found.into_iter().map(|diagnostic| diagnostic.fingerprint).collect()
    }
}

/// Which rules say something where. That is enough to tell whether something else is said: in the
/// same text, the same place has the same fingerprint.
fn places(found: &[Diagnostic]) -> Vec<(&'static str, TextRange)> {
    let mut places: Vec<_> = found.iter().map(|it| (it.rule.name, it.range)).collect();
    places.sort_unstable_by_key(|(rule, range)| (*rule, range.start(), range.end()));
    places
}
