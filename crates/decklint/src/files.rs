//! Paths as people write them, and files written so that nothing is lost.

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use deck_lint::{OpenError, Workspace};
use tempfile::NamedTempFile;

use crate::failure::Failure;

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

/// Replaces the content of a file at once: whatever happens, either the old or the new text is
/// there, with the permissions it had.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let permissions = std::fs::metadata(path)?.permissions();
    let mut beside =
        tempfile::Builder::new().prefix(".").suffix(".decklint-tmp").tempfile_in(folder)?;
    beside.write_all(text.as_bytes())?;
    beside.as_file().set_permissions(permissions)?;
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|error| error.error)?;
    Ok(())
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

/// Names the files that could not be read; whether there are any.
pub(crate) fn report_problems(workspace: &Workspace) -> bool {
    for problem in &workspace.problems {
        let what = format!("read {}", shown(&problem.path));
        anstream::eprintln!("\x1b[31merror\x1b[0m: cannot {what}: {}", problem.error);
    }
    !workspace.problems.is_empty()
}

/// Writes a file at once, in place of what is there: whatever happens, it is never half written.
/// What a link points to is replaced, not the link; a device or a pipe is written to as it is.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let Ok(path) = path.canonicalize() else { return write_new(path, bytes) };
    let about = std::fs::metadata(&path)?;
    // Putting a file in the place of `/dev/null` would break the system.
    if !about.is_file() {
        return std::fs::write(&path, bytes);
    }
    let beside = write_beside(&path, bytes)?;
    beside.as_file().set_permissions(about.permissions())?;
    put(beside, &path)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(write_beside(path, bytes)?, path)
}

/// Writes a file beside `path`, to be put in its place.
fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".").suffix(".decklint-tmp");
    #[cfg(unix)]
    builder.permissions(new_file());
    let mut beside = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    beside.write_all(bytes)?;
    Ok(beside)
}

fn put(beside: NamedTempFile, path: &Path) -> io::Result<()> {
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Who may read a new file: as with any other program, unless the system says less.
#[cfg(unix)]
fn new_file() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::Permissions::from_mode(0o666)
}
