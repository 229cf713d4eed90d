//! Which dialect each file is written in: as the command line says, else as the configuration
//! says, else as its name and content tell.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use deck_syntax::{Detection, Dialect, Settings, detect};
use globset::GlobSet;

use super::{Options, PlacedConfig};
use crate::config::{ObsidianConfig, PLUGIN_FILE, glob_set};
use crate::near_miss::{asks, orders};

/// How much of a file is looked at to tell its dialect, in bytes.
pub(super) const SAMPLE: usize = 256 * 1024;

/// What is known of dialects before any file is read.
pub(super) struct Dialects<'c> {
    forced: Option<Dialect>,
    isolated: bool,
    configs: &'c [PlacedConfig],
    globs: Vec<(&'c Path, GlobSet, Dialect)>,
    /// The settings that apply in each folder that was asked for.
    settings: Mutex<HashMap<PathBuf, Arc<Settings>>>,
}

impl<'c> Dialects<'c> {
    pub(super) fn new(options: &Options, configs: &'c [PlacedConfig]) -> Self {
        let globs = configs.iter().flat_map(|placed| {
            let folder = placed.folder.as_path();
            placed.config.files.iter().map(move |files| {
                let globs = glob_set(std::slice::from_ref(&files.glob));
                (folder, globs, files.dialect)
            })
        });
        Self {
            forced: options.dialect,
            isolated: options.isolated,
            configs,
            globs: globs.collect(),
            settings: Mutex::default(),
        }
    }

    /// What is said of the file, by the command line if it is one of those `selected` there, or by
    /// the configuration.
    pub(super) fn said(&self, path: &Path, selected: bool) -> Option<Detection> {
        let said = |dialect, reason: &str| Detection {
            dialect: Some(dialect),
            reason: reason.into(),
            nearly: false,
        };
        if let Some(dialect) = self.forced.filter(|_| selected) {
            return Some(said(dialect, "`--dialect` says so"));
        }
        let matching = self.globs.iter().rev().find(|(folder, globs, _)| {
            path.strip_prefix(folder).is_ok_and(|relative| globs.is_match(relative))
        });
        matching.map(|(.., dialect)| said(*dialect, "`decklint.toml` says so"))
    }

    /// Tells the dialect of a file from its name and the beginning of its text.
    pub(super) fn tell(&self, path: &Path, sample: &str) -> Detection {
        let mut detection = detect(&path.to_string_lossy(), sample, &self.settings(path));
        if detection.dialect.is_none()
            && let Some(more) = prompts(sample)
        {
            detection.reason += &more;
            detection.nearly = true;
        }
        detection
    }

    /// The settings of dialects that apply to a file.
    pub(super) fn settings(&self, path: &Path) -> Arc<Settings> {
        let folder = path.parent().unwrap_or(path);
        let mut known = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(settings) = known.get(folder) {
            return Arc::clone(settings);
        }
        let settings = Arc::new(self.read_settings(folder));
        known.insert(folder.to_owned(), Arc::clone(&settings));
        settings
    }

    /// The plugin's settings in the vault around `folder`, and over them what configuration says.
    fn read_settings(&self, folder: &Path) -> Settings {
        let mut settings = Settings::default();
        if self.isolated {
            return settings;
        }
        let plugin = folder
            .ancestors()
            .find_map(|above| std::fs::read_to_string(above.join(PLUGIN_FILE)).ok());
        if let Some(json) = plugin {
            ObsidianConfig::of_plugin(&json).apply(&mut settings.obsidian);
        }
        for placed in self.configs.iter().filter(|placed| folder.starts_with(&placed.folder)) {
            placed.config.obsidian.apply(&mut settings.obsidian);
        }
        settings
    }
}

/// What to say of a text that looks like a deck whose questions have no question marks.
fn prompts(text: &str) -> Option<String> {
    const SEVERAL: usize = 5;
    let lines = deck_syntax::lines(text).map(|line| line.of(text));
    let count = lines.filter(|line| orders(line) || asks(line) && !line.contains('?')).count();
    (count >= SEVERAL).then(|| {
        format!(
            "; {count} lines read like questions without a question mark: if it is a deck, call it \
             `.deck`, and what keeps them from being cards is reported"
        )
    })
}
