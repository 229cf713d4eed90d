//! Paths as people write them, and files written so that nothing is lost.

mod write;

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use deck_lint::{OpenError, Workspace};

use crate::failure::Failure;
pub(crate) use write::{replace, write_whole};

/// A path as a person in the current folder would write it.
pub(crate) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(dunce::canonicalize);
    let short = here.as_ref().ok().and_then(|here| path.strip_prefix(here).ok());
    let short = short.unwrap_or(path);
    short.strip_prefix(".").unwrap_or(short).display().to_string()
}

/// The bytes of the deck that was named; `-` is standard input.
pub(crate) fn read_deck(path: &Path) -> Result<Vec<u8>, Failure> {
    let failure = |what: &str, error| Failure::File { what: format!("read {what}"), error };
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(|e| failure("standard input", e))?;
        return Ok(bytes);
    }
    if path.is_dir() {
        return Err(Failure::Folder(path.display().to_string()));
    }
    if !path.exists() {
        return Err(Failure::Open(OpenError::NoSuchPath(path.to_owned())));
    }
    std::fs::read(path).map_err(|error| failure(&path.display().to_string(), error))
}

/// The decks of some paths, with the cards of other files left out.
pub(crate) fn open_decks(
    paths: &[PathBuf],
    dialect: Option<crate::args::DialectArg>,
) -> Result<Workspace, Failure> {
    let options = deck_lint::Options {
        paths: paths.to_vec(),
        dialect: dialect.map(crate::args::DialectArg::dialect),
        ..deck_lint::Options::default()
    };
    let progress = crate::progress::Progress::new(false);
    let opened = Workspace::open(&options, &|done, total| progress.update(done, total));
    progress.finish();
    let workspace = opened?;
    for problem in &workspace.problems {
        anstream::eprintln!("{problem}");
    }
    Ok(workspace)
}

/// Writes a file that was asked for, in place of what is there, unless that is one of the decks: a
/// mistyped name would cost its cards.
///
/// # Errors
/// If it is a deck, or cannot be written.
pub(crate) fn write_output(
    workspace: &Workspace,
    path: &Path,
    bytes: &[u8],
) -> Result<(), Failure> {
    let is_there = dunce::canonicalize(path).ok();
    if is_there.is_some_and(|path| workspace.files().any(|(_, file)| file.path == path)) {
        return Err(Failure::OverDeck(shown(path)));
    }
    let failure = |error| Failure::File { what: format!("write {}", shown(path)), error };
    write_whole(path, bytes).map_err(failure)
}

/// Names the files that could not be read; whether there are any.
pub(crate) fn report_problems(workspace: &Workspace) -> bool {
    for problem in &workspace.problems {
        let what = format!("read {}", shown(&problem.path));
        anstream::eprintln!("\x1b[31merror\x1b[0m: cannot {what}: {}", problem.error);
    }
    !workspace.problems.is_empty()
}
