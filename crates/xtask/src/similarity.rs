//! `cargo xtask similarity`: `deck-similarity` beside what others use to find equal questions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use clap::Args;
use deck_similarity::{Index, Question, Tier};
use wait4::Wait4 as _;

use crate::setup::Need;
use crate::{Result, corpus, setup, workspace};

const PEERS: Need = Need {
    name: "datasketch and rapidfuzz",
    part: "the comparison with them",
    present: || python().is_file() && venv().join("ready").is_file(),
    install: install_peers,
};

/// The releases that are compared with; name them in every figure.
const PACKAGES: [&str; 2] = ["datasketch==1.6.5", "rapidfuzz==3.13.0"];

/// Finds equal questions in a made-up corpus with this project's index, with `MinHash` and
/// locality-sensitive hashing (Python, datasketch) and with the distance of letters (Python,
/// rapidfuzz), each in a process of its own that reads the same file. Python's packages are put
/// into a folder of their own under `target`.
#[derive(Debug, Args)]
pub(crate) struct SimilarityArgs {
    /// Cards of the corpus
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    cards: usize,
    /// Only index the questions of a file, one a line, and say what was found
    #[arg(long, value_name = "FILE")]
    index: Option<PathBuf>,
}

impl SimilarityArgs {
    /// Measures and prints.
    pub(crate) fn run(&self) -> Result<()> {
        if let Some(path) = &self.index {
            println!("{}", index(path)?);
            return Ok(());
        }
        if cfg!(debug_assertions) {
            println!("this is not an optimised build; for figures that count, run");
            println!("cargo run --release --package xtask -- similarity");
        }
        let path = questions(self.cards)?;
        let ours = std::env::current_exe()?;
        let ours = time(Command::new(ours).args(["similarity", "--index"]).arg(&path))?;
        print_line("deck-similarity", &ours, ours.wall);
        setup::meet(&[PEERS])?;
        if !(PEERS.present)() {
            return Ok(());
        }
        let script = workspace::root().join("crates/xtask/src/similarity/peers.py");
        for way in ["minhash", "rapidfuzz"] {
            let theirs = time(Command::new(python()).arg(&script).arg(way).arg(&path))?;
            print_line(way, &theirs, ours.wall);
        }
        Ok(())
    }
}

/// What a run took and said.
struct Run {
    wall: Duration,
    /// Largest resident size in bytes.
    peak: u64,
    said: String,
}

fn time(command: &mut Command) -> Result<Run> {
    let start = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let mut said = String::new();
    if let Some(mut output) = child.stdout.take() {
        std::io::Read::read_to_string(&mut output, &mut said)?;
    }
    let used = child.wait4()?;
    if !used.status.success() {
        return Err(format!("{command:?} failed with {}", used.status).into());
    }
    Ok(Run { wall: start.elapsed(), peak: used.rusage.maxrss, said: said.trim().to_owned() })
}

#[expect(clippy::cast_precision_loss, reason = "megabytes for a table")]
fn print_line(name: &str, run: &Run, ours: Duration) {
    println!(
        "{name:<16} {:>8.3} s  {:>7.1} MB  {:>7.1} times ours  {}",
        run.wall.as_secs_f64(),
        run.peak as f64 / 1e6,
        run.wall.as_secs_f64() / ours.as_secs_f64(),
        run.said,
    );
}

/// Builds the index, and finds the groups and the typo twins: all that the rules need.
fn index(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path)?;
    let questions: Vec<&str> = text.lines().collect();
    let mut index = Index::new();
    for (id, question) in (0_u32..).zip(&questions) {
        index.insert(id, Question::lex(question).keys());
    }
    let members: usize =
        index.groups(Tier::Similar).iter().map(|group| group.members.len() - 1).sum();
    let twins = index.typo_twins(|id| questions.get(id as usize).map(|text| Question::lex(text)));
    let count = questions.len();
    Ok(format!("{count} questions, {members} ask what another asks, {} typo twins", twins.len()))
}

/// Writes the questions of a made-up corpus, one a line.
fn questions(cards: usize) -> Result<PathBuf> {
    let folder = workspace::target().join("similarity");
    let decks = folder.join("decks");
    if decks.exists() {
        fs::remove_dir_all(&decks)?;
    }
    let corpus =
        corpus::write(corpus::Plan { cards, files: cards.div_ceil(500), seed: 1 }, &decks)?;
    let mut lines = String::new();
    for file in &corpus.files {
        let text = fs::read_to_string(decks.join(file))?;
        for line in text.lines().filter(|line| line.ends_with('?')) {
            lines.push_str(line.trim_start_matches("Q: "));
            lines.push('\n');
        }
    }
    let path = folder.join("questions.txt");
    fs::write(&path, lines)?;
    Ok(path)
}

fn venv() -> PathBuf {
    workspace::target().join("similarity/venv")
}

fn python() -> PathBuf {
    venv().join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

fn install_peers() -> Result<()> {
    let run = |command: &mut Command| -> Result<()> {
        let status = command.status()?;
        if status.success() { Ok(()) } else { Err(format!("{command:?} failed").into()) }
    };
    run(Command::new("python3").args(["-m", "venv"]).arg(venv()))?;
    run(Command::new(python()).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))?;
    Ok(fs::write(venv().join("ready"), PACKAGES.join("\n"))?)
}
