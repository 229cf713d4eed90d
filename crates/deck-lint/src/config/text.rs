//! What is known of the words of the decks.

use schemars::JsonSchema;
use serde::Deserialize;

/// What is known of the words of the decks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TextConfig {
    /// Names and technical terms as they are to be spelled, besides those that the decks write
    /// with a capital inside a sentence at least twice: editors complete, count and rename them.
    pub terms: Vec<String>,
    /// Words that are spelled rightly whatever a list of misspellings says. They may stand in a file
    /// `.decklint-words` beside this one, too, one on a line.
    pub words: Vec<String>,
}
