//! Paths as people write them, and files written so that nothing is lost.

use std::io::{self, Write as _};
use std::path::Path;

/// A path as a person in the current folder would write it.
pub(crate) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let short = here.as_ref().ok().and_then(|here| path.strip_prefix(here).ok());
    let short = short.unwrap_or(path);
    short.strip_prefix(".").unwrap_or(short).display().to_string()
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
