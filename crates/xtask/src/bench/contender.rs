//! The programs that are timed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::corpus::Corpus;
use crate::setup::Need;
use crate::{Result, workspace};

/// The release that is compared with; a newer one may be faster, so name it in every figure.
const TYPOS_VERSION: &str = "1.52.0";

/// The name of the contender that the others are compared with.
pub(crate) const OURS: &str = "decklint";

/// The spelling checker: it, too, reads every word of every file and prints what is wrong.
pub(super) const TYPOS: Need = Need {
    name: "typos-cli",
    part: "the comparison with typos",
    present: || typos_program().is_file(),
    install: || {
        let root = workspace::target().join("tools");
        let root = root.to_str().ok_or("the target folder's name is not UTF-8")?;
        let status = workspace::cargo(&[
            "install",
            "--root",
            root,
            "typos-cli",
            "--version",
            TYPOS_VERSION,
            "--locked",
        ])?;
        if status.success() { Ok(()) } else { Err("cargo install failed".into()) }
    },
};

/// A program and how it is asked to read the whole corpus, whose folder it is run in.
#[derive(Debug)]
pub(super) struct Contender {
    /// Its name in tables.
    pub(super) name: String,
    program: PathBuf,
    arguments: Vec<OsString>,
    /// Exit codes that mean it has done its work.
    pub(super) codes: &'static [i32],
}

impl Contender {
    /// The command that reads the corpus in `folder`.
    pub(super) fn command(&self, folder: &Path) -> Command {
        quiet(&self.program, &self.arguments, folder)
    }

    /// Runs it once.
    ///
    /// # Errors
    ///
    /// Where it cannot be run, or fails, or prints nothing: in decks that have lines, questions,
    /// misspellings and faults, everyone who reads them has something to say.
    pub(super) fn rehearse(&self, folder: &Path) -> Result<()> {
        let output = self.command(folder).output()?;
        match output.status.code() {
            Some(code) if self.codes.contains(&code) => {}
            _ => return Err(format!("failed with {}", output.status).into()),
        }
        if output.stdout.is_empty() {
            return Err("printed nothing, so it cannot have read the decks".into());
        }
        Ok(())
    }
}

/// All contenders, decklint last.
pub(super) fn all(corpus: &Corpus) -> Vec<Contender> {
    let files = corpus.files.iter().map(|file| file.clone().into_os_string());
    let wc = ["-l"].into_iter().map(OsString::from).chain(files.clone());
    let grep = ["-c", "?$"].into_iter().map(OsString::from).chain(files);
    let typos = ["--isolated", "--no-check-filenames", "--format", "brief", "."];
    vec![
        Contender {
            name: "wc -l".to_owned(),
            program: "wc".into(),
            arguments: wc.collect(),
            codes: &[0],
        },
        Contender {
            name: "grep -c '?$'".to_owned(),
            program: "grep".into(),
            arguments: grep.collect(),
            codes: &[0],
        },
        Contender {
            name: format!("typos {TYPOS_VERSION}"),
            program: typos_program(),
            arguments: typos.map(OsString::from).into(),
            codes: &[0, 2],
        },
        decklint(),
    ]
}

/// decklint with its default rules, and no configuration but those.
pub(super) fn decklint() -> Contender {
    Contender {
        name: OURS.to_owned(),
        program: decklint_program(),
        arguments: ["--isolated", "--format", "concise", "."].map(OsString::from).into(),
        codes: &[0, 1],
    }
}

/// The release binary.
pub(crate) fn decklint_program() -> PathBuf {
    let name = format!("decklint{}", std::env::consts::EXE_SUFFIX);
    workspace::target().join("release").join(name)
}

/// A command without input or complaints, in the plain locale, where grep need not decode UTF-8.
pub(super) fn quiet<S: AsRef<std::ffi::OsStr>>(
    program: &Path,
    arguments: &[S],
    folder: &Path,
) -> Command {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn typos_program() -> PathBuf {
    let name = format!("typos{}", std::env::consts::EXE_SUFFIX);
    workspace::target().join("tools/bin").join(name)
}
