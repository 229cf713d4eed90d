//! The arguments of `decklint fmt`.

use std::path::PathBuf;

use clap::Args;

use super::DialectArg;

#[derive(Debug, Args)]
pub(crate) struct FmtArgs {
    /// Decks and folders to format; `-` reads a deck from standard input and prints it. A file is
    /// written only if its name, its content, the configuration or `--dialect` says that it is a
    /// deck
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// The file that standard input stands in for
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<PathBuf>,

    /// Write nothing; name the files that would change, and end with 1 if there are any
    #[arg(long)]
    pub(crate) check: bool,

    /// Write nothing; show what would change, and end with 1 if anything would
    #[arg(long)]
    pub(crate) diff: bool,

    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT", help_heading = "Configuration")]
    pub(crate) dialect: Option<DialectArg>,

    /// Use this configuration file and no other
    #[arg(long, value_name = "FILE", help_heading = "Configuration")]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration, and look at nothing but the paths given
    #[arg(long, conflicts_with = "config", help_heading = "Configuration")]
    pub(crate) isolated: bool,
}

impl FmtArgs {
    /// Whether a deck comes from standard input.
    pub(crate) fn reads_stdin(&self) -> bool {
        self.stdin_filename.is_some() || self.paths.iter().any(|path| path.as_os_str() == "-")
    }
}
