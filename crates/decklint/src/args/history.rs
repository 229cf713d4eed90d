//! The arguments about what was there before.

use std::path::PathBuf;

use clap::Args;
use deck_lint::BaselineSource;

use super::DialectArg;

/// What was there before, and is not to be shown again.
#[derive(Debug, Args)]
pub(crate) struct HistoryArgs {
    /// Show only what is new since this commit, in changed decks and in others; of a branch, since
    /// the commit from which this one parted (the merge base)
    #[arg(long, value_name = "REV", conflicts_with_all = ["staged", "stdin_filename"])]
    pub(crate) since: Option<String>,

    /// Check what is staged for the next commit, and show only what it brings
    #[arg(long, conflicts_with_all = ["fixing", "stdin_filename"])]
    pub(crate) staged: bool,

    /// Show and count nothing that this file lists, which `decklint baseline` wrote
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// Show what a baseline lists, too, also where `decklint.toml` names one
    #[arg(long, conflicts_with = "baseline")]
    pub(crate) no_baseline: bool,
}

impl HistoryArgs {
    /// Whether only what a change brings is wanted.
    pub(crate) fn is_of_a_change(&self) -> bool {
        self.since.is_some() || self.staged
    }

    /// The baseline that counts.
    pub(crate) fn source(&self) -> BaselineSource {
        match &self.baseline {
            Some(path) => BaselineSource::File(path.clone()),
            None if self.no_baseline => BaselineSource::None,
            None => BaselineSource::Configured,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct BaselineArgs {
    /// Decks and folders whose findings are listed; what the baseline says of others stays
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// The file to write; else the one that `decklint.toml` names, else `decklint.baseline` beside
    /// it or in the root of the repository
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Take out what was put right, and follow decks that were renamed; nothing comes in
    #[arg(long)]
    pub(crate) update: bool,

    /// As --update, and list what is new as well
    #[arg(long, conflicts_with = "update")]
    pub(crate) add: bool,

    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT", help_heading = "Configuration")]
    pub(crate) dialect: Option<DialectArg>,

    /// Use this configuration file and no other
    #[arg(long, value_name = "FILE", help_heading = "Configuration")]
    pub(crate) config: Option<PathBuf>,
}
