//! Writing files so that nothing is lost: whatever happens, the old text is there or the new one.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// Replaces the text of a file, which was `before` when it was read. Who owns it and who may read
/// it stays; where the path is a link, the file that it leads to changes. Another name that the
/// same file has (a hard link) keeps the old text.
///
/// # Errors
/// If it may not be written, or holds something else by now.
pub(crate) fn replace(path: &Path, before: &str, text: &str) -> io::Result<()> {
    let path = dunce::canonicalize(path)?;
    let about = fs::metadata(&path)?;
    if !about.is_file() {
        return Err(io::Error::other("it is no ordinary file"));
    }
    // A new file could take the place of one that may not be written. Nobody would want that.
    if about.permissions().readonly() {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "it is read-only"));
    }
    OpenOptions::new().write(true).open(&path)?;
    let new = write_beside(&path, text.as_bytes(), Some(&about))?;
    let now = fs::read(&path)?;
    if now != before.as_bytes() {
        // Another run may have done the same.
        let same = now == text.as_bytes();
        let changed = || io::Error::other("it was changed in the meantime; run decklint again");
        return if same { Ok(()) } else { Err(changed()) };
    }
    new.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Writes a file, in place of what is there: it is never half written. What a link leads to is
/// replaced, not the link; a device or a pipe is written to as it is.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = dunce::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let about = fs::metadata(&path).ok();
    // Putting a file in the place of `/dev/null` would break the system.
    if about.as_ref().is_some_and(|about| !about.is_file()) {
        return fs::write(&path, bytes);
    }
    let new = write_beside(&path, bytes, about.as_ref())?;
    new.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// A file beside `path` that can take its place. Its name is hidden, so that no run takes it for a
/// deck if this one is killed.
fn write_beside(path: &Path, bytes: &[u8], like: Option<&Metadata>) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".").suffix(".decklint-tmp");
    // What takes the place of another file is nobody else's to read until it has its permissions.
    #[cfg(unix)]
    if like.is_none() {
        builder.permissions(new_file());
    }
    let new = builder.tempfile_in(folder.unwrap_or(Path::new("."))).map_err(|error| {
        // The error names the file that could not be made, which nobody asked for.
        let kind = error.kind();
        io::Error::new(kind, format!("no new file can be made beside it: {kind}"))
    })?;
    // Through the file itself, whose errors name no path.
    let mut file = new.as_file();
    file.write_all(bytes)?;
    if let Some(like) = like {
        keep_owner(file, like);
        file.set_permissions(like.permissions())?;
    }
    file.sync_all()?;
    Ok(new)
}

/// Who may read a new file: as with any other program, unless the system says less.
#[cfg(unix)]
fn new_file() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    fs::Permissions::from_mode(0o666)
}

/// Gives a file the owner that the other has, if that is allowed: root must not take a deck away
/// from the one who writes it.
#[cfg(unix)]
fn keep_owner(file: &File, like: &Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let is_same = |now: Metadata| (now.uid(), now.gid()) == (like.uid(), like.gid());
    if !file.metadata().is_ok_and(is_same) {
        // Where it is not allowed, the file belongs to the one who may write it.
        let _ = fchown(file, Some(like.uid()), Some(like.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_else_wrote_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.deck");
        fs::write(&path, "saved by an editor").unwrap();
        let error = replace(&path, "as it was read", "put right").unwrap_err();
        assert!(error.to_string().contains("changed in the meantime"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "saved by an editor");
        // Another run that did the same is no trouble.
        fs::write(&path, "put right").unwrap();
        replace(&path, "as it was read", "put right").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
