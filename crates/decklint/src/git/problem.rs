//! Why Git cannot say what has changed, and what to do about it.

use std::process::Output;

/// Why Git cannot say what has changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GitProblem {
    #[error("there is no program `git`, and only Git knows what has changed")]
    NoProgram,
    #[error("this is no Git repository, so nothing says what has changed")]
    NoRepository,
    #[error("Git does not open this repository: {0}")]
    Refused(String),
    #[error("nothing has been committed yet, so there is nothing to compare with")]
    NoCommit,
    #[error("Git knows no commit `{revision}`")]
    Unknown {
        revision: String,
        /// What may be meant.
        near: Option<String>,
    },
    #[error(
        "this clone holds only the latest commits, and `{0}`, or where it and this branch part, is \
         not among them"
    )]
    Shallow(String),
    #[error("this branch and `{0}` have no commit in common")]
    Unrelated(String),
    #[error("Git failed: {0}")]
    Failed(String),
}

impl GitProblem {
    pub(super) fn shallow(revision: &str) -> Self {
        Self::Shallow(revision.to_owned())
    }

    pub(super) fn no_repository(output: &Output) -> Self {
        let said = String::from_utf8_lossy(&output.stderr);
        if said.contains("not a git repository") || said.contains("must be run in a work tree") {
            return Self::NoRepository;
        }
        Self::Refused(first_line(&said))
    }

    pub(super) fn failed(output: &Output) -> Self {
        Self::Failed(first_line(&String::from_utf8_lossy(&output.stderr)))
    }

    /// What to do about it; may be empty.
    pub(crate) fn help(&self) -> String {
        match self {
            Self::NoProgram => "install Git, or leave out --since and --staged".to_owned(),
            Self::NoRepository => {
                "run decklint inside one, or use a baseline instead: `decklint baseline`".to_owned()
            }
            Self::NoCommit => "`--staged` compares with nothing at all then".to_owned(),
            Self::Unknown { near: Some(near), .. } => format!("did you mean `{near}`?"),
            Self::Unknown { near: None, .. } => {
                "is it spelled right, and has it been fetched? `git log --oneline --all` lists what \
                 there is"
                    .to_owned()
            }
            Self::Shallow(_) => {
                "fetch more of the history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in \
                 GitLab, else `git fetch --unshallow`, or `git fetch --deepen=50` where that is too \
                 much"
                    .to_owned()
            }
            Self::Unrelated(_) => "name a commit from which this branch came".to_owned(),
            Self::Refused(_) => {
                "where the folder belongs to another user, as it often does in a container: `git \
                 config --global --add safe.directory FOLDER`"
                    .to_owned()
            }
            Self::Failed(_) => String::new(),
        }
    }
}

fn first_line(said: &str) -> String {
    let line = said.lines().next().unwrap_or("it says nothing");
    line.trim_start_matches("fatal: ").to_owned()
}
