//! Changes to files, as data.

use deck_lint::{FileId, TextEdit};

/// What is to be changed in one file. The edits are in the order of their places and do not
/// overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEdits {
    /// The file.
    pub file: FileId,
    /// What is to be changed in it.
    pub edits: Vec<TextEdit>,
}

/// Puts edits together by their files.
pub(crate) fn by_file(mut edits: Vec<(FileId, TextEdit)>) -> Vec<FileEdits> {
    edits.sort_by_key(|(file, edit)| (*file, edit.range.start(), edit.range.end()));
    edits.dedup();
    let mut files: Vec<FileEdits> = Vec::new();
    for (file, edit) in edits {
        match files.last_mut() {
            Some(last) if last.file == file => last.edits.push(edit),
            _ => files.push(FileEdits { file, edits: vec![edit] }),
        }
    }
    files
}
