//! The settings of the Obsidian plugin, from `decklint.toml` or from the plugin's own file.

use deck_syntax::obsidian::Settings;
use schemars::JsonSchema;
use serde::Deserialize;

/// How the Obsidian plugin is set up. What is not given is as the plugin's own settings file in the
/// vault says, else as the plugin has it from the start.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct ObsidianConfig {
    /// Between question and answer on one line; `::` from the start.
    pub separator: Option<String>,
    /// The same for a card asked in both directions; `:::` from the start.
    pub both_ways_separator: Option<String>,
    /// Alone on a line between question and answer; `?` from the start.
    pub line_separator: Option<String>,
    /// The same for a card asked in both directions; `??` from the start.
    pub both_ways_line_separator: Option<String>,
    /// Alone on a line, ends a card; from the start a blank line does.
    pub end_marker: Option<String>,
    /// Whether `==marked==` words are deletions; they are from the start.
    pub highlights: Option<bool>,
    /// Whether `**bold**` words are deletions.
    pub bold: Option<bool>,
    /// Whether words in `{{double curly brackets}}` are deletions.
    pub curly_brackets: Option<bool>,
    /// The tags, with their `#`, that make a note a deck; `#flashcards` from the start.
    pub tags: Option<Vec<String>>,
}

/// The plugin's settings file, below the vault's folder.
pub(crate) const PLUGIN_FILE: &str = ".obsidian/plugins/obsidian-spaced-repetition/data.json";

/// What of the plugin's settings file matters here; its own names.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct PluginSettings {
    single_line_card_separator: Option<String>,
    single_line_reversed_card_separator: Option<String>,
    multiline_card_separator: Option<String>,
    multiline_reversed_card_separator: Option<String>,
    multiline_card_end_marker: Option<String>,
    convert_highlights_to_clozes: Option<bool>,
    convert_bold_text_to_clozes: Option<bool>,
    convert_curly_brackets_to_clozes: Option<bool>,
    flashcard_tags: Option<Vec<String>>,
}

impl ObsidianConfig {
    /// Reads the plugin's settings file. One that says nothing that can be understood changes
    /// nothing: it is the plugin's, not the user's, to keep in order.
    pub(crate) fn of_plugin(json: &str) -> Self {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct File {
            settings: PluginSettings,
        }
        let settings = serde_json::from_str::<File>(json).unwrap_or_default().settings;
        Self {
            separator: settings.single_line_card_separator,
            both_ways_separator: settings.single_line_reversed_card_separator,
            line_separator: settings.multiline_card_separator,
            both_ways_line_separator: settings.multiline_reversed_card_separator,
            end_marker: settings.multiline_card_end_marker,
            highlights: settings.convert_highlights_to_clozes,
            bold: settings.convert_bold_text_to_clozes,
            curly_brackets: settings.convert_curly_brackets_to_clozes,
            tags: settings.flashcard_tags,
        }
    }

    /// Changes `settings` where this says something.
    pub(crate) fn apply(&self, settings: &mut Settings) {
        fn set<T: Clone>(value: Option<&T>, target: &mut T) {
            if let Some(value) = value {
                target.clone_from(value);
            }
        }
        set(self.separator.as_ref(), &mut settings.separator);
        set(self.both_ways_separator.as_ref(), &mut settings.both_ways_separator);
        set(self.line_separator.as_ref(), &mut settings.line_separator);
        set(self.both_ways_line_separator.as_ref(), &mut settings.both_ways_line_separator);
        set(self.end_marker.as_ref(), &mut settings.end_marker);
        set(self.highlights.as_ref(), &mut settings.highlights);
        set(self.bold.as_ref(), &mut settings.bold);
        set(self.curly_brackets.as_ref(), &mut settings.curly_brackets);
        set(self.tags.as_ref(), &mut settings.tags);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plugins_own_names_are_read() {
        let json = r##"{"settings":{"flashcardTags":["#cards"],"multilineCardEndMarker":"+++",
            "singleLineCardSeparator":">>","unknown":{"a":[1]}},"buryDate":""}"##;
        let mut settings = Settings::default();
        ObsidianConfig::of_plugin(json).apply(&mut settings);
        assert_eq!(settings.tags, ["#cards"]);
        assert_eq!(settings.end_marker, "+++");
        assert_eq!(settings.separator, ">>");
        assert_eq!(settings.line_separator, "?");
    }

    #[test]
    fn a_file_that_is_no_settings_file_changes_nothing() {
        for json in ["", "[]", "{\"settings\": 3}", "\u{0}"] {
            let mut settings = Settings::default();
            ObsidianConfig::of_plugin(json).apply(&mut settings);
            assert_eq!(settings, Settings::default(), "{json}");
        }
    }
}
