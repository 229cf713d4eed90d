//! `decklint.toml`.

mod dialect;
mod duplicates;
mod extends;
mod levels;
mod obsidian;
mod places;
mod read;
mod text;

use std::collections::BTreeMap;
use std::path::PathBuf;

use deck_syntax::Dialect;
use schemars::JsonSchema;
use serde::Deserialize;

pub use duplicates::{DuplicatesConfig, Scope};
pub use levels::Levels;
pub(crate) use levels::glob_set;
pub use obsidian::ObsidianConfig;
pub(crate) use obsidian::PLUGIN_FILE;
pub(crate) use places::Places;
pub use read::ConfigError;
pub use text::TextConfig;

use crate::diagnostic::Level;

/// The name of the configuration file.
pub const FILE_NAME: &str = "decklint.toml";

/// What a `decklint.toml` says.
///
/// The outermost one in the folders above a deck marks the workspace's root. One in a folder below
/// changes levels for the decks in its folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Another configuration file, or the folder of one, relative to the folder of this file. What
    /// it says holds as if it stood in this file, where this file says nothing else.
    pub extends: Option<String>,
    /// Files and folders that are left out unless they are named on the command line, as globs
    /// relative to the folder of this file.
    pub exclude: Vec<String>,
    /// The file that lists what was wrong before decklint was used, relative to the folder of this
    /// file: it is neither reported nor counted. `decklint baseline` writes it. Only the outermost
    /// configuration file's counts.
    pub baseline: Option<PathBuf>,
    /// The dialect of files for which it cannot be told, or is told wrongly. Where several match,
    /// later ones win.
    pub files: Vec<FilesDialect>,
    /// How the Obsidian plugin is set up, where its own settings file is not in the repository.
    pub obsidian: ObsidianConfig,
    /// How duplicates are looked for.
    pub duplicates: DuplicatesConfig,
    /// What is known of the words of the decks.
    pub text: TextConfig,
    /// The level of each rule that is not to have its default.
    #[schemars(schema_with = "rules_schema")]
    pub rules: BTreeMap<String, LevelSetting>,
    /// Levels for some files only. Where several match, later ones win.
    pub overrides: Vec<Override>,
}

/// The dialect of the files that match a glob.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FilesDialect {
    /// The files, as a glob relative to the folder of this file. They are decks whatever they are
    /// called.
    pub glob: String,
    /// What they are written in.
    #[serde(deserialize_with = "dialect::read")]
    #[schemars(schema_with = "dialect::schema")]
    pub dialect: Dialect,
}

/// Levels for the files that match a glob.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The files, as globs relative to the folder of this file.
    pub files: Vec<String>,
    /// The levels.
    #[schemars(schema_with = "rules_schema")]
    pub rules: BTreeMap<String, LevelSetting>,
}

/// The level of a rule in configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LevelSetting {
    /// Fails a build.
    Error,
    /// Fails a build, unless told otherwise.
    Warning,
    /// Never fails a build.
    Hint,
    /// The rule does not run.
    Off,
}

/// Written out, since what serde derives says "wanted string or table" of a level that is none.
impl<'de> Deserialize<'de> for LevelSetting {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const LEVELS: &[&str] = &["error", "warning", "hint", "off"];
        let level = String::deserialize(deserializer)?;
        match level.as_str() {
            "error" => Ok(Self::Error),
            "warning" => Ok(Self::Warning),
            "hint" => Ok(Self::Hint),
            "off" => Ok(Self::Off),
            other => Err(serde::de::Error::unknown_variant(other, LEVELS)),
        }
    }
}

impl LevelSetting {
    /// The level, or `None` for a rule that does not run.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Hint => Some(Level::Hint),
            Self::Off => None,
        }
    }
}

/// The JSON Schema of `decklint.toml`, with the names of all rules.
pub fn json_schema() -> schemars::Schema {
    let mut schema = schemars::schema_for!(Config);
    schema.insert("title".into(), "decklint.toml".into());
    schema
}

/// A table from rule names to levels: the names are listed, so that editors complete them.
fn rules_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let level = generator.subschema_for::<LevelSetting>();
    let properties: serde_json::Map<String, serde_json::Value> = crate::rules::ALL
        .iter()
        .map(|rule| {
            let mut schema = level.clone();
            schema.insert("description".into(), rule.summary.into());
            (rule.name.to_owned(), schema.to_value())
        })
        .collect();
    schemars::json_schema!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false
    })
}
