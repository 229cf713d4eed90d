//! `decklint preview`, `decklint export`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::DialectArg;

/// Opens the browser on the cards of decks: flip them, search them, shuffle them, print them to cut
/// out, see them on a time axis, with what is wrong with each. What you save is shown at once.
///
/// The page is served on this machine and for it only, at an address that nobody can guess, until
/// you press Ctrl+C. Nothing is written, and nothing is fetched from anywhere.
#[derive(Debug, Args)]
pub(crate) struct PreviewArgs {
    /// Decks and folders
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Print the address, and open no browser
    #[arg(long)]
    pub(crate) no_open: bool,
    /// The port; 0 is any that is free
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) port: u16,
    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub(crate) dialect: Option<DialectArg>,
}

/// Writes decks as a page that shows their cards, in one file with its pictures in it, which needs no
/// server: to send to others, or to print.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// Decks and folders
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What to write
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: ExportFormat,
    /// The file to write, in place of what is there. Else the page is printed
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub(crate) dialect: Option<DialectArg>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// The page of `decklint preview`
    Html,
}
