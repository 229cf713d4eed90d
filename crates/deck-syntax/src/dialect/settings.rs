//! What dialects can be told about how somebody writes in them.

use super::obsidian;

/// The settings of all dialects. They arrive as data; nothing here reads a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Those of the Obsidian plugin.
    pub obsidian: obsidian::Settings,
}
