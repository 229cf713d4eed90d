//! `decklint lsp`

use std::path::PathBuf;

use clap::Args;

/// Talks the Language Server Protocol with an editor, which starts this command itself.
///
/// Diagnostics are those of `decklint` on the same files, for open documents as they stand in the
/// editor. Nothing is written but by the editor.
#[derive(Debug, Args)]
pub(crate) struct LspArgs {
    /// Talk over standard input and output, as is done anyway: some editors ask for it by name
    #[arg(long)]
    pub(crate) stdio: bool,
    /// Wait for one editor on this port of this machine, and talk over that: for debugging
    #[arg(long, value_name = "PORT", conflicts_with = "stdio")]
    pub(crate) tcp: Option<u16>,
    /// Write to this file what goes wrong
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,
    /// The editor's process, which some editors name
    #[arg(long, value_name = "PID", hide = true, value_parser = clap::value_parser!(u32))]
    #[arg(alias = "clientProcessId")]
    pub(crate) client_process_id: Option<u32>,
}
