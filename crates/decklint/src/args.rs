//! The command line.

mod allow;
mod config;
mod dates;

mod dialect;
mod fix;
mod fmt;
mod history;
mod lsp;
mod output;
mod preview;
mod stats;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use deck_lint::Level;

pub(crate) use config::ConfigArgs;
pub(crate) use dialect::{DialectArg, TargetArg};

pub(crate) use allow::AllowArgs;
pub(crate) use fix::FixArgs;
pub(crate) use fmt::FmtArgs;
pub(crate) use history::{BaselineArgs, HistoryArgs};
pub(crate) use lsp::LspArgs;
pub(crate) use output::{Format, OutputArgs, Target};
pub(crate) use preview::{ExportArgs, ExportFormat, PreviewArgs};
pub(crate) use stats::{StatsArgs, StatsFormat};

pub(crate) use dates::{DatesArgs, DatesFormat, TimelineArgs, TimelineFormat};

/// Finds what is wrong with flashcard decks written as text: questions without answers, the same
/// question twice, dates that cannot be, cards that silently are none.
#[derive(Debug, Parser)]
#[command(
    name = "decklint",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Exit codes: 0 nothing found, 1 findings, 2 something could not be done.\n\
                  `decklint explain RULE` says what a rule means and what to do."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) lint: LintArgs,
    /// When to use colours
    #[arg(long, value_enum, default_value_t = Color::Auto, global = true, value_name = "WHEN", help_heading = "Output")]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say what a rule finds, why it matters and what to do
    Explain(ExplainArgs),
    /// List the rules
    Rules(RulesArgs),
    /// Show the cards of a deck as decklint reads them
    Cards(CardsArgs),
    /// List questions that are asked more than once, group by group
    Duplicates(DuplicatesArgs),
    /// Show every date as decklint reads it
    Dates(DatesArgs),
    /// Put the dated cards of decks in order
    Timeline(TimelineArgs),
    /// Show cards as you will revise them, in the browser, as you write them
    Preview(PreviewArgs),
    /// Write decks as a page that shows their cards
    Export(ExportArgs),
    /// Write decks tidily: white space, bullets and the numbers of lists, never a word
    Fmt(FmtArgs),
    /// Write comments that allow what is found today, each with a reason
    Allow(AllowArgs),
    /// List what is wrong today, so that only what comes on top is reported
    Baseline(BaselineArgs),
    /// Show at a glance how a deck does: answers, dates, lengths, problems
    Stats(StatsArgs),
    /// Write a deck in another dialect
    Convert(ConvertArgs),
    /// Serve an editor: the language server
    Lsp(LspArgs),
    /// Write a `decklint.toml` with every setting explained
    Init(InitArgs),
    /// Say what applies to a deck: rules, dialect, baseline, and which line of which file says so
    Config(ConfigArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

/// Checking decks.
#[derive(Debug, Args)]
pub(crate) struct LintArgs {
    /// Decks and folders to check; `-` reads a deck from standard input. In folders, `.deck` files
    /// are decks, and Markdown and text files that have the marks of one; a file that is named is
    /// always read
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// The file that standard input stands in for
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) fixing: FixArgs,

    /// Keep running: check again whenever a deck or a configuration file changes, until Ctrl+C
    #[arg(long, conflicts_with_all = ["fixing", "since", "staged", "stdin_filename"])]
    pub(crate) watch: bool,

    /// The least grave findings with which to exit with code 1
    #[arg(long, value_enum, default_value_t = FailOn::Warning, value_name = "LEVEL")]
    pub(crate) fail_on: FailOn,

    #[command(flatten)]
    pub(crate) output: OutputArgs,

    #[command(flatten, next_help_heading = "Rules")]
    pub(crate) rules: RuleArgs,

    #[command(flatten, next_help_heading = "Old findings")]
    pub(crate) history: HistoryArgs,

    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT", help_heading = "Configuration")]
    pub(crate) dialect: Option<DialectArg>,

    /// Use this configuration file and no other
    #[arg(long, value_name = "FILE", help_heading = "Configuration")]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration, and look at nothing but the paths given
    #[arg(long, conflicts_with = "config", help_heading = "Configuration")]
    pub(crate) isolated: bool,
}

/// Which rules run, at which level. Names may be separated by commas.
#[derive(Debug, Args)]
pub(crate) struct RuleArgs {
    /// Run only these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Do not run these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Make what these rules find warnings
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) warn: Vec<String>,
    /// Make what these rules find errors
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) error: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The rule
    #[arg(value_name = "RULE")]
    pub(crate) rule: String,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// How to show them
    #[arg(long, value_enum, default_value_t = DataFormat::Text, value_name = "FORMAT")]
    pub(crate) format: DataFormat,
}

#[derive(Debug, Args)]
pub(crate) struct CardsArgs {
    /// The deck; `-` reads it from standard input. With --why also a folder
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
    /// What the deck is written in, where its name and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub(crate) dialect: Option<DialectArg>,
    /// Say only what the deck, or each file of a folder, is written in, and what tells
    #[arg(long)]
    pub(crate) why: bool,
    /// How to show the cards
    #[arg(long, value_enum, default_value_t = DataFormat::Text, value_name = "FORMAT")]
    pub(crate) format: DataFormat,
}

#[derive(Debug, Args)]
pub(crate) struct DuplicatesArgs {
    /// Decks and folders: groups that have a card in them are listed
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// List templates instead: questions that differ in one word
    #[arg(long)]
    pub(crate) families: bool,
    /// Read no configuration, and look at nothing but the paths given
    #[arg(long)]
    pub(crate) isolated: bool,
    /// What the decks are written in, where their names and content do not tell
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub(crate) dialect: Option<DialectArg>,
    /// How to show the groups
    #[arg(long, value_enum, default_value_t = DataFormat::Text, value_name = "FORMAT")]
    pub(crate) format: DataFormat,
}

#[derive(Debug, Args)]
pub(crate) struct ConvertArgs {
    /// The deck; `-` reads it from standard input
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
    /// What to write it in
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub(crate) to: TargetArg,
    /// What the deck is written in, where its name and content do not tell
    #[arg(long, alias = "dialect", value_enum, value_name = "DIALECT")]
    pub(crate) from: Option<DialectArg>,
    /// The file to write; it must not be there yet. Else the deck is printed
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write nothing, and end with 1, if something cannot be kept
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The folder to write to
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Only errors
    Error,
    /// Errors and warnings
    Warning,
    /// Anything
    Hint,
    /// Nothing
    Never,
}

impl FailOn {
    /// The level from which on findings fail; `None` if none do.
    pub(crate) fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Hint => Some(Level::Hint),
            Self::Never => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// Where a terminal shows them, and `NO_COLOR` is not set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Makes this the choice for everything that is printed.
    pub(crate) fn write_global(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}
