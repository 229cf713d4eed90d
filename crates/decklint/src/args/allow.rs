//! The arguments of `decklint allow`.

use std::path::PathBuf;

use clap::Args;

use super::DialectArg;

#[derive(Debug, Args)]
pub(crate) struct AllowArgs {
    /// Rules whose findings are to be allowed, then the decks and folders in which
    #[arg(value_name = "RULE | PATH")]
    pub(crate) names: Vec<String>,

    /// Allow what any rule finds; all names are decks and folders then
    #[arg(long)]
    pub(crate) all: bool,

    /// Why it is allowed, for who reads the comments
    #[arg(long, value_name = "TEXT", default_value = "was there before decklint")]
    pub(crate) reason: String,

    /// Show what would be written, and write nothing; ends with 1 if anything would be
    #[arg(long)]
    pub(crate) diff: bool,

    /// Allow what a baseline lists, too
    #[arg(long)]
    pub(crate) no_baseline: bool,

    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT", help_heading = "Configuration")]
    pub(crate) dialect: Option<DialectArg>,

    /// Use this configuration file and no other
    #[arg(long, value_name = "FILE", help_heading = "Configuration")]
    pub(crate) config: Option<PathBuf>,
}
