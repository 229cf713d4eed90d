//! Dialects by their names in configuration.

use deck_syntax::Dialect;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};

const NAMES: &[&str] = &["deck", "hashcards", "obsidian", "anki", "headings"];

/// Reads the name of a dialect.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Dialect, D::Error> {
    let name = String::deserialize(deserializer)?;
    Dialect::from_name(&name).ok_or_else(|| de::Error::unknown_variant(&name, NAMES))
}

/// The names, so that editors complete them.
pub(super) fn schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": NAMES })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dialect_has_its_name() {
        assert_eq!(Dialect::ALL.map(Dialect::name), NAMES);
    }
}
