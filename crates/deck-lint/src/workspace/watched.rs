//! Where something may change that changes what is said.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use globset::GlobSet;

use super::{PlacedConfig, Workspace, discover};

impl Workspace {
    /// The folders in which something may change that changes what is said: those of the decks, those
    /// in which there may be decks one day, and those of the configuration, which may lie elsewhere.
    pub fn folders(&self) -> BTreeSet<PathBuf> {
        let decks = self.files.iter().map(|file| file.path.as_path());
        let configuration = self.configured_by.iter().map(PathBuf::as_path);
        let parents = decks.chain(configuration).filter_map(Path::parent);
        let mut folders: BTreeSet<PathBuf> = parents.map(Path::to_owned).collect();
        if self.sees_everything {
            folders.extend(discover::walk(&self.root, &self.root, &GlobSet::empty()).folders);
        }
        folders
    }

    /// Whether a configuration file that speaks for a deck, or a baseline that one names, lies there.
    pub fn is_configured_by(&self, path: &Path) -> bool {
        self.configured_by.iter().any(|it| it == path)
    }

    /// Whether a path lies where decks are or may be, not only where configuration is.
    pub fn may_hold_decks(&self, path: &Path) -> bool {
        let is_beside = |deck: &Path| path.parent() == deck.parent();
        path.starts_with(&self.root) || self.files.iter().any(|file| is_beside(&file.path))
    }
}

/// The real paths of configuration files and of a baseline, as far as there are such files.
pub(super) fn real_paths(configs: &[PlacedConfig], baseline: Option<&Path>) -> Vec<PathBuf> {
    let paths = configs.iter().map(|placed| placed.path.as_path()).chain(baseline);
    paths.filter_map(|path| dunce::canonicalize(path).ok()).collect()
}
