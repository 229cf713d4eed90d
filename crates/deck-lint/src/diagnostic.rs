//! Diagnostics as data: what is wrong, where, why it matters, what to do.

use serde::Serialize;
use text_size::TextRange;

use crate::rule::Rule;
use crate::source::FileId;

/// How much a diagnostic matters. Ordered: a hint is less than an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Advice: never fails a build.
    Hint,
    /// Very likely wrong.
    Warning,
    /// A fact.
    Error,
}

impl Level {
    /// The level's name in output and configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that is wrong in a deck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it matters here, after configuration.
    pub level: Level,
    /// The file it is in.
    pub file: FileId,
    /// The place, as byte offsets into the file.
    pub range: TextRange,
    /// What is wrong, in one sentence.
    pub message: String,
    /// A few words to stand under the place; may be empty.
    pub label: String,
    /// What to do about it; may be empty.
    pub help: String,
    /// Other places that have to do with it: at most five.
    pub labels: Vec<Label>,
    /// How many more such places there are than `labels` names.
    pub more: usize,
    /// How many findings this one stands for; 1 but for a roll-up.
    pub count: usize,
    /// Ways to put it right, the likeliest first.
    pub fixes: Vec<Fix>,
    /// The same for the same fault wherever in its file it moves, and on every machine: a hash of
    /// the rule, the words of the question (or of the line, where there is none) and, where
    /// several such faults have the same words, a running number.
    pub fingerprint: u64,
    /// Whether nothing else counts in its file as long as it is there.
    pub alone: bool,
    /// Whether the baseline lists it: it was there before, and fails nothing.
    pub old: bool,
}

/// Another place that has to do with a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The file it is in.
    pub file: FileId,
    /// The place, as byte offsets into that file.
    pub range: TextRange,
    /// What is there.
    pub text: String,
}

/// A way to put something right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an order: "Add a space after the bullet".
    pub title: String,
    /// Whether it may be applied unseen.
    pub applicability: Applicability,
    /// What it changes in the diagnostic's file. The edits do not overlap.
    pub edits: Vec<TextEdit>,
}

impl Fix {
    /// A fix that keeps what every card means.
    pub fn safe(title: impl Into<String>, edits: impl Into<Vec<TextEdit>>) -> Self {
        Self { title: title.into(), applicability: Applicability::Safe, edits: edits.into() }
    }

    /// A fix that someone has to look at, or to choose.
    pub fn unsafe_(title: impl Into<String>, edits: impl Into<Vec<TextEdit>>) -> Self {
        Self { title: title.into(), applicability: Applicability::Unsafe, edits: edits.into() }
    }
}

/// Whether a fix may be applied unseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// It does what the author meant, and loses nothing.
    Safe,
    /// It may not be what the author meant.
    Unsafe,
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// What is replaced, as byte offsets.
    pub range: TextRange,
    /// What stands there afterwards.
    pub insert: String,
}

impl TextEdit {
    /// Puts `insert` in the place of `range`.
    pub fn replace(range: TextRange, insert: impl Into<String>) -> Self {
        Self { range, insert: insert.into() }
    }

    /// Inserts before byte offset `at`.
    pub fn insert(at: text_size::TextSize, insert: impl Into<String>) -> Self {
        Self::replace(TextRange::empty(at), insert)
    }

    /// Deletes `range`.
    pub fn delete(range: TextRange) -> Self {
        Self::replace(range, "")
    }
}
