//! Decks with a mark in them, and what is found at it.

use deck_ide::Place;
use deck_lint::{FileId, SourceFile, Workspace};
use deck_syntax::{Dialect, TextRange, TextSize};

/// A workspace of one deck, and where `‸` stood in it.
pub(crate) struct Marked {
    pub(crate) workspace: Workspace,
    pub(crate) at: TextSize,
}

pub(crate) const FILE: FileId = FileId(0);

impl Marked {
    /// Reads a deck in which `‸` marks the cursor; without a mark it stands at the start.
    pub(crate) fn new(text: &str, dialect: Dialect) -> Self {
        let at = text.find('‸').unwrap_or(0);
        let text = text.replacen('‸', "", 1);
        let workspace = Workspace::of_decks([("decks/a.deck".into(), text.into_bytes(), dialect)]);
        Self { workspace, at: TextSize::new(u32::try_from(at).unwrap()) }
    }

    /// The same in the native dialect.
    pub(crate) fn deck(text: &str) -> Self {
        Self::new(text, Dialect::Deck)
    }

    pub(crate) fn file(&self) -> &SourceFile {
        self.workspace.file(FILE)
    }

    /// What stands in a range.
    pub(crate) fn words(&self, range: TextRange) -> &str {
        &self.file().text[range]
    }

    /// What stands at a place of this file.
    pub(crate) fn words_at(&self, place: Place) -> &str {
        assert_eq!(place.file, FILE);
        self.words(place.range)
    }

    /// The whole file.
    pub(crate) fn all(&self) -> TextRange {
        TextRange::up_to(TextSize::of(self.file().text.as_str()))
    }
}
