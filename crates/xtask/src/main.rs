//! Chores of this workspace, run as `cargo xtask …`. Each command is one module.

mod bench;
mod bench_lsp;
mod browser;
mod clients;
mod corpus;
mod dist;
mod docs;
mod editors;
mod packages;
mod quality;
mod reports;
mod setup;
mod similarity;
mod test;
mod workbench;
mod workspace;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// What a chore gives back; the error is for a person to read.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Chores of the decklint workspace.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Run all tests, after setting up what they need
    Test,
    /// Try the extension for VS Code in a real workbench, in a real browser
    Workbench,
    /// Try what a release holds, and the hooks, on this machine
    Packages,
    /// Check reports against the schemas of their formats
    Reports,
    /// Write what is derived from the rules: their list, pages, schema, and the table in README.md
    Docs,
    /// Pack what a release holds for a platform
    Dist(dist::DistArgs),
    /// Write made-up decks to measure on
    Corpus(CorpusArgs),
    /// Time decklint beside wc, grep and typos on the same decks
    Bench(bench::BenchArgs),
    /// Time the language server beside those of rumdl and ruff
    BenchLsp(bench_lsp::BenchLspArgs),
    /// Time the search for equal questions beside what others use
    Similarity(similarity::SimilarityArgs),
    /// Measure how often what is found is right
    #[command(subcommand)]
    Quality(quality::QualityChore),
}

/// Writes decks on history, biology, computing and languages: about 360 bytes a card, in every
/// form of the format, one card in a hundred with a fault. The same numbers give the same decks,
/// byte for byte.
#[derive(Debug, Args)]
struct CorpusArgs {
    /// Cards in all; 100000 come to 36 MB
    #[arg(long, value_name = "N")]
    cards: usize,
    /// Folder to write to; must be empty or missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Files to spread the cards over
    #[arg(long, value_name = "F", default_value_t = 200)]
    files: usize,
    /// Another number makes other decks
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

impl CorpusArgs {
    fn run(&self) -> Result<()> {
        let plan = corpus::Plan { cards: self.cards, files: self.files, seed: self.seed };
        let written = corpus::write(plan, &self.out)?;
        println!(
            "{} cards, {} files, {} bytes in {}",
            self.cards,
            written.files.len(),
            written.bytes,
            self.out.display(),
        );
        Ok(())
    }
}

fn main() -> ExitCode {
    let done = match Cli::parse().chore {
        Chore::Test => test::run(),
        Chore::Workbench => workbench::run(),
        Chore::Packages => packages::test(),
        Chore::Reports => reports::run(),
        Chore::Docs => docs::run(),
        Chore::Dist(args) => args.run(),
        Chore::Corpus(args) => args.run(),
        Chore::Bench(args) => args.run(),
        Chore::BenchLsp(args) => args.run(),
        Chore::Similarity(args) => args.run(),
        Chore::Quality(chore) => chore.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
