//! `decklint completions SHELL`

use std::io::Write as _;

use clap::CommandFactory as _;

use crate::Outcome;
use crate::args::{Cli, CompletionsArgs};
use crate::failure::Failure;

/// Prints the completions of a shell.
pub(crate) fn run(args: &CompletionsArgs) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "decklint", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(Outcome::Clean)
}
