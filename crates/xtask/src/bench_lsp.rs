//! `cargo xtask bench-lsp`: how long an editor waits for `decklint lsp`, and for other servers.
//!
//! A client that is told of diagnostics (and does not ask) types words into a file; a key's time
//! is from the moment before its edit is sent to the moment after the last byte of the diagnostics
//! of its version has come. Between words there is a pause, in which servers do what they have put
//! off.

mod probe;
mod servers;
mod table;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use crate::bench::{OURS, decklint_program};
use crate::corpus::{self, Plan};
use crate::{Result, setup, workspace};
use probe::{Probe, Times};
use servers::Server;
use texts::Language;

/// Cards of a large course's file, and of the one that holds everything.
const CARDS: [usize; 2] = [500, 10_000];
/// Cards of the workspace around the larger file, that file among them.
const WORKSPACE: usize = 100_000;

/// Types into files of 500 and of 10,000 cards, the latter in a workspace of 100,000, and into
/// files of the same size for rumdl (Markdown) and ruff (Python). Builds decklint and installs the
/// others first.
#[derive(Debug, Args)]
pub(crate) struct BenchLspArgs {
    /// Rounds; each starts every server anew
    #[arg(long, value_name = "R", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
    runs: u16,
    /// Keys typed in a round
    #[arg(long, value_name = "K", default_value_t = 200, value_parser = clap::value_parser!(u16).range(1..))]
    keys: u16,
    /// Leave out other servers
    #[arg(long)]
    alone: bool,
}

/// One measurement: which server in which folder on which file.
struct Case {
    server: Server,
    folder: PathBuf,
    file: PathBuf,
    /// What is measured, for the table.
    what: String,
    keys: u16,
}

impl BenchLspArgs {
    /// Measures and prints.
    pub(crate) fn run(&self) -> Result<()> {
        if !workspace::cargo(&["build", "--release", "--package", "decklint"])?.success() {
            return Err("decklint does not build".into());
        }
        if !self.alone {
            setup::meet(&[servers::PEERS])?;
        }
        let cases = self.cases()?;
        self.rounds(&cases);
        Ok(fs::remove_dir_all(scratch())?)
    }

    fn rounds(&self, cases: &[Case]) {
        for round in 1..=self.runs {
            println!("\nround {round} of {}", self.runs);
            print!("{}", table::HEAD);
            for case in cases {
                match case.run() {
                    Ok(times) => print!("{}", table::row(&case.server.name, &case.what, &times)),
                    Err(error) => println!("{} on {}: {error}", case.server.name, case.what),
                }
            }
        }
    }

    fn cases(&self) -> Result<Vec<Case>> {
        let mut servers = vec![Server {
            name: OURS.to_owned(),
            program: decklint_program(),
            arguments: &["lsp"],
            language: Language::Deck,
        }];
        if !self.alone && (servers::PEERS.present)() {
            servers.extend(servers::peers());
        }
        let mut cases = Vec::new();
        for cards in CARDS {
            for server in &servers {
                cases.push(self.case(server.clone(), cards)?);
            }
        }
        Ok(cases)
    }

    fn case(&self, server: Server, cards: usize) -> Result<Case> {
        let folder = scratch().join(format!("{}-{cards}", server.language.id()));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let is_large = cards == CARDS[1];
        // The larger file lies in a large workspace; others keep none in memory.
        if server.language == Language::Deck && is_large {
            let around = WORKSPACE - cards;
            corpus::write(Plan { cards: around, files: around / 500, seed: 1 }, &folder)?;
        }
        fs::create_dir_all(&folder)?;
        let text = server.language.text(cards);
        let file = folder.join(server.language.file_name());
        fs::write(&file, &text)?;
        if server.language == Language::Deck {
            fs::write(folder.join("twin.deck"), texts::TWIN)?;
        }
        let what = format!("{} KB", text.len() / 1000);
        // A server that takes half a second a key would take all day.
        let keys = if server.name != OURS && is_large { self.keys.min(20) } else { self.keys };
        Ok(Case { server, folder, file, what, keys })
    }
}

impl Case {
    fn run(&self) -> Result<Times> {
        let mut probe = Probe::start(&self.server, &self.folder)?;
        let mut times = probe.open(&self.file)?;
        if self.server.language == Language::Deck {
            times.whole = Some(probe.whole_workspace()?);
        }
        std::thread::sleep(Duration::from_secs(1));
        probe.type_words(self.keys, &mut times)?;
        times.peak = peak(probe.pid());
        probe.end()?;
        Ok(times)
    }
}

/// Where the files are: outside this repository, whose own configuration and ignored folders would
/// count for them.
fn scratch() -> PathBuf {
    std::env::temp_dir().join(format!("decklint-bench-lsp-{}", std::process::id()))
}

/// The largest resident size of a process so far in bytes, where the system tells.
fn peak(pid: u32) -> Option<u64> {
    let status =
        fs::read_to_string(Path::new("/proc").join(pid.to_string()).join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1024)
}
