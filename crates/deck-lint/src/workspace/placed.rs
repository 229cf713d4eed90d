//! Configuration files and the folders for which they speak.

use std::path::{Path, PathBuf};

use crate::config::{Config, ConfigError, FILE_NAME};

/// A configuration file and the folder to which its globs are relative.
#[derive(Debug, Clone)]
pub(crate) struct PlacedConfig {
    /// The file.
    pub(super) path: PathBuf,
    /// The folder for which it speaks: not its own if another file extends it.
    pub(super) folder: PathBuf,
    pub(super) config: Config,
    /// The text of the file.
    pub(super) text: String,
}

impl PlacedConfig {
    /// Reads a configuration file and those that it extends, which come first: each says what holds
    /// where those after it say nothing.
    pub(super) fn load(path: &Path, folder: &Path) -> Result<Vec<Self>, Box<ConfigError>> {
        let mut chain = Vec::new();
        let mut next = Some(path.to_owned());
        while let Some(path) = next {
            let (config, text) = Config::load(&path)?;
            next = config.extended(&path, &text)?;
            chain.push(Self { path, folder: folder.to_owned(), config, text });
            if let Some(next) = &next {
                refuse_circle(&chain, next)?;
            }
        }
        chain.reverse();
        Ok(chain)
    }

    /// The folder to which paths of other files are relative.
    pub(super) fn own_folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

/// The configuration file of a folder, if it has one, with those that it extends before it.
pub(super) fn of_folder(folder: &Path) -> Result<Vec<PlacedConfig>, Box<ConfigError>> {
    let path = folder.join(FILE_NAME);
    if path.is_file() { PlacedConfig::load(&path, folder) } else { Ok(Vec::new()) }
}

/// Files that extend each other would be read for ever.
fn refuse_circle(chain: &[PlacedConfig], next: &Path) -> Result<(), Box<ConfigError>> {
    let real = |path: &Path| dunce::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let next = real(next);
    let Some(start) = chain.iter().position(|placed| real(&placed.path) == next) else {
        return Ok(());
    };
    let Some(last) = chain.last() else { return Ok(()) };
    let circle = chain[start..].iter().map(|placed| placed.path.as_path());
    let names: Vec<String> = circle
        .chain(std::iter::once(next.as_path()))
        .map(|path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned())
        .collect();
    let message = format!("these files extend each other in a circle: {}", names.join(" → "));
    Err(Box::new(last.config.wrong_extends(
        &last.path,
        &last.text,
        message,
        "take one of them out",
    )))
}
