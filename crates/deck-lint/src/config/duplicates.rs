//! Which cards are compared with each other.

use schemars::JsonSchema;
use serde::Deserialize;

/// How duplicates are looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DuplicatesConfig {
    /// Which cards are compared with each other.
    pub scope: Option<Scope>,
}

/// Which cards are compared with each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Those of one file.
    File,
    /// Those of one folder, folders inside it not included.
    Folder,
    /// All of the workspace.
    #[default]
    Workspace,
}

/// Written out, since what serde derives says "wanted string or table" of a scope that is none.
impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const SCOPES: &[&str] = &["file", "folder", "workspace"];
        let scope = String::deserialize(deserializer)?;
        match scope.as_str() {
            "file" => Ok(Self::File),
            "folder" => Ok(Self::Folder),
            "workspace" => Ok(Self::Workspace),
            other => Err(serde::de::Error::unknown_variant(other, SCOPES)),
        }
    }
}
