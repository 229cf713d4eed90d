//! What files are called in reports.

use std::path::{Component, Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand in the path of a URI as it is; the rest is written as `%` and two digits.
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The folder to which paths are relative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// The one in which decklint runs: what a person, or a program that started it, expects.
    Here,
    /// The root of the Git repository around it: what services that show a repository expect,
    /// wherever in it decklint runs.
    Repository,
}

impl Base {
    /// The folder, as the paths of decks begin with it.
    pub(super) fn folder(self) -> PathBuf {
        let here = std::env::current_dir().and_then(dunce::canonicalize).unwrap_or_default();
        match self {
            Self::Here => here,
            Self::Repository => repository(&here).map(Path::to_owned).unwrap_or(here),
        }
    }
}

fn repository(here: &Path) -> Option<&Path> {
    here.ancestors().find(|folder| folder.join(".git").exists())
}

/// The path from a folder, with `/` between its parts on every system; whole if it does not lie
/// in that folder.
pub(super) fn relative(path: &Path, folder: &Path) -> String {
    let Ok(inside) = path.strip_prefix(folder) else {
        return path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/");
    };
    let parts = inside.components().filter(|part| *part != Component::CurDir);
    let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// A path, as [`relative`] yields it, as a URI.
pub(super) fn uri(path: &str) -> String {
    let encoded = utf8_percent_encode(path, ENCODED);
    let is_drive = path.as_bytes().get(1) == Some(&b':');
    match path {
        _ if path.starts_with("//") => format!("file:{encoded}"),
        _ if path.starts_with('/') => format!("file://{encoded}"),
        _ if is_drive => format!("file:///{encoded}"),
        _ => encoded.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_to_a_folder_and_have_slashes() {
        let folder = Path::new("/notes");
        assert_eq!(relative(Path::new("/notes/unit 1/rome.deck"), folder), "unit 1/rome.deck");
        assert_eq!(relative(Path::new("/other/rome.deck"), folder), "/other/rome.deck");
    }

    #[test]
    fn the_repository_is_around_the_folder() {
        let around = tempfile::TempDir::new().unwrap();
        let deep = around.path().join("unit/1");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::create_dir(around.path().join(".git")).unwrap();
        assert_eq!(repository(&deep), Some(around.path()));
    }

    #[test]
    fn uris_hold_no_letter_that_means_something_else() {
        assert_eq!(uri("unit 1/50% \"off\"?.deck"), "unit%201/50%25%20%22off%22%3F.deck");
        assert_eq!(uri("größe.deck"), "gr%C3%B6%C3%9Fe.deck");
        assert_eq!(uri("/a b.deck"), "file:///a%20b.deck");
        assert_eq!(uri("C:/a.deck"), "file:///C%3A/a.deck");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
    }
}
