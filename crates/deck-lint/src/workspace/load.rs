//! Opening a workspace: root, configuration, files, in this order.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use deck_syntax::{Detection, Dialect, Settings, decode};
use globset::GlobSet;
use rayon::prelude::*;

use super::dialects::{Dialects, SAMPLE};
use super::discover::{self, is_deck};
use super::{LoadProblem, OpenError, Options, Overlay, PlacedConfig, Workspace, root};

use crate::config::{FILE_NAME, Levels, glob_set};
use crate::source::{FileId, SourceFile};

pub(super) fn open(
    options: &Options,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Workspace, OpenError> {
    let Candidates { root, named, configs, paths } = Candidates::find(options)?;
    let dialects = Dialects::new(options, &configs);
    let reader = Reader { dialects: &dialects, named: &named, overlay: options.overlay.as_ref() };
    let read = reader.read_all(&paths, progress);
    let workspace = assemble(root, read, &configs, &named, options);
    if workspace.selected().next().is_none() && workspace.problems.is_empty() {
        let named = if options.paths.is_empty() { vec![".".into()] } else { options.paths.clone() };
        return Err(OpenError::NoDecks(named));
    }
    Ok(workspace)
}

/// What each file that is named, or may be a deck by its name, is written in, and what tells.
pub(super) fn detections(options: &Options) -> Result<Vec<(PathBuf, Detection)>, OpenError> {
    let Candidates { named, configs, paths, .. } = Candidates::find(options)?;
    let dialects = Dialects::new(options, &configs);
    let reader = Reader { dialects: &dialects, named: &named, overlay: options.overlay.as_ref() };
    let wanted: Vec<PathBuf> = paths.into_iter().filter(|path| named.selects(path)).collect();
    let found: Vec<_> = wanted
        .into_par_iter()
        .map(|path| {
            let detection = reader.begin(&path).map(|(_, _, detection)| detection);
            match detection {
                Ok(detection) => Ok((path, detection)),
                Err(error) => Err(OpenError::Unreadable { path, error }),
            }
        })
        .collect();
    found.into_iter().collect()
}

/// Where decks may be.
struct Candidates {
    root: PathBuf,
    named: Named,
    configs: Vec<PlacedConfig>,
    paths: Vec<PathBuf>,
}

impl Candidates {
    fn find(options: &Options) -> Result<Self, OpenError> {
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
        let paths = paths.into_iter().filter(is_candidate).collect();
        drop(dialects);
        Ok(Self { root, named, configs, paths })
    }
}

pub(super) fn dialect_of(
    options: &Options,
    path: &Path,
    text: &str,
) -> Result<(Detection, Arc<Settings>), OpenError> {
    let path = overlay_path(path);
    let folder = path.parent().unwrap_or(&path);
    let root = root::of(folder);
    let mut configs = Vec::new();
    if let Some(config) = &options.config {
        configs.push(PlacedConfig::load(config, &root)?);
    } else if !options.isolated {
        let inside = |above: &&Path| above.starts_with(&root) && above.join(FILE_NAME).is_file();
        for folder in folder.ancestors().filter(inside) {
            configs.insert(0, PlacedConfig::load(&folder.join(FILE_NAME), folder)?);
        }
    }
    let dialects = Dialects::new(options, &configs);
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let sample = if sample.len() < text.len() { whole_lines(sample) } else { sample };
    let detection = dialects.said(&path, true).unwrap_or_else(|| dialects.tell(&path, sample));
    Ok((detection, dialects.settings(&path)))
}

/// The lines of a text that were not cut off; all of it if it is one line.
fn whole_lines(text: &str) -> &str {
    &text[..text.rfind(['\n', '\r']).map_or(text.len(), |end| end + 1)]
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
        paths.extend(found.files);
        configs.extend(found.configs);
    }
    (paths, configs)
}

/// What became of the files.
#[derive(Default)]
struct Read {
    files: Vec<SourceFile>,
    /// Of each file, what was found where nothing says that it is a deck.
    doubts: Vec<Option<String>>,
    problems: Vec<LoadProblem>,
}

struct Reader<'r> {
    dialects: &'r Dialects<'r>,
    named: &'r Named,
    overlay: Option<&'r Overlay>,
}

impl Reader<'_> {
    fn read_all(&self, paths: &[PathBuf], progress: &(dyn Fn(usize, usize) + Sync)) -> Read {
        let done = AtomicUsize::new(0);
        let results: Vec<_> = paths
            .par_iter()
            .map(|path| {
                let result = self.read(path);
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, paths.len());
                (path, result)
            })
            .collect();
        let mut read = Read::default();
        for (path, result) in results {
            match result {
                Ok(Some((file, doubt))) => {
                    read.files.push(file);
                    read.doubts.push(doubt);
                }
                Ok(None) => {}
                // It was there a moment ago, and nobody asked for it by name.
                Err(error)
                    if error.kind() == ErrorKind::NotFound && !self.named.files.contains(path) => {}
                Err(error) => read.problems.push(LoadProblem { path: path.clone(), error }),
            }
        }
        read
    }

    /// Reads a file if it is a deck, or was named; one that is none as far as can be told comes
    /// with the reason. Of other files only the beginning is read.
    fn read(&self, path: &Path) -> std::io::Result<Option<(SourceFile, Option<String>)>> {
        let (mut source, mut bytes, detection) = self.begin(path)?;
        let named = self.named.files.contains(path);
        if detection.dialect.is_none() && !named {
            return Ok(None);
        }
        source.read_to_end(&mut bytes)?;
        let settings = self.dialects.settings(path);
        let dialect = detection.dialect.unwrap_or(Dialect::Deck);
        let file = SourceFile::new(path.to_owned(), decode(bytes), dialect, &settings);
        Ok(Some((file, detection.dialect.is_none().then_some(detection.reason))))
    }

    /// Reads as much of a file as is needed to tell its dialect.
    fn begin(&self, path: &Path) -> std::io::Result<Begun<'_>> {
        let overlay = self.overlay.filter(|overlay| overlay_path(&overlay.path) == path);
        let mut source: Box<dyn std::io::Read> = match overlay {
            Some(overlay) => Box::new(overlay.bytes.as_slice()),
            None => Box::new(File::open(path)?),
        };
        let mut bytes = Vec::new();
        let detection = match self.dialects.said(path, self.named.selects(path)) {
            Some(said) => said,
            None if is_deck(path) => self.dialects.tell(path, ""),
            None => {
                source.by_ref().take(SAMPLE as u64).read_to_end(&mut bytes)?;
                let sample = String::from_utf8_lossy(&bytes);
                let cut_off = bytes.len() == SAMPLE;
                self.dialects.tell(path, if cut_off { whole_lines(&sample) } else { &sample })
            }
        };
        Ok((source, bytes, detection))
    }
}

/// The rest of a file, what was read of it, and what that tells.
type Begun<'r> = (Box<dyn std::io::Read + 'r>, Vec<u8>, Detection);

fn assemble(
    root: PathBuf,
    mut read: Read,
    configs: &[PlacedConfig],
    named: &Named,
    options: &Options,
) -> Workspace {
    let files = read.files;
    let levels = files.iter().map(|file| levels_of(&file.path, configs, options)).collect();
    let doubts = read.doubts.into_iter().zip(&files).enumerate();
    let not_decks = doubts
        .filter(|(_, (_, file))| file.card_count() == 0)
        .filter_map(|(index, (doubt, _))| Some((FileId(index), doubt?)))
        .collect();
    let selected = files.iter().map(|file| named.selects(&file.path)).collect();
    read.problems.retain(|problem| named.selects(&problem.path));
    let overlay = options.overlay.as_ref().map(|overlay| overlay_path(&overlay.path));
    let overlay = overlay.and_then(|path| files.iter().position(|file| file.path == path));
    Workspace {
        root,
        files,
        levels,
        selected,
        sees_everything: !options.isolated,
        problems: read.problems,
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
