//! `decklint completions SHELL`

use std::io::Write as _;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory as _};
use deck_lint::rules;

use crate::Outcome;
use crate::args::{Cli, CompletionsArgs};
use crate::failure::Failure;

/// Prints the completions of a shell.
pub(crate) fn run(args: &CompletionsArgs) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "decklint", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(Outcome::Clean)
}

/// The command line with the names of the rules wherever one is wanted. Only completions need
/// them: a wrong name gets a better answer from us than from clap.
fn command() -> Command {
    let complete = |arg: Arg| {
        arg.value_parser(PossibleValuesParser::new(rules::ALL.iter().map(|rule| rule.name)))
    };
    ["select", "ignore", "warn", "error"]
        .into_iter()
        .fold(Cli::command(), |command, id| command.mut_arg(id, complete))
        .mut_subcommand("explain", |explain| explain.mut_arg("rule", complete))
}
