//! Opening a workspace: root, configuration, files, in this order.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use deck_syntax::{Detection, Settings};
use rayon::prelude::*;

use super::candidates::{Candidates, Named, overlay_path};
use super::dialects::{Dialects, SAMPLE};
use super::reader::{Read, Reader, whole_lines};
use super::{LoadProblem, OpenError, Options, PlacedConfig, Workspace, placed, root, watched};
use crate::baseline::{Baseline, BaselineSource, Known};
use crate::config::{Levels, Scope};
use crate::conflict::first_mark;
use crate::lexicon::{self, Lexicon};
use crate::media::MediaFiles;
use crate::source::FileId;

pub(super) fn open(
    options: &Options,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Workspace, OpenError> {
    let Candidates { root, named, configs, paths, problems } = Candidates::find(options)?;
    let dialects = Dialects::new(options, &configs);
    let reader = Reader::new(&dialects, &named, options);
    let mut read = reader.read_all(&paths, progress);
    read.problems.extend(problems);
    let mut workspace = assemble(root, read, &configs, &named, options);
    workspace.media = MediaFiles::below(&workspace, options);
    read_baseline(&mut workspace, options)?;
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
    let reader = Reader::new(&dialects, &named, options);
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

/// A workspace of the buffers alone.
pub(super) fn of_buffers(options: &Options) -> Result<Workspace, OpenError> {
    let paths: Vec<PathBuf> =
        options.buffers.iter().map(|buffer| overlay_path(&buffer.path)).collect();
    let folder = paths.first().and_then(|path| path.parent()).unwrap_or(Path::new(""));
    let root = root::of(folder);
    let mut configs = Vec::new();
    for folder in paths.iter().filter_map(|path| path.parent()) {
        for placed in configs_above(folder, &root)? {
            let is_it = |it: &PlacedConfig| it.path == placed.path && it.folder == placed.folder;
            if !configs.iter().any(is_it) {
                configs.push(placed);
            }
        }
    }
    configs.sort_by(|one, other| one.folder.cmp(&other.folder));
    let dialects = Dialects::new(options, &configs);
    let named = Named::everything();
    let reader = Reader::new(&dialects, &named, options);
    let read = reader.read_all(&paths, &|_, _| ());
    let mut workspace = assemble(root, read, &configs, &named, options);
    read_baseline(&mut workspace, options)?;
    Ok(Workspace { sees_everything: false, ..workspace })
}

/// The configuration files in `folder` and above it up to the root, the outermost first.
fn configs_above(folder: &Path, root: &Path) -> Result<Vec<PlacedConfig>, OpenError> {
    let mut configs = Vec::new();
    let mut folders: Vec<&Path> =
        folder.ancestors().take_while(|above| above.starts_with(root)).collect();
    folders.reverse();
    for folder in folders {
        configs.extend(placed::of_folder(folder)?);
    }
    Ok(configs)
}

/// The configuration files that apply in `folder`, those that win last.
pub(super) fn configs_for(
    options: &Options,
    folder: &Path,
    root: &Path,
) -> Result<Vec<PlacedConfig>, OpenError> {
    match &options.config {
        Some(config) => Ok(PlacedConfig::load(config, root)?),
        None if options.isolated => Ok(Vec::new()),
        None => configs_above(folder, root),
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
    let configs = configs_for(options, folder, &root)?;
    let dialects = Dialects::new(options, &configs);
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let sample = if sample.len() < text.len() { whole_lines(sample) } else { sample };
    let detection = dialects.said(&path, true).unwrap_or_else(|| dialects.tell(&path, sample));
    Ok((detection, dialects.settings(&path)))
}

fn assemble(
    root: PathBuf,
    mut read: Read,
    configs: &[PlacedConfig],
    named: &Named,
    options: &Options,
) -> Workspace {
    let files = read.files;
    let levels = files.iter().map(|file| levels_of(&file.path, configs, options)).collect();
    let scopes = files.iter().map(|file| scope_of(&file.path, configs)).collect();
    let doubts = read.doubts.into_iter().zip(&files).enumerate();
    let not_decks = doubts
        .filter(|(_, (_, file))| file.card_count() == 0)
        .filter_map(|(index, (doubt, _))| Some((FileId(index), doubt?)))
        .collect();
    let selected = files.iter().map(|file| named.selects(&file.path)).collect();
    read.problems.retain(|problem| named.selects(&problem.path));
    let lexicon = lexicon(&root, configs, options, &mut read.problems);
    let overlay = options.overlay.as_ref().map(|overlay| overlay_path(&overlay.path));
    let overlay = overlay.and_then(|path| files.iter().position(|file| file.path == path));
    let baseline = configured_baseline(configs).map(|(path, _)| path);
    Workspace {
        root,
        files,
        levels,
        scopes,
        selected,
        sees_everything: !options.isolated,
        problems: read.problems,
        not_decks,
        undecided: read.undecided,
        overlay: overlay.map(FileId),
        lexicon: Arc::new(lexicon),
        media: None,
        known: None,
        past: None,
        configured_by: watched::real_paths(configs, baseline.as_deref()),
        configured_baseline: baseline,
    }
}

/// The baseline that the outermost configuration file names, or one that it extends, and which.
pub(super) fn configured_baseline(configs: &[PlacedConfig]) -> Option<(PathBuf, &PlacedConfig)> {
    let outermost = configs.first()?;
    let of_root = configs.iter().filter(|placed| placed.folder == outermost.folder);
    let named = of_root.rev().find_map(|placed| Some((placed.config.baseline.as_ref()?, placed)));
    named.map(|(path, placed)| (placed.own_folder().join(path), placed))
}

/// Reads the baseline that counts.
fn read_baseline(workspace: &mut Workspace, options: &Options) -> Result<(), OpenError> {
    let path = match &options.baseline {
        BaselineSource::Configured => workspace.configured_baseline.clone(),
        BaselineSource::None => None,
        BaselineSource::File(path) => Some(path.clone()),
    };
    let Some(path) = path else { return Ok(()) };
    let baseline = Baseline::load(&path)?;
    let paths = workspace.files.iter().map(|file| file.path.as_path());
    workspace.known = Some(Arc::new(Known::new(baseline, paths, &workspace.root)));
    Ok(())
}

/// What the configuration files, and the lists of words beside them and in the root, know of words.
fn lexicon(
    root: &Path,
    configs: &[PlacedConfig],
    options: &Options,
    problems: &mut Vec<LoadProblem>,
) -> Lexicon {
    let mut lexicon = Lexicon::default();
    options.words.iter().for_each(|word| lexicon.add_lines(word));
    for placed in configs {
        lexicon.add(&placed.config.text);
    }
    let mut folders: BTreeSet<&Path> = configs.iter().map(|it| it.folder.as_path()).collect();
    if !options.isolated {
        folders.insert(root);
    }
    for path in folders.into_iter().map(|folder| folder.join(lexicon::FILE_NAME)) {
        match std::fs::read_to_string(&path) {
            Ok(text) if first_mark(&text).is_some() => {
                let error = std::io::Error::other(
                    "two versions of it were merged and disagree: keep the words of both, and \
                     delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
                );
                problems.push(LoadProblem { path, error: Arc::new(error) });
            }
            Ok(text) => lexicon.add_lines(&text),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => problems.push(LoadProblem { path, error: Arc::new(error) }),
        }
    }
    lexicon
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

/// The scope that the innermost configuration with one says.
fn scope_of(path: &Path, configs: &[PlacedConfig]) -> Scope {
    let around = configs.iter().filter(|placed| path.starts_with(&placed.folder));
    around.filter_map(|placed| placed.config.duplicates.scope).next_back().unwrap_or_default()
}
