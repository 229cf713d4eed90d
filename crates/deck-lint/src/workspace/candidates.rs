//! Which files may be decks, and which were asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use globset::GlobSet;

use super::dialects::Dialects;
use super::{LoadProblem, OpenError, Options, PlacedConfig, discover, placed, root};
use crate::config::glob_set;

/// Where decks may be.
pub(super) struct Candidates {
    pub(super) root: PathBuf,
    pub(super) named: Named,
    pub(super) configs: Vec<PlacedConfig>,
    pub(super) paths: Vec<PathBuf>,
    /// Folders that cannot be read.
    pub(super) problems: Vec<LoadProblem>,
}

impl Candidates {
    pub(super) fn find(options: &Options) -> Result<Self, OpenError> {
        let named = Named::resolve(options)?;
        let root = if options.isolated { named.start.clone() } else { root::of(&named.start) };
        let mut configs = Vec::new();
        if let Some(path) = &options.config {
            configs = PlacedConfig::load(path, &root)?;
        } else if !options.isolated {
            configs = placed::of_folder(&root)?;
        }
        let Gathered { paths, configs: nested, problems } =
            gather(&named, &root, &configs, options.isolated);
        if options.config.is_none() && !options.isolated {
            // A folder sorts before what is in it, but the file in it not before folders beside it.
            let folders: BTreeSet<&Path> = nested.iter().filter_map(|path| path.parent()).collect();
            for folder in folders.into_iter().filter(|folder| *folder != root) {
                configs.extend(placed::of_folder(folder)?);
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
        Ok(Self { root, named, configs, paths, problems })
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

/// What a walk through all folders finds.
pub(super) struct Gathered {
    paths: BTreeSet<PathBuf>,
    configs: BTreeSet<PathBuf>,
    problems: Vec<LoadProblem>,
}

/// All decks to read, and all configuration files met on the way. `configs` are those of the root.
pub(super) fn gather(
    named: &Named,
    root: &Path,
    configs: &[PlacedConfig],
    isolated: bool,
) -> Gathered {
    let globs: Vec<String> =
        configs.iter().flat_map(|placed| &placed.config.exclude).cloned().collect();
    let exclude = glob_set(&globs);
    let mut paths = named.files.clone();
    let mut found_configs = BTreeSet::new();
    let mut problems: BTreeMap<PathBuf, LoadProblem> = BTreeMap::new();
    let folders = named.folders.iter().map(PathBuf::as_path);
    for folder in folders.chain((!isolated).then_some(root)) {
        // A folder that is named is looked at even where `exclude` names it.
        let excluded = folder.strip_prefix(root).is_ok_and(|folder| exclude.is_match(folder));
        let exclude = if excluded { &GlobSet::empty() } else { &exclude };
        let found = discover::walk(folder, root, exclude);
        paths.extend(found.files);
        found_configs.extend(found.configs);
        problems.extend(found.problems.into_iter().map(|it| (it.path.clone(), it)));
    }
    Gathered { paths, configs: found_configs, problems: problems.into_values().collect() }
}
