//! `cargo xtask bench`: decklint beside programs that read the same files.
//!
//! All of them run in turn (A B C D A B C D …), so that a machine that slows down slows all of
//! them, and medians are compared. One round before that is not counted: it warms the file cache
//! and shows that each program really read the decks.

mod contender;
mod measure;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::corpus::{self, Corpus, Plan};
use crate::{Result, setup, workspace};
use contender::Contender;
pub(crate) use contender::{OURS, decklint_program};
use measure::{Cost, Sample};

/// Cards of one file; kept the same for all sizes, so that only their number grows.
const CARDS_A_FILE: usize = 500;
/// Sizes that show whether time grows in step with the deck.
const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];
/// Starts of the program that does nothing but say its version.
const STARTS: usize = 20;

/// Builds decklint, writes a corpus to target/corpus and times decklint, wc, grep and typos on it
/// in turn; then decklint's start, and its parser alone. Figures are medians; cpu is user and
/// system time together.
#[derive(Debug, Args)]
pub(crate) struct BenchArgs {
    /// Cards of the corpus
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    cards: usize,
    /// Rounds that are counted
    #[arg(long, value_name = "R", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    runs: u16,
    /// Time decklint on 10,000, 100,000 and 1,000,000 cards, too
    #[arg(long)]
    linear: bool,
}

impl BenchArgs {
    /// Measures and prints.
    pub(crate) fn run(&self) -> Result<()> {
        if !workspace::cargo(&["build", "--release", "--package", "decklint"])?.success() {
            return Err("decklint does not build".into());
        }
        setup::meet(&[contender::TYPOS])?;
        self.compare()?;
        if self.linear {
            self.sizes()?;
        }
        start_up()?;
        parser_alone()
    }

    fn compare(&self) -> Result<()> {
        let (folder, corpus) = fresh_corpus(self.cards)?;
        let (contenders, notes) = ready(contender::all(&corpus), &folder);
        let samples = measure::in_turn(&contenders, &folder, self.runs)?;
        let input = table::Input { cards: self.cards, bytes: corpus.bytes };
        println!("\n{} cards, {} files, {} runs", self.cards, corpus.files.len(), self.runs);
        print!("{}", table::comparison(&samples, input));
        for note in notes {
            println!("{note}");
        }
        Ok(())
    }

    fn sizes(&self) -> Result<()> {
        let mut rows = Vec::new();
        for cards in SIZES {
            let (folder, corpus) = fresh_corpus(cards)?;
            let (contenders, notes) = ready(vec![contender::decklint()], &folder);
            for note in notes {
                println!("{cards} cards: {note}");
            }
            for Sample { cost, .. } in measure::in_turn(&contenders, &folder, self.runs)? {
                rows.push((table::Input { cards, bytes: corpus.bytes }, cost));
            }
        }
        println!("\ndecklint as decks grow");
        print!("{}", table::sizes(&rows));
        Ok(())
    }
}

/// Writes the corpus anew: one left from an older generator would be measured unnoticed.
fn fresh_corpus(cards: usize) -> Result<(PathBuf, Corpus)> {
    let folder = workspace::target().join("corpus").join(cards.to_string());
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let plan = Plan { cards, files: cards.div_ceil(CARDS_A_FILE), seed: 1 };
    let corpus = corpus::write(plan, &folder)?;
    Ok((folder, corpus))
}

/// The contenders that ran and printed something, and a note on each other one.
fn ready(contenders: Vec<Contender>, folder: &Path) -> (Vec<Contender>, Vec<String>) {
    let mut notes = Vec::new();
    let ready = contenders
        .into_iter()
        .filter(|contender| match contender.rehearse(folder) {
            Ok(()) => true,
            Err(error) => {
                notes.push(format!("left out: {}: {error}", contender.name));
                false
            }
        })
        .collect();
    (ready, notes)
}

fn start_up() -> Result<()> {
    let root = workspace::root();
    let program = contender::decklint_program();
    let costs: Result<Vec<Cost>> = (0..STARTS)
        .map(|_| measure::run(&mut contender::quiet(&program, &["--version"], &root), &[0]))
        .collect();
    let cost = Cost::median(&costs?);
    println!("\ndecklint --version: {:.1} ms (median of {STARTS})", 1e3 * cost.wall.as_secs_f64());
    Ok(())
}

fn parser_alone() -> Result<()> {
    if !workspace::root().join("crates/deck-syntax/benches").is_dir() {
        println!("deck-syntax has no benchmark yet: its parser alone was not timed");
        return Ok(());
    }
    println!("\nparser alone");
    if workspace::cargo(&["bench", "--quiet", "--package", "deck-syntax"])?.success() {
        Ok(())
    } else {
        Err("the benchmark of deck-syntax failed".into())
    }
}
