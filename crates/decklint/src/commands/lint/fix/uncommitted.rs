//! Which files hold what Git has not kept yet.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use deck_lint::FileId;

/// How many paths are given to `git` at once: few enough for any command line.
const AT_ONCE: usize = 200;

/// How many files are named before the rest is counted.
const NAMED: usize = 5;

/// What of a file is not committed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Uncommitted {
    /// All of it: Git does not know it yet.
    New,
    /// Changes in the working tree.
    Modified,
    /// Changes that are staged, and nothing else.
    Staged,
    /// Git cannot tell, for this reason.
    Unknown(String),
}

/// The files that are not committed as they are. What lies in no repository is not among them, nor
/// is anything where there is no `git`.
pub(super) fn among<'p>(
    paths: impl IntoIterator<Item = &'p Path>,
) -> BTreeMap<&'p Path, Uncommitted> {
    let mut repositories: BTreeMap<PathBuf, Vec<&Path>> = BTreeMap::new();
    for path in paths {
        if let Some(top) = path.ancestors().skip(1).find(|above| above.join(".git").exists()) {
            repositories.entry(top.to_owned()).or_default().push(path);
        }
    }
    let mut found = BTreeMap::new();
    for (top, paths) in &repositories {
        for some in paths.chunks(AT_ONCE) {
            found.extend(in_repository(top, some));
        }
    }
    found
}

fn in_repository<'p>(top: &Path, paths: &[&'p Path]) -> Vec<(&'p Path, Uncommitted)> {
    let relative = |path: &Path| -> String {
        let inside = path.strip_prefix(top).unwrap_or(path);
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    };
    let output = Command::new("git")
        // Asking must not keep the user's own `git` from working at the same time.
        .args(["--no-optional-locks", "--literal-pathspecs", "-C"])
        .arg(top)
        .args(["status", "--porcelain", "-z", "--untracked-files=all", "--"])
        .args(paths)
        .output();
    let Ok(output) = output else { return Vec::new() };
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let reason = said.lines().next().unwrap_or("it says nothing").to_owned();
        return paths.iter().map(|path| (*path, Uncommitted::Unknown(reason.clone()))).collect();
    }
    let states = states(&String::from_utf8_lossy(&output.stdout));
    let state = |path: &&'p Path| Some((*path, states.get(&relative(path))?.clone()));
    paths.iter().filter_map(state).collect()
}

/// Reads what `git status --porcelain -z` says: two letters, for the index and for the working
/// tree, and the path from the top of the repository.
fn states(said: &str) -> BTreeMap<String, Uncommitted> {
    let mut entries = said.split('\0');
    let mut states = BTreeMap::new();
    while let Some(entry) = entries.next() {
        let (Some(letters), Some(path)) = (entry.get(..2), entry.get(3..)) else { continue };
        // What was renamed says after its new name the old one.
        if letters.contains(['R', 'C']) {
            entries.next();
        }
        let state = match letters {
            "??" => Uncommitted::New,
            "!!" => continue,
            _ if letters.ends_with(' ') => Uncommitted::Staged,
            _ => Uncommitted::Modified,
        };
        states.insert(path.to_owned(), state);
    }
    states
}

/// Says which files were left alone and what to do, one line a reason.
pub(super) fn explain(
    files: &BTreeMap<FileId, Uncommitted>,
    name: impl Fn(&FileId) -> String,
) -> Vec<String> {
    let mut by_reason: BTreeMap<&Uncommitted, Vec<String>> = BTreeMap::new();
    for (id, why) in files {
        by_reason.entry(why).or_default().push(name(id));
    }
    by_reason.into_iter().map(|(why, names)| line(why, &names)).collect()
}

fn line(why: &Uncommitted, names: &[String]) -> String {
    let more = match names.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let one = names.len() == 1;
    let names = names[..names.len().min(NAMED)].join(", ");
    let (is, holds, it) = if one { ("is", "holds", "it") } else { ("are", "hold", "them") };
    let (what, flag) = match why {
        Uncommitted::New => (format!("{is} not in Git yet"), "--allow-dirty"),
        Uncommitted::Modified => {
            (format!("{holds} changes that are not committed"), "--allow-dirty")
        }
        Uncommitted::Staged => {
            (format!("{holds} changes that are staged but not committed"), "--allow-staged")
        }
        Uncommitted::Unknown(reason) => {
            (format!("may hold what is not committed: git says \"{reason}\""), "--allow-dirty")
        }
    };
    format!(
        "left alone: {names}{more}, which {what}, so that a fix could not be told apart from your \
         own changes; commit {it} first, or add `{flag}`"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_says_is_read() {
        let said = " M a b.deck\0M  staged.deck\0MM both.deck\0?? sub/new.deck\0R  to.deck\0\
                    from.deck\0UU merged.deck\0 A meant.deck\0!! ignored.deck\0";
        let states = states(said);
        let of = |path: &str| states.get(path).cloned();
        assert_eq!(of("a b.deck"), Some(Uncommitted::Modified));
        assert_eq!(of("staged.deck"), Some(Uncommitted::Staged));
        assert_eq!(of("both.deck"), Some(Uncommitted::Modified));
        assert_eq!(of("sub/new.deck"), Some(Uncommitted::New));
        assert_eq!(of("to.deck"), Some(Uncommitted::Staged));
        assert_eq!(of("from.deck"), None);
        assert_eq!(of("merged.deck"), Some(Uncommitted::Modified));
        assert_eq!(of("meant.deck"), Some(Uncommitted::Modified));
        assert_eq!(of("ignored.deck"), None);
    }

    #[test]
    fn of_many_files_the_first_few_are_named() {
        let names: Vec<String> = (1..=7).map(|n| format!("{n}.deck")).collect();
        let said = line(&Uncommitted::New, &names);
        assert!(said.contains("5.deck and 2 more, which are not in Git yet"), "{said}");
        assert!(said.contains("`--allow-dirty`"), "{said}");
    }
}
