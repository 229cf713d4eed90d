//! `#key:value` lines.

use std::ops::Range;

use super::sniff::SEPARATORS;

/// The keys Anki knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// What parts the fields of a row.
    Separator,
    /// Whether the fields are HTML.
    Html,
    /// Tags for all notes.
    Tags,
    /// What the columns are called.
    Columns,
    /// The note type of all notes.
    Notetype,
    /// The deck of all notes.
    Deck,
    /// The column that holds note types.
    NotetypeColumn,
    /// The column that holds decks.
    DeckColumn,
    /// The column that holds tags.
    TagsColumn,
    /// The column that holds the notes' ids.
    GuidColumn,
    /// What to do with notes that are there already.
    IfMatches,
    /// Where notes that are there already are looked for.
    MatchScope,
}

impl Key {
    /// All keys.
    pub const ALL: [Self; 12] = [
        Self::Separator,
        Self::Html,
        Self::Tags,
        Self::Columns,
        Self::Notetype,
        Self::Deck,
        Self::NotetypeColumn,
        Self::DeckColumn,
        Self::TagsColumn,
        Self::GuidColumn,
        Self::IfMatches,
        Self::MatchScope,
    ];

    /// The key as Anki writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Separator => "separator",
            Self::Html => "html",
            Self::Tags => "tags",
            Self::Columns => "columns",
            Self::Notetype => "notetype",
            Self::Deck => "deck",
            Self::NotetypeColumn => "notetype column",
            Self::DeckColumn => "deck column",
            Self::TagsColumn => "tags column",
            Self::GuidColumn => "guid column",
            Self::IfMatches => "if matches",
            Self::MatchScope => "match scope",
        }
    }
}

/// A line that is a header, or was meant as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderLine<'t> {
    line: &'t str,
    /// Where the key stands in the line, as it is written.
    pub key: Range<usize>,
    /// Where the value stands: all that is behind the colon.
    pub value: Range<usize>,
    /// The key, if it is one that Anki knows.
    pub known: Option<Key>,
}

impl<'t> HeaderLine<'t> {
    /// The header on a line: `#`, one of Anki's keys, `:`. A key that Anki does not know is one or
    /// two words of letters directly behind the `#`, so that most comments are none.
    pub fn of(line: &'t str) -> Option<Self> {
        let rest = line.strip_prefix('#')?;
        let colon = memchr::memchr(b':', rest.as_bytes().get(..60).unwrap_or(rest.as_bytes()))?;
        let key = &rest[..colon];
        let name = key.trim();
        let known = Key::ALL.into_iter().find(|key| name.eq_ignore_ascii_case(key.name()));
        if known.is_none() && !is_word(key) {
            return None;
        }
        let start = 1 + key.len() - key.trim_start().len();
        let value = 1 + colon + 1..line.len();
        Some(Self { line, key: start..start + name.len(), value, known })
    }

    /// The key as it is written, without white space around it.
    pub fn key_text(&self) -> &'t str {
        &self.line[self.key.clone()]
    }

    /// The value as it is written.
    pub fn value_text(&self) -> &'t str {
        &self.line[self.value.clone()]
    }
}

/// One or two words of letters, with no space before them.
fn is_word(key: &str) -> bool {
    (2..=20).contains(&key.len())
        && key.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b' ' | b'_'))
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.split_whitespace().count() <= 2
}

/// The separator that Anki reads in the value of `#separator:`; a name, or the mark itself.
pub fn separator_value(value: &str) -> Option<u8> {
    let named = match value.trim().to_ascii_lowercase().as_str() {
        "tab" => Some(b'\t'),
        "pipe" => Some(b'|'),
        "semicolon" => Some(b';'),
        "colon" => Some(b':'),
        "comma" => Some(b','),
        "space" => Some(b' '),
        _ => None,
    };
    let mark = || match value.as_bytes() {
        [mark] if SEPARATORS.contains(mark) => Some(*mark),
        _ => None,
    };
    named.or_else(mark)
}

/// Whether `#html:` with this value turns HTML on or off; `None` if Anki ignores it, as it does
/// where a space stands before the word.
pub fn is_html_value(value: &str) -> Option<bool> {
    match value.trim_end().to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}
