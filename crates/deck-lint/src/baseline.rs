//! What was wrong before decklint was used: a list of findings that are neither shown nor counted.
//!
//! A finding is known by its file and its fingerprint, never by a line, so that a deck may be edited
//! around it. Of a file that is gone, the findings are looked for in files of which the list says
//! nothing: a deck that was renamed, or split, keeps what it had.

mod known;
mod text;
mod update;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(crate) use known::{Known, Seen};
pub use text::{BaselineError, BaselineProblem};
pub use update::BaselineUpdate;

/// How a baseline is called unless something else is said.
pub const BASELINE_NAME: &str = "decklint.baseline";

/// Which baseline counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum BaselineSource {
    /// The one that the configuration names, if it does.
    #[default]
    Configured,
    /// None: everything is shown.
    None,
    /// This file.
    File(PathBuf),
}

/// A list of findings that were there before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The file it stands in.
    pub path: PathBuf,
    /// The findings.
    pub entries: BTreeSet<Entry>,
}

/// One finding of a baseline. Ordered as the lines of the file are: by deck, rule, fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The deck, relative to the folder of the baseline, with `/` between folders.
    pub file: String,
    /// The rule.
    pub rule: String,
    /// See [`Diagnostic::fingerprint`](crate::Diagnostic::fingerprint).
    pub fingerprint: u64,
}

impl Baseline {
    /// What a deck is called in this baseline: its path relative to the folder of the baseline, or
    /// where it is not in there, relative to the root of the workspace.
    pub fn name_of(&self, file: &Path, root: &Path) -> String {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let relative = file.strip_prefix(folder).or_else(|_| file.strip_prefix(root));
        let parts = relative.unwrap_or(file).components();
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/")
    }

    /// Where the deck of that name is, if it is there.
    fn exists(&self, name: &str, root: &Path) -> bool {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        [folder, root].iter().any(|folder| folder.join(name).exists())
    }

    /// How many decks have findings here.
    pub fn file_count(&self) -> usize {
        let files: BTreeSet<&str> = self.entries.iter().map(|entry| entry.file.as_str()).collect();
        files.len()
    }
}
