//! One workspace of decks, and what is said of it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use deck_lint::{Live, Options, Overlay, Workspace};

use crate::indexes::Indexes;

/// The number of a root, never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RootId(pub(crate) u32);

/// Whether decks are being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scan {
    Idle,
    Running,
    /// They are, and something has changed since: they have to be read once more.
    Outdated,
}

/// One workspace of decks, and what is said of it.
pub(crate) struct Root {
    pub(crate) id: RootId,
    /// The folder that the editor opened, or in which a file lies that it opened.
    pub(crate) folder: PathBuf,
    /// Whether the folder is a workspace. One that is not is the folder of a single file.
    pub(crate) is_workspace: bool,
    pub(crate) live: Live,
    /// What is written in its decks.
    pub(crate) indexes: Indexes,
    /// Whether all decks have been read.
    pub(crate) is_scanned: bool,
    pub(crate) scan: Scan,
    /// When they were last begun to be read.
    pub(crate) begun: Option<Instant>,
    /// How long that took.
    pub(crate) took: Option<Duration>,
    /// Words that were said to be spelled rightly in this session.
    pub(crate) words: Vec<String>,
    /// Counts edits, so that what was found of older text is told from what is true now.
    pub(crate) generation: u64,
    /// The generation over which the rules that look at all cards last ran.
    pub(crate) compared: u64,
    /// Whether they are running.
    pub(crate) is_comparing: bool,
}

impl Root {
    pub(crate) fn new(id: RootId, folder: PathBuf, is_workspace: bool) -> Self {
        Self {
            id,
            folder,
            is_workspace,
            live: Live::of_files(Workspace::of_texts([])),
            indexes: Indexes::default(),
            is_scanned: false,
            scan: Scan::Idle,
            begun: None,
            took: None,
            words: Vec::new(),
            generation: 0,
            compared: 0,
            is_comparing: false,
        }
    }

    /// What to open, with the texts of the buffers.
    pub(crate) fn options(&self, buffers: Vec<Overlay>) -> Options {
        let words = self.words.clone();
        Options { paths: vec![self.folder.clone()], buffers, words, ..Options::default() }
    }

    /// Whether a folder around the files says that they belong together.
    pub(crate) fn belongs_to_a_workspace(&self) -> bool {
        let root = Workspace::root_of(&self.folder);
        ["decklint.toml", ".git"].iter().any(|name| root.join(name).exists())
    }
}
