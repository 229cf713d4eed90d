//! The arguments of the commands that show dates.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::DialectArg;

#[derive(Debug, Args)]
pub(crate) struct DatesArgs {
    /// Decks and folders. A file that is named and has no card is read as plain text
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub(crate) dialect: Option<DialectArg>,
    /// How to show the dates
    #[arg(long, value_enum, default_value_t = DatesFormat::Text, value_name = "FORMAT")]
    pub(crate) format: DatesFormat,
}

#[derive(Debug, Args)]
pub(crate) struct TimelineArgs {
    /// Decks and folders
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub(crate) dialect: Option<DialectArg>,
    /// How to show the cards
    #[arg(long, value_enum, default_value_t = TimelineFormat::Text, value_name = "FORMAT")]
    pub(crate) format: TimelineFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DatesFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// One JSON object a file, offsets in code points: for programs that score what is found
    JsonlSpans,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TimelineFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// A picture for browsers and documents
    Svg,
    /// The picture as a page by itself: come nearer, go to the cards
    Html,
    /// All-day events for a calendar
    Ics,
}
