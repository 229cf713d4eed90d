//! What to compare with, where only what a change brings is wanted.

use std::path::{Path, PathBuf};

use deck_lint::{Before, OpenError, Options, Overlay, Workspace, is_media};

use crate::args::HistoryArgs;
use crate::failure::Failure;
use crate::git::{Changed, Repository};

/// A change: how the decks were before it.
pub(super) struct Change {
    before: Before,
    /// What it is, for the person who asked.
    name: String,
}

impl Change {
    /// The change that was asked for, if one was. What is staged stands in `options` afterwards in
    /// place of what lies in the folders.
    pub(super) fn find(args: &HistoryArgs, options: &mut Options) -> Result<Option<Self>, Failure> {
        match &args.since {
            Some(revision) => Self::since(revision, options).map(Some),
            None if args.staged => Self::staged(options).map(Some),
            None => Ok(None),
        }
    }

    fn since(revision: &str, options: &Options) -> Result<Self, Failure> {
        let (git, root) = repository(options)?;
        let commit = git.branch_point(revision)?;
        let changes = git.changes(&[&commit])?;
        let mut before = states_before(&git, changes, &root)?;
        before.absent.extend(git.untracked()?);
        let short = &commit[..commit.len().min(9)];
        Ok(Self { before, name: format!("since {short} ({revision})") })
    }

    fn staged(options: &mut Options) -> Result<Self, Failure> {
        let (git, root) = repository(options)?;
        let in_index = states_before(&git, git.changes(&[])?, &root)?;
        options.buffers.extend(in_index.texts);
        options.absent.extend(in_index.absent);
        options.absent.extend(git.untracked()?);
        let changes = git.changes(&["--cached", &git.head()?])?;
        let before = states_before(&git, changes, &root)?;
        Ok(Self { before, name: "in what is staged".to_owned() })
    }

    /// Lets the workspace say only what the change brings.
    pub(super) fn apply(
        self,
        workspace: &mut Workspace,
        options: &Options,
    ) -> Result<Self, Failure> {
        let Self { before, name } = self;
        workspace.compare_with(before, options)?;
        Ok(Self { before: Before::default(), name })
    }

    /// Says, on standard error, that there may be more.
    pub(super) fn summary(&self) {
        anstream::eprintln!("only what is new {} is shown", self.name);
    }
}

/// The repository of what is to be checked, and the folder below which decks are.
fn repository(options: &Options) -> Result<(Repository, PathBuf), Failure> {
    let named = options.paths.first().map_or(Path::new("."), PathBuf::as_path);
    let missing = |_| Failure::Open(OpenError::NoSuchPath(named.to_owned()));
    let real = named.canonicalize().map_err(missing)?;
    let folder = if real.is_dir() { &real } else { real.parent().unwrap_or(&real) };
    let git = Repository::around(folder)?;
    Ok((git, Workspace::root_of(folder)))
}

/// How files were before they changed. What is not below the root is no deck of ours.
fn states_before(git: &Repository, changes: Vec<Changed>, root: &Path) -> Result<Before, Failure> {
    let mut before = Before::default();
    let mut wanted = Vec::new();
    for Changed { path, before: blob } in changes {
        match blob {
            None => before.absent.push(path),
            Some(_) if !path.starts_with(root) => {}
            // That it was there is enough to know of a picture.
            Some(_) if is_media(&path) => before.texts.push(Overlay { path, bytes: Vec::new() }),
            Some(blob) => wanted.push((path, blob)),
        }
    }
    let (paths, ids): (Vec<_>, Vec<_>) = wanted.into_iter().unzip();
    let texts = paths.into_iter().zip(git.blobs(&ids)?);
    before.texts.extend(texts.map(|(path, bytes)| Overlay { path, bytes }));
    Ok(before)
}
