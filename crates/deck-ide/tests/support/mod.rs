//! Decks with a cursor in them.
#![allow(dead_code, clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::PathBuf;

use deck_ide::{FileEdits, Names, Place};
use deck_lint::{FileId, Terms, TextEdit, Workspace};
use deck_syntax::{Dialect, TextSize};

/// Where the cursor is.
pub(crate) const CURSOR: char = '‸';

/// A workspace with a cursor in it.
pub(crate) struct Decks {
    pub(crate) workspace: Workspace,
    pub(crate) terms: Terms,
    pub(crate) names: Names,
    pub(crate) file: FileId,
    pub(crate) at: TextSize,
}

impl Decks {
    /// One deck with a `‸` in it.
    pub(crate) fn one(dialect: Dialect, text: &str) -> Self {
        Self::new(&[("a.deck", dialect, text)])
    }

    /// Decks in the order of their paths, one of them with a `‸` in it.
    pub(crate) fn new(decks: &[(&str, Dialect, &str)]) -> Self {
        let (mut file, mut at) = (FileId(0), TextSize::new(0));
        let texts: Vec<_> = decks
            .iter()
            .enumerate()
            .map(|(index, (path, dialect, text))| {
                if let Some(cursor) = text.find(CURSOR) {
                    (file, at) = (FileId(index), TextSize::new(cursor.try_into().unwrap()));
                }
                let text = text.replacen(CURSOR, "", 1);
                (PathBuf::from(path), text.into_bytes(), *dialect)
            })
            .collect();
        let workspace = Workspace::of_decks(texts);
        let (terms, names) = (Terms::of(&workspace, &[]), Names::of(&workspace));
        Self { workspace, terms, names, file, at }
    }

    pub(crate) fn text(&self) -> &str {
        &self.workspace.file(self.file).text
    }

    /// `file line: words` for each place, lines from 1.
    pub(crate) fn show(&self, places: &[Place]) -> Vec<String> {
        let show = |place: &Place| {
            let file = self.workspace.file(place.file);
            let (line, _) = file.line_column(place.range.start());
            format!("{} {line}: {}", file.path.display(), &file.text[place.range])
        };
        places.iter().map(show).collect()
    }

    /// The texts of the files that are changed, with their names where there are several.
    pub(crate) fn applied(&self, files: &[FileEdits]) -> String {
        let mut shown = String::new();
        for edits in files {
            let file = self.workspace.file(edits.file);
            if self.workspace.files().count() > 1 {
                writeln!(shown, "-- {}", file.path.display()).unwrap();
            }
            shown += &apply(&file.text, &edits.edits);
        }
        shown
    }
}

/// A text after edits, which have to be in order and apart.
pub(crate) fn apply(text: &str, edits: &[TextEdit]) -> String {
    let mut result = String::new();
    let mut at = 0;
    for edit in edits {
        let (start, end) = (usize::from(edit.range.start()), usize::from(edit.range.end()));
        assert!(at <= start, "edits overlap or are out of order: {edits:?}");
        result += &text[at..start];
        result += &edit.insert;
        at = end;
    }
    result + &text[at..]
}
