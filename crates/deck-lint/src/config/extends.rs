//! Configuration files that take over what another one says.

use std::path::{Path, PathBuf};

use super::{Config, ConfigError, FILE_NAME};

impl Config {
    /// The file that the configuration file at `path` extends. A folder stands for the
    /// `decklint.toml` in it.
    pub(crate) fn extended(
        &self,
        path: &Path,
        text: &str,
    ) -> Result<Option<PathBuf>, Box<ConfigError>> {
        let Some(named) = &self.extends else { return Ok(None) };
        let wrong = |message: String, help: &str| {
            Err(Box::new(self.wrong_extends(path, text, message, help)))
        };
        if named.contains("://") {
            return wrong(
                format!("`{named}` is an address, and decklint fetches nothing from the network"),
                "keep a copy of the file in the repository, and name that",
            );
        }
        let mut target = path.parent().unwrap_or(Path::new("")).join(named);
        if target.is_dir() {
            target = target.join(FILE_NAME);
        }
        if !target.is_file() {
            return wrong(
                format!("there is no file {} to extend", target.display()),
                "name a file, or a folder with a `decklint.toml`, relative to the folder of this file",
            );
        }
        Ok(Some(dunce::canonicalize(&target).unwrap_or(target)))
    }

    /// An error at the place of `extends`.
    pub(crate) fn wrong_extends(
        &self,
        path: &Path,
        text: &str,
        message: String,
        help: &str,
    ) -> ConfigError {
        let value = self.extends.as_deref().unwrap_or_default();
        ConfigError {
            path: path.to_owned(),
            text: text.to_owned(),
            message,
            range: text.find(value).map_or(0..0, |at| at..at + value.len()),
            help: help.to_owned(),
        }
    }
}
