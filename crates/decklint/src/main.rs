//! `decklint`: finds what is wrong with flashcard decks written as text.

mod args;
mod commands;
mod failure;
mod files;
mod git;
mod progress;
mod report;
mod standalone;
mod timeline;
mod wording;

use std::process::ExitCode;

use clap::Parser as _;
use mimalloc::MiMalloc;

use args::{Cli, Command};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What a command ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing to complain about.
    Clean,
    /// There are findings.
    Findings,
    /// Something could not be done; it was said what.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::from(0),
            Outcome::Findings => Self::from(1),
            Outcome::Failed => Self::from(2),
        }
    }
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    cli.color.write_global();
    let done = match &cli.command {
        None => commands::lint::run(&cli.lint),
        Some(Command::Explain(args)) => commands::explain::run(args),
        Some(Command::Rules(args)) => commands::rules::run(args),
        Some(Command::Cards(args)) => commands::cards::run(args),
        Some(Command::Duplicates(args)) => commands::duplicates::run(args),
        Some(Command::Dates(args)) => commands::dates::run(args),
        Some(Command::Timeline(args)) => commands::timeline::run(args),
        Some(Command::Allow(args)) => commands::allow::run(args),
        Some(Command::Baseline(args)) => commands::baseline::run(args),
        Some(Command::Stats(args)) => commands::stats::run(args),
        Some(Command::Convert(args)) => commands::convert::run(args),
        Some(Command::Lsp(args)) => commands::lsp::run(args),
        Some(Command::Preview(args)) => commands::preview::run(args),
        Some(Command::Export(args)) => commands::export::run(args),
        Some(Command::Fmt(args)) => commands::fmt::run(args),
        Some(Command::Init(args)) => commands::init::run(args),
        Some(Command::Config(args)) => commands::config::run(args),
        Some(Command::Completions(args)) => commands::completions::run(args),
    };
    match done {
        Ok(outcome) => outcome.into(),
        Err(failure) => failure.report(),
    }
}
