//! Dialects by their names in configuration.

use deck_syntax::Dialect;
use schemars::JsonSchema;
use serde::Deserialize;

/// The name of a dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DialectName {
    /// Markdown with question lines.
    Deck,
    /// `Q:`, `A:` and `C:`, as hashcards reads them.
    Hashcards,
    /// Notes for Obsidian's Spaced Repetition plugin.
    Obsidian,
    /// Text that Anki imports, Quizlet exports among it.
    Anki,
    /// Markdown in which every `##` heading is a question.
    Headings,
}

impl DialectName {
    /// The dialect of that name.
    pub fn dialect(self) -> Dialect {
        match self {
            Self::Deck => Dialect::Deck,
            Self::Hashcards => Dialect::Hashcards,
            Self::Obsidian => Dialect::Obsidian,
            Self::Anki => Dialect::Anki,
            Self::Headings => Dialect::Headings,
        }
    }
}

/// Written out, since what serde derives says "wanted string or table" of a name that is none.
impl<'de> Deserialize<'de> for DialectName {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const NAMES: &[&str] = &["deck", "hashcards", "obsidian", "anki", "headings"];
        let name = String::deserialize(deserializer)?;
        match Dialect::from_name(&name) {
            Some(Dialect::Deck) => Ok(Self::Deck),
            Some(Dialect::Hashcards) => Ok(Self::Hashcards),
            Some(Dialect::Obsidian) => Ok(Self::Obsidian),
            Some(Dialect::Anki) => Ok(Self::Anki),
            Some(Dialect::Headings) => Ok(Self::Headings),
            None => Err(serde::de::Error::unknown_variant(&name, NAMES)),
        }
    }
}
