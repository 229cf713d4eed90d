//! Where in a configuration file each setting stands.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

/// The places of settings: byte ranges in the text of a configuration file.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Places {
    exclude: Vec<Spanned<String>>,
    baseline: Option<Spanned<String>>,
    rules: BTreeMap<String, Spanned<IgnoredAny>>,
    duplicates: Duplicates,
    overrides: Vec<Override>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Duplicates {
    scope: Option<Spanned<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Override {
    rules: BTreeMap<String, Spanned<IgnoredAny>>,
}

impl Places {
    /// Reads the text of a configuration file that was read before. One that cannot be has no
    /// places.
    pub(crate) fn of(text: &str) -> Self {
        toml::from_str(text).unwrap_or_default()
    }

    /// The glob with that number in `exclude`.
    pub(crate) fn exclude(&self, index: usize) -> Option<Range<usize>> {
        self.exclude.get(index).map(Spanned::span)
    }

    pub(crate) fn baseline(&self) -> Option<Range<usize>> {
        self.baseline.as_ref().map(Spanned::span)
    }

    pub(crate) fn scope(&self) -> Option<Range<usize>> {
        self.duplicates.scope.as_ref().map(Spanned::span)
    }

    /// The level of a rule.
    pub(crate) fn rule(&self, name: &str) -> Option<Range<usize>> {
        self.rules.get(name).map(Spanned::span)
    }

    /// The level of a rule in the override with that number.
    pub(crate) fn override_rule(&self, index: usize, name: &str) -> Option<Range<usize>> {
        self.overrides.get(index)?.rules.get(name).map(Spanned::span)
    }
}
