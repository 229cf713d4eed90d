//! Which files may be decks, and which were asked for.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use globset::GlobSet;

use super::dialects::Dialects;
use super::{OpenError, Options, PlacedConfig, discover, root};
use crate::config::{FILE_NAME, glob_set};

/// Where decks may be.
pub(super) struct Candidates {
    pub(super) root: PathBuf,
    pub(super) named: Named,
    pub(super) configs: Vec<PlacedConfig>,
    pub(super) paths: Vec<PathBuf>,
}

impl Candidates {
    pub(super) fn find(options: &Options) -> Result<Self, OpenError> {
        let named = Named::resolve(options)?;
        let root = if options.isolated { named.start.clone() } else { root::of(&named.start) };
        let mut configs = Vec::new();
        if let Some(path) = &options.config {
            configs.push(PlacedConfig::load(path, &root)?);
        } else if !options.isolated && root.join(FILE_NAME).is_file() {
            configs.push(PlacedConfig::load(&root.join(FILE_NAME), &root)?);
        }
        let (paths, nested) = gather(&named, &root, configs.first(), options.isolated);
        if options.config.is_none() && !options.isolated {
            for path in nested.iter().filter(|path| path.parent() != Some(root.as_path())) {
                configs.push(PlacedConfig::load(path, path.parent().unwrap_or(path))?);
            }
        }
        let dialects = Dialects::new(options, &configs);
        let is_candidate = |path: &PathBuf| {
            named.files.contains(path)
                || discover::may_be_deck(path)
                || dialects.said(path, false).is_some()
        };
        let mut paths = paths;
        paths.extend(unsaved(options, &root));
        for path in &options.absent {
            paths.remove(path);
        }
        let paths = paths.into_iter().filter(is_candidate).collect();
        drop(dialects);
        Ok(Self { root, named, configs, paths })
    }
}

/// The buffers below the root that no file holds yet.
fn unsaved(options: &Options, root: &Path) -> impl Iterator<Item = PathBuf> {
    let paths = options.buffers.iter().map(|buffer| overlay_path(&buffer.path));
    paths.filter(move |path| path.starts_with(root) && !path.exists())
}

/// The paths of the command line, sorted out.
pub(super) struct Named {
    pub(super) files: BTreeSet<PathBuf>,
    pub(super) folders: Vec<PathBuf>,
    /// The folder in which the search for the root starts.
    pub(super) start: PathBuf,
}

impl Named {
    pub(super) fn resolve(options: &Options) -> Result<Self, OpenError> {
        let mut files = BTreeSet::new();
        let mut folders = Vec::new();
        for path in &options.paths {
            let real = dunce::canonicalize(path).map_err(|error| unusable(path, error))?;
            if real.is_dir() {
                folders.push(real);
            } else {
                files.insert(real);
            }
        }
        if let Some(overlay) = &options.overlay {
            files.insert(overlay_path(&overlay.path));
        }
        if files.is_empty() && folders.is_empty() {
            let here = Path::new(".");
            folders.push(dunce::canonicalize(here).map_err(|error| unusable(here, error))?);
        }
        let start = common_folder(&files, &folders);
        Ok(Self { files, folders, start })
    }

    /// Everything, by the folder that holds it all.
    pub(super) fn everything() -> Self {
        Self { files: BTreeSet::new(), folders: vec![PathBuf::new()], start: PathBuf::new() }
    }

    pub(super) fn selects(&self, path: &Path) -> bool {
        self.files.contains(path) || self.folders.iter().any(|folder| path.starts_with(folder))
    }
}

pub(super) fn unusable(path: &Path, error: std::io::Error) -> OpenError {
    match error.kind() {
        ErrorKind::NotFound => OpenError::NoSuchPath(path.to_owned()),
        _ => OpenError::Unreadable { path: path.to_owned(), error },
    }
}

/// Where an overlay stands: the real path of its file, if there is one.
pub(super) fn overlay_path(path: &Path) -> PathBuf {
    let absolute = || std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    dunce::canonicalize(path).unwrap_or_else(|_| absolute())
}

/// The innermost folder that holds everything that was named.
pub(super) fn common_folder(files: &BTreeSet<PathBuf>, folders: &[PathBuf]) -> PathBuf {
    let parents = files.iter().filter_map(|file| file.parent());
    let mut all = parents.chain(folders.iter().map(PathBuf::as_path));
    let Some(first) = all.next() else { return PathBuf::new() };
    all.fold(first.to_owned(), |common, path| {
        common.ancestors().find(|above| path.starts_with(above)).unwrap_or(&common).to_owned()
    })
}

/// All decks to read, and all configuration files met on the way.
pub(super) fn gather(
    named: &Named,
    root: &Path,
    config: Option<&PlacedConfig>,
    isolated: bool,
) -> (BTreeSet<PathBuf>, BTreeSet<PathBuf>) {
    let globs = config.map(|placed| placed.config.exclude.clone()).unwrap_or_default();
    let exclude = glob_set(&globs);
    let mut paths = named.files.clone();
    let mut configs = BTreeSet::new();
    let folders = named.folders.iter().map(PathBuf::as_path);
    for folder in folders.chain((!isolated).then_some(root)) {
        // A folder that is named is looked at even where `exclude` names it.
        let excluded = folder.strip_prefix(root).is_ok_and(|folder| exclude.is_match(folder));
        let exclude = if excluded { &GlobSet::empty() } else { &exclude };
        let found = discover::walk(folder, root, exclude);
        paths.extend(found.files);
        configs.extend(found.configs);
    }
    (paths, configs)
}
