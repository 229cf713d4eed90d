//! What applies to a file, and from where.

use std::io::Read as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use deck_syntax::Detection;

use super::candidates::unusable;
use super::dialects::SAMPLE;
use super::{OpenError, Options, PlacedConfig, load, root};
use crate::config::{LevelSetting, Places, Scope, glob_set};
use crate::diagnostic::Level;
use crate::rule::Rule;
use crate::rules;

/// What applies to a file or folder.
#[derive(Debug, Clone)]
pub struct InForce {
    /// Its real path.
    pub path: PathBuf,
    /// The root of its workspace.
    pub root: PathBuf,
    /// The configuration files that speak for it, those that win last.
    pub configs: Vec<PathBuf>,
    /// What a file is written in and what tells; `None` for a folder.
    pub dialect: Option<Detection>,
    /// With which cards its own are compared, and what says so.
    pub scope: (Scope, Option<Origin>),
    /// The glob that leaves it out unless it is named, if one does.
    pub excluded: Option<Origin>,
    /// The baseline that lists what was there before.
    pub baseline: Option<(PathBuf, Origin)>,
    /// The rules that configuration says something of, by name.
    pub rules: Vec<RuleInForce>,
}

/// Where a setting stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The configuration file.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// The globs by which the setting is for this file, if it is not for all.
    pub globs: Vec<String>,
}

/// What configuration makes of a rule.
#[derive(Debug, Clone)]
pub struct RuleInForce {
    /// The rule.
    pub rule: &'static Rule,
    /// Its level; `None` if it does not run.
    pub level: Option<Level>,
    /// What says so.
    pub origin: Origin,
}

pub(super) fn of(options: &Options, path: &Path) -> Result<InForce, OpenError> {
    let path = dunce::canonicalize(path).map_err(|error| unusable(path, error))?;
    let folder = if path.is_dir() { &path } else { path.parent().unwrap_or(&path) };
    let root = root::of(folder);
    let configs: Vec<Sourced> =
        load::configs_for(options, folder, &root)?.into_iter().map(Sourced::of).collect();
    let placed: Vec<PlacedConfig> = configs.iter().map(|it| it.placed.clone()).collect();
    let baseline = load::configured_baseline(&placed).and_then(|(baseline, from)| {
        let said = configs.iter().find(|it| it.placed.path == from.path)?;
        Some((baseline, said.origin(said.places.baseline(), &[])))
    });
    Ok(InForce {
        dialect: if path.is_dir() { None } else { Some(dialect(options, &path)?) },
        scope: scope(&configs),
        excluded: excluded(&configs, &root, &path),
        rules: in_force(&configs, &path),
        configs: placed.into_iter().map(|placed| placed.path).collect(),
        baseline,
        path,
        root,
    })
}

/// A configuration file and where in it everything stands.
struct Sourced {
    placed: PlacedConfig,
    places: Places,
}

impl Sourced {
    fn of(placed: PlacedConfig) -> Self {
        Self { places: Places::of(&placed.text), placed }
    }

    fn origin(&self, place: Option<Range<usize>>, globs: &[String]) -> Origin {
        let at = place.map_or(0, |place| place.start).min(self.placed.text.len());
        let line = memchr::memchr_iter(b'\n', &self.placed.text.as_bytes()[..at]).count();
        Origin { path: self.placed.path.clone(), line: line + 1, globs: globs.to_vec() }
    }
}

fn dialect(options: &Options, path: &Path) -> Result<Detection, OpenError> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(SAMPLE as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| OpenError::Unreadable { path: path.to_owned(), error })?;
    let text = String::from_utf8_lossy(&bytes);
    load::dialect_of(options, path, &text).map(|(detection, _)| detection)
}

fn scope(configs: &[Sourced]) -> (Scope, Option<Origin>) {
    let said = configs.iter().rev().find_map(|it| {
        let scope = it.placed.config.duplicates.scope?;
        Some((scope, it.origin(it.places.scope(), &[])))
    });
    said.map_or((Scope::default(), None), |(scope, origin)| (scope, Some(origin)))
}

/// The glob of the root's configuration that leaves the file out.
fn excluded(configs: &[Sourced], root: &Path, path: &Path) -> Option<Origin> {
    let relative = path.strip_prefix(root).ok()?;
    let of_root = configs.iter().filter(|it| it.placed.folder == root);
    of_root.into_iter().find_map(|it| {
        let globs = &it.placed.config.exclude;
        let is_it = |glob: &String| glob_set(std::slice::from_ref(glob)).is_match(relative);
        let index = globs.iter().position(is_it)?;
        Some(it.origin(it.places.exclude(index), &globs[index..=index]))
    })
}

/// What was said last of each rule of which something is said.
fn in_force(configs: &[Sourced], path: &Path) -> Vec<RuleInForce> {
    let mut said: Vec<Option<(LevelSetting, Origin)>> = vec![None; rules::ALL.len()];
    for it in configs {
        let Ok(relative) = path.strip_prefix(&it.placed.folder) else { continue };
        let config = &it.placed.config;
        for (name, &setting) in &config.rules {
            set(&mut said, name, (setting, it.origin(it.places.rule(name), &[])));
        }
        for (index, part) in config.overrides.iter().enumerate() {
            if !glob_set(&part.files).is_match(relative) {
                continue;
            }
            for (name, &setting) in &part.rules {
                let place = it.places.override_rule(index, name);
                set(&mut said, name, (setting, it.origin(place, &part.files)));
            }
        }
    }
    let all = rules::ALL.iter().zip(said);
    all.filter_map(|(rule, said)| {
        let (setting, origin) = said?;
        Some(RuleInForce { rule, level: setting.level(), origin })
    })
    .collect()
}

fn set(said: &mut [Option<(LevelSetting, Origin)>], name: &str, new: (LevelSetting, Origin)) {
    if let Some(index) = rules::index_of(name) {
        said[index] = Some(new);
    }
}
