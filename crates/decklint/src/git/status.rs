//! Which files are not committed as they are.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::changes::to_path;
use super::{GitProblem, Repository};

/// How many paths are given to `git` at once: few enough for any command line.
const AT_ONCE: usize = 200;

/// What of a file is not committed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// All of it: Git does not know it yet.
    New,
    /// Changes in the working tree.
    Modified,
    /// Changes that are staged, and nothing else.
    Staged,
}

impl Repository {
    /// Those of the files that are not committed as they are.
    pub(crate) fn status(&self, paths: &[&Path]) -> Result<BTreeMap<PathBuf, Status>, GitProblem> {
        let mut found = BTreeMap::new();
        for some in paths.chunks(AT_ONCE) {
            let mut arguments: Vec<&OsStr> =
                vec!["--literal-pathspecs".as_ref(), "status".as_ref()];
            let flags =
                ["--porcelain", "-z", "--untracked-files=all", "--ignore-submodules=all", "--"];
            arguments.extend(flags.map(OsStr::new));
            arguments.extend(some.iter().map(|path| path.as_os_str()));
            let said = self.told(arguments)?;
            found.extend(
                states(&said)
                    .into_iter()
                    .map(|(name, status)| (self.top.join(to_path(name)), status)),
            );
        }
        Ok(found)
    }
}

/// Reads what `git status --porcelain -z` says: two letters, for the index and for the working
/// tree, and the path from the top of the repository.
fn states(said: &[u8]) -> Vec<(&[u8], Status)> {
    let mut entries = said.split(|&byte| byte == 0);
    let mut states = Vec::new();
    while let Some(entry) = entries.next() {
        let Some(([index, tree, b' '], path)) = entry.split_first_chunk() else { continue };
        // What was renamed says after its new name the old one.
        if [index, tree].iter().any(|letter| matches!(letter, b'R' | b'C')) {
            entries.next();
        }
        match (index, tree) {
            (b'!', _) => {}
            (b'?', _) => states.push((path, Status::New)),
            (_, b' ') => states.push((path, Status::Staged)),
            _ => states.push((path, Status::Modified)),
        }
    }
    states
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_says_is_read() {
        let said = b" M a b.deck\0M  staged.deck\0MM both.deck\0?? sub/new.deck\0R  to.deck\0\
                     from.deck\0UU merged.deck\0 A meant.deck\0!! ignored.deck\0";
        let expected: Vec<(&[u8], Status)> = vec![
            (b"a b.deck", Status::Modified),
            (b"staged.deck", Status::Staged),
            (b"both.deck", Status::Modified),
            (b"sub/new.deck", Status::New),
            (b"to.deck", Status::Staged),
            (b"merged.deck", Status::Modified),
            (b"meant.deck", Status::Modified),
        ];
        assert_eq!(states(said), expected);
    }
}
