//! Opening a workspace: root, configuration, files, in this order.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use globset::GlobSet;
use rayon::prelude::*;

use super::discover::{self, is_deck};
use super::{LoadProblem, OpenError, Options, Overlay, PlacedConfig, Workspace, root};

use crate::config::{FILE_NAME, Levels, glob_set};
use crate::source::{FileId, SourceFile};

pub(super) fn open(
    options: &Options,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Workspace, OpenError> {
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
    let (files, problems) = read_all(&paths, &named, options.overlay.as_ref(), progress);
    let workspace = assemble(root, files, problems, &configs, &named, options);
    if workspace.selected().next().is_none() && workspace.problems.is_empty() {
        let named = if options.paths.is_empty() { vec![".".into()] } else { options.paths.clone() };
        return Err(OpenError::NoDecks(named));
    }
    Ok(workspace)
}

/// The paths of the command line, sorted out.
struct Named {
    files: BTreeSet<PathBuf>,
    folders: Vec<PathBuf>,
    /// The folder in which the search for the root starts.
    start: PathBuf,
}

impl Named {
    fn resolve(options: &Options) -> Result<Self, OpenError> {
        let mut files = BTreeSet::new();
        let mut folders = Vec::new();
        for path in &options.paths {
            let real = path.canonicalize().map_err(|error| unusable(path, error))?;
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
            folders.push(here.canonicalize().map_err(|error| unusable(here, error))?);
        }
        let start = common_folder(&files, &folders);
        Ok(Self { files, folders, start })
    }

    fn selects(&self, path: &Path) -> bool {
        self.files.contains(path) || self.folders.iter().any(|folder| path.starts_with(folder))
    }
}

fn unusable(path: &Path, error: std::io::Error) -> OpenError {
    match error.kind() {
        ErrorKind::NotFound => OpenError::NoSuchPath(path.to_owned()),
        _ => OpenError::Unreadable { path: path.to_owned(), error },
    }
}

/// Where an overlay stands: the real path of its file, if there is one.
fn overlay_path(path: &Path) -> PathBuf {
    let absolute = || std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.canonicalize().unwrap_or_else(|_| absolute())
}

/// The innermost folder that holds everything that was named.
fn common_folder(files: &BTreeSet<PathBuf>, folders: &[PathBuf]) -> PathBuf {
    let parents = files.iter().filter_map(|file| file.parent());
    let mut all = parents.chain(folders.iter().map(PathBuf::as_path));
    let Some(first) = all.next() else { return PathBuf::new() };
    all.fold(first.to_owned(), |common, path| {
        common.ancestors().find(|above| path.starts_with(above)).unwrap_or(&common).to_owned()
    })
}

/// All decks to read, and all configuration files met on the way.
fn gather(
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
        paths.extend(found.decks);
        configs.extend(found.configs);
    }
    (paths, configs)
}

type Read = (Vec<SourceFile>, Vec<LoadProblem>);

fn read_all(
    paths: &BTreeSet<PathBuf>,
    named: &Named,
    overlay: Option<&Overlay>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Read {
    let overlay = overlay.map(|overlay| (overlay_path(&overlay.path), &overlay.bytes));
    let paths: Vec<&PathBuf> = paths.iter().collect();
    let done = AtomicUsize::new(0);
    let results: Vec<Option<Result<SourceFile, LoadProblem>>> = paths
        .par_iter()
        .map(|&path| {
            let result = match &overlay {
                Some((at, bytes)) if at == path => Ok((*bytes).clone()),
                _ => std::fs::read(path),
            };
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, paths.len());
            match result {
                Ok(bytes) => Some(Ok(SourceFile::new(path.clone(), bytes))),
                // It was there a moment ago, and nobody asked for it by name.
                Err(error)
                    if error.kind() == ErrorKind::NotFound && !named.files.contains(path) =>
                {
                    None
                }
                Err(error) => Some(Err(LoadProblem { path: path.clone(), error })),
            }
        })
        .collect();
    let mut read = Read::default();
    for result in results.into_iter().flatten() {
        match result {
            Ok(file) => read.0.push(file),
            Err(problem) => read.1.push(problem),
        }
    }
    read
}

fn assemble(
    root: PathBuf,
    files: Vec<SourceFile>,
    mut problems: Vec<LoadProblem>,
    configs: &[PlacedConfig],
    named: &Named,
    options: &Options,
) -> Workspace {
    let levels = files.iter().map(|file| levels_of(&file.path, configs, options)).collect();
    let not_decks: Vec<FileId> = files
        .iter()
        .enumerate()
        .filter(|(_, file)| named.files.contains(&file.path))
        .filter(|(_, file)| !is_deck(&file.path) && file.card_count() == 0)
        .map(|(index, _)| FileId(index))
        .collect();
    let selected = files.iter().map(|file| named.selects(&file.path)).collect();
    problems.retain(|problem| named.selects(&problem.path));
    let overlay = options.overlay.as_ref().map(|overlay| overlay_path(&overlay.path));
    let overlay = overlay.and_then(|path| files.iter().position(|file| file.path == path));
    Workspace {
        root,
        files,
        levels,
        selected,
        sees_everything: !options.isolated,
        problems,
        not_decks,
        overlay: overlay.map(FileId),
    }
}

fn levels_of(path: &Path, configs: &[PlacedConfig], options: &Options) -> Levels {
    let mut levels = Levels::default();
    // Configuration files come from the outermost to the innermost.
    for placed in configs {
        if let Ok(relative) = path.strip_prefix(&placed.folder) {
            levels.apply(&placed.config, relative);
        }
    }
    if !options.select.is_empty() {
        levels.select(&options.select);
    }
    for (rule, setting) in &options.levels {
        levels.set(rule, *setting);
    }
    levels
}
