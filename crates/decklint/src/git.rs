//! What Git knows of a repository, through the `git` program.

mod changes;
mod problem;
mod status;

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub(crate) use changes::Changed;
pub(crate) use problem::GitProblem;
pub(crate) use status::Status;

/// A repository, and from where its commands are run.
pub(crate) struct Repository {
    /// Where `git` runs.
    folder: PathBuf,
    /// The real path of the folder in which the work is done.
    pub(crate) top: PathBuf,
    is_shallow: bool,
}

impl Repository {
    /// The repository around a folder.
    pub(crate) fn around(folder: &Path) -> Result<Self, GitProblem> {
        // In a hook, Git says by relative paths which repository and which index it means.
        let in_hook = std::env::var_os("GIT_DIR").is_some_and(|it| !it.is_empty())
            || std::env::var_os("GIT_INDEX_FILE").is_some();
        let folder = if in_hook { Path::new(".") } else { folder };
        let mut repository =
            Self { folder: folder.to_owned(), top: PathBuf::new(), is_shallow: false };
        let said =
            repository.output(["rev-parse", "--is-shallow-repository", "--show-toplevel"])?;
        if !said.status.success() {
            return Err(GitProblem::no_repository(&said));
        }
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let (shallow, top) = said.split_once('\n').unwrap_or_default();
        let top = Path::new(top.trim_end_matches(['\n', '\r']));
        repository.top = top.canonicalize().unwrap_or_else(|_| top.to_owned());
        repository.is_shallow = shallow == "true";
        Ok(repository)
    }

    /// The commit in which HEAD and a revision last agreed: where a branch began.
    pub(crate) fn branch_point(&self, revision: &str) -> Result<String, GitProblem> {
        if revision.starts_with('-') || !self.has(revision)? {
            return Err(self.unknown(revision));
        }
        if !self.has("HEAD")? {
            return Err(GitProblem::NoCommit);
        }
        let revision = format!("{revision}^{{commit}}");
        let said = self.output(["merge-base", "HEAD", &revision])?;
        let commit = String::from_utf8_lossy(&said.stdout).trim().to_owned();
        match commit.as_str() {
            "" if self.is_shallow => {
                Err(GitProblem::shallow(revision.trim_end_matches("^{commit}")))
            }
            "" => Err(GitProblem::Unrelated(revision.trim_end_matches("^{commit}").to_owned())),
            _ => Ok(commit),
        }
    }

    /// The commit of HEAD; where there is none yet, the tree in which nothing is.
    pub(crate) fn head(&self) -> Result<String, GitProblem> {
        if self.has("HEAD")? {
            return Ok("HEAD".to_owned());
        }
        let tree = self.told(["hash-object", "-t", "tree", "--stdin"])?;
        Ok(String::from_utf8_lossy(&tree).trim().to_owned())
    }

    fn has(&self, revision: &str) -> Result<bool, GitProblem> {
        let commit = format!("{revision}^{{commit}}");
        Ok(self.output(["rev-parse", "--quiet", "--verify", &commit])?.status.success())
    }

    fn unknown(&self, revision: &str) -> GitProblem {
        let remote = format!("origin/{revision}");
        if self.has(&remote).unwrap_or(false) {
            return GitProblem::Unknown { revision: revision.to_owned(), near: Some(remote) };
        }
        if self.is_shallow {
            return GitProblem::shallow(revision);
        }
        GitProblem::Unknown { revision: revision.to_owned(), near: None }
    }

    /// Files that Git neither follows nor ignores.
    pub(crate) fn untracked(&self) -> Result<Vec<PathBuf>, GitProblem> {
        let top = self.top.as_os_str();
        let said = self.told([
            OsStr::new("-C"),
            top,
            "ls-files".as_ref(),
            "--others".as_ref(),
            "--exclude-standard".as_ref(),
            "-z".as_ref(),
        ])?;
        let names = said.split(|&byte| byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| self.top.join(changes::to_path(name))).collect())
    }

    /// The contents of blobs, in their order.
    pub(crate) fn blobs(&self, ids: &[String]) -> Result<Vec<Vec<u8>>, GitProblem> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let input = ids.join("\n") + "\n";
        let said = self.fed(&["cat-file", "--batch"], input.into_bytes())?;
        changes::split_blobs(&said, ids.len()).ok_or_else(|| {
            GitProblem::Failed("`git cat-file` does not know all of these files".to_owned())
        })
    }

    /// What a command prints that is expected to do its work.
    fn told<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Vec<u8>, GitProblem> {
        let output = self.output(arguments)?;
        if output.status.success() { Ok(output.stdout) } else { Err(GitProblem::failed(&output)) }
    }

    fn output<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Output, GitProblem> {
        self.command().args(arguments).stdin(Stdio::null()).output().map_err(unstarted)
    }

    /// What a command prints that reads `input`.
    fn fed(&self, arguments: &[&str], input: Vec<u8>) -> Result<Vec<u8>, GitProblem> {
        let mut command = self.command();
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(unstarted)?;
        // Both ends at once: neither may wait for the other to empty a pipe.
        let stdin = child.stdin.take();
        let writer = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
        let output = child.wait_with_output().map_err(unstarted)?;
        // What could not be written is missing in what was printed.
        let _ = writer.join();
        if output.status.success() { Ok(output.stdout) } else { Err(GitProblem::failed(&output)) }
    }

    fn command(&self) -> Command {
        let mut command = Command::new("git");
        // Nothing may ask, nothing but what is asked for may be changed, and what goes wrong is
        // told apart by its English words.
        command
            .current_dir(&self.folder)
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("LC_ALL", "C");
        command
    }
}

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` hands it on")]
fn unstarted(error: io::Error) -> GitProblem {
    match error.kind() {
        ErrorKind::NotFound => GitProblem::NoProgram,
        _ => GitProblem::Failed(error.to_string()),
    }
}
