//! Which files differ between two states of a repository.

use std::path::PathBuf;

use super::{GitProblem, Repository};

/// A file that differs between two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changed {
    /// The file.
    pub(crate) path: PathBuf,
    /// The blob it was; `None` if it was not there, or was no plain file.
    pub(crate) before: Option<String>,
}

impl Repository {
    /// What `git diff` says has changed, as `from` says: nothing, for what is in the work tree and
    /// not in the index; `--cached` and a commit, for what is in the index; a commit, for what is
    /// in the work tree.
    pub(crate) fn changes(&self, from: &[&str]) -> Result<Vec<Changed>, GitProblem> {
        let mut arguments = vec!["diff", "--raw", "-z", "--no-renames", "--no-abbrev"];
        // Neither what a person has set nor what lies in submodules may change what is told.
        arguments.extend(["--no-ext-diff", "--no-relative", "--ignore-submodules=all"]);
        arguments.extend(from);
        arguments.push("--");
        let said = self.told(&arguments)?;
        let parsed = parse(&said).ok_or_else(|| {
            GitProblem::Failed("`git diff --raw` says something unknown".to_owned())
        })?;
        let place = |(name, before): (&[u8], Option<String>)| Changed {
            path: self.top.join(to_path(name)),
            before,
        };
        Ok(parsed.into_iter().map(place).collect())
    }
}

/// The names of what has changed, and the blobs they were.
fn parse(said: &[u8]) -> Option<Vec<(&[u8], Option<String>)>> {
    let mut fields = said.split(|&byte| byte == 0).filter(|field| !field.is_empty());
    let mut changes = Vec::new();
    while let Some(about) = fields.next() {
        let about = std::str::from_utf8(about).ok()?.strip_prefix(':')?;
        let name = fields.next()?;
        let mut about = about.split(' ');
        let (mode, _, blob) = (about.next()?, about.next()?, about.next()?);
        let status = about.nth(1)?;
        // Of a file in the middle of a merge there is no one text before.
        if status.starts_with('U') {
            continue;
        }
        // Links and submodules are no decks.
        let is_file = mode.starts_with("100");
        changes.push((name, is_file.then(|| blob.to_owned())));
    }
    Some(changes)
}

/// The contents that `git cat-file --batch` prints.
pub(super) fn split_blobs(mut said: &[u8], count: usize) -> Option<Vec<Vec<u8>>> {
    let mut blobs = Vec::with_capacity(count);
    while !said.is_empty() {
        let end = said.iter().position(|&byte| byte == b'\n')?;
        let head = std::str::from_utf8(&said[..end]).ok()?;
        let size: usize = head.split(' ').nth(2)?.parse().ok()?;
        let content = said.get(end + 1..end + 1 + size)?;
        blobs.push(content.to_vec());
        said = said.get(end + 2 + size..)?;
    }
    (blobs.len() == count).then_some(blobs)
}

/// The path that Git names by these bytes, with `/` between folders.
#[cfg(unix)]
pub(super) fn to_path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    std::ffi::OsStr::from_bytes(name).into()
}

/// The path that Git names by these bytes, with `/` between folders.
#[cfg(not(unix))]
pub(super) fn to_path(name: &[u8]) -> PathBuf {
    String::from_utf8_lossy(name).split('/').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_prints_is_read() {
        let said = b":100644 000000 aaaa 0000 D\0a b.deck\0:000000 100644 0000 bbbb A\0new.deck\0\
                     :160000 160000 cccc dddd M\0sub\0:000000 100644 0000 0000 U\0torn.deck\0";
        let expected: Vec<(&[u8], Option<String>)> =
            vec![(b"a b.deck", Some("aaaa".to_owned())), (b"new.deck", None), (b"sub", None)];
        assert_eq!(parse(said), Some(expected));
        assert_eq!(parse(b"something else\0"), None);
    }

    #[test]
    fn contents_are_told_apart_by_their_lengths() {
        let said = b"aaaa blob 4\nx\ny\n\nbbbb blob 0\n\n";
        assert_eq!(split_blobs(said, 2), Some(vec![b"x\ny\n".to_vec(), Vec::new()]));
        assert_eq!(split_blobs(b"aaaa missing\n", 1), None);
        assert_eq!(split_blobs(said, 3), None);
    }
}
