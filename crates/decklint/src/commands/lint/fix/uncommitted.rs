//! Which files hold what Git has not kept yet.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use deck_lint::FileId;

use crate::git::{GitProblem, Repository, Status};

/// How many files are named before the rest is counted.
const NAMED: usize = 5;

/// Why a file is left alone. In the order in which it is said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Uncommitted {
    /// It is not committed as it is.
    Known(Status),
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
    repositories.into_iter().flat_map(|(top, paths)| in_repository(&top, &paths)).collect()
}

fn in_repository<'p>(top: &Path, paths: &[&'p Path]) -> Vec<(&'p Path, Uncommitted)> {
    let states = Repository::around(top).and_then(|repository| repository.status(paths));
    let state = |path: &'p Path| match &states {
        Ok(states) => Some((path, Uncommitted::Known(*states.get(path)?))),
        Err(GitProblem::NoProgram | GitProblem::NoRepository) => None,
        Err(problem) => Some((path, Uncommitted::Unknown(problem.to_string()))),
    };
    paths.iter().filter_map(|path| state(path)).collect()
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
        Uncommitted::Known(Status::New) => (format!("{is} not in Git yet"), "--allow-dirty"),
        Uncommitted::Known(Status::Modified) => {
            (format!("{holds} changes that are not committed"), "--allow-dirty")
        }
        Uncommitted::Known(Status::Staged) => {
            (format!("{holds} changes that are staged but not committed"), "--allow-staged")
        }
        Uncommitted::Unknown(reason) => {
            (format!("may hold what is not committed: {reason}"), "--allow-dirty")
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
    fn of_many_files_the_first_few_are_named() {
        let names: Vec<String> = (1..=7).map(|n| format!("{n}.deck")).collect();
        let said = line(&Uncommitted::Known(Status::New), &names);
        assert!(said.contains("5.deck and 2 more, which are not in Git yet"), "{said}");
        assert!(said.contains("`--allow-dirty`"), "{said}");
    }
}
