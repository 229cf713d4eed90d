//! `cargo xtask quality …`: how often what is found is right, on examples with known answers.
//!
//! The examples are files given on the command line; none are part of this repository.

mod date_rules;
mod dates;
mod questions;

use clap::Subcommand;

use crate::Result;

/// What can be measured.
#[derive(Debug, Subcommand)]
pub(crate) enum QualityChore {
    /// Score the dates that are found in texts
    Dates(dates::DatesArgs),
    /// Put faults into dated cards and count those that the rules find
    DateRules(date_rules::DateRulesArgs),
    /// Judge pairs of questions, and print precision and recall of each tier
    Questions(questions::QuestionArgs),
}

impl QualityChore {
    /// Measures and prints.
    pub(crate) fn run(&self) -> Result<()> {
        match self {
            Self::Dates(args) => args.run(),
            Self::DateRules(args) => args.run(),
            Self::Questions(args) => args.run(),
        }
    }
}
