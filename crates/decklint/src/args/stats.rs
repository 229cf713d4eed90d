//! `decklint stats`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::DialectArg;

#[derive(Debug, Args)]
pub(crate) struct StatsArgs {
    /// Decks and folders
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Read no configuration, and look at nothing but the paths given
    #[arg(long)]
    pub(crate) isolated: bool,
    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub(crate) dialect: Option<DialectArg>,
    /// How to show the figures
    #[arg(long, value_enum, default_value_t = StatsFormat::Text, value_name = "FORMAT")]
    pub(crate) format: StatsFormat,
    /// The file to write, in place of what is there. Else the figures are printed
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// A page to read in a browser, and to print
    Html,
}
