//! `cargo xtask quality …`: how often decklint's parts are right, on data that people labelled.

mod dates;

use clap::{Args, Subcommand};

use crate::Result;

/// Scores parts of decklint against labelled data.
#[derive(Debug, Args)]
pub(crate) struct QualityArgs {
    #[command(subcommand)]
    part: Part,
}

#[derive(Debug, Subcommand)]
enum Part {
    /// Score the dates that are found in texts
    Dates(dates::DatesArgs),
}

impl QualityArgs {
    /// Scores and prints.
    pub(crate) fn run(&self) -> Result<()> {
        match &self.part {
            Part::Dates(args) => args.run(),
        }
    }
}
