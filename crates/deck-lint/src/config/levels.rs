//! Which level each rule has for a file.

use std::path::Path;

use globset::{Glob, GlobSet, GlobSetBuilder};

use super::{Config, LevelSetting};
use crate::diagnostic::Level;
use crate::rules;

/// The level of every rule, in the order of [`rules::ALL`]; `None` where a rule does not run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels(Vec<Option<Level>>);

impl Default for Levels {
    fn default() -> Self {
        Self(rules::ALL.iter().map(|rule| rule.enabled.then_some(rule.level)).collect())
    }
}

impl Levels {
    /// The level of the rule with index `rule` in [`rules::ALL`].
    pub fn of(&self, rule: usize) -> Option<Level> {
        self.0[rule]
    }

    /// Sets the level of the rule of that name; an unknown name changes nothing.
    pub fn set(&mut self, name: &str, setting: LevelSetting) {
        if let Some(index) = rules::index_of(name) {
            self.0[index] = setting.level();
        }
    }

    /// Turns every rule off but these. One that is off by default gets its own level.
    pub fn select(&mut self, names: &[String]) {
        for (index, rule) in rules::ALL.iter().enumerate() {
            let chosen = names.iter().any(|name| name == rule.name);
            self.0[index] = if chosen { self.0[index].or(Some(rule.level)) } else { None };
        }
    }

    /// Applies a configuration file to the levels of the file at `path`, which is relative to the
    /// configuration file's folder.
    pub(crate) fn apply(&mut self, config: &Config, path: &Path) {
        for (name, &setting) in &config.rules {
            self.set(name, setting);
        }
        for part in config.overrides.iter().filter(|part| glob_set(&part.files).is_match(path)) {
            for (name, &setting) in &part.rules {
                self.set(name, setting);
            }
        }
    }
}

/// A set of globs that were checked when the configuration was read. A glob that names a folder
/// stands for everything in it.
pub(crate) fn glob_set(globs: &[String]) -> GlobSet {
    let mut builder = GlobSetBuilder::new();
    for glob in globs {
        let glob = glob.trim_end_matches('/');
        for glob in [glob.to_owned(), format!("{glob}/**")] {
            if let Ok(glob) = Glob::new(&glob) {
                builder.add(glob);
            }
        }
    }
    builder.build().unwrap_or_default()
}
