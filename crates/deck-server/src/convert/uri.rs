//! Names of documents and paths of files.

use std::path::{Path, PathBuf};

use tower_lsp::ls_types::Uri;

/// The real path of a file, links followed; `None` for what is no file.
pub(crate) fn to_path(uri: &Uri) -> Option<PathBuf> {
    if uri.scheme().as_str() != "file" {
        return None;
    }
    let path = uri.to_file_path()?.into_owned();
    Some(dunce::canonicalize(&path).unwrap_or(path))
}

/// The path of a document: of a file, or a made-up one where it was never saved. `None` for what
/// is no document of anyone's: output, a version in Git.
pub(crate) fn of_document(uri: &Uri, language: &str) -> Option<PathBuf> {
    if uri.scheme().as_str() != "untitled" {
        return to_path(uri);
    }
    let extension = if language == "deck" { "deck" } else { "md" };
    let name = uri.path().as_str().replace('/', "-");
    Some(Path::new("/untitled").join(format!("{name}.{extension}")))
}

/// The name of a file.
pub(crate) fn of_path(path: &Path) -> Option<Uri> {
    Uri::from_file_path(path)
}
