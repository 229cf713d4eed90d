//! The plugins and settings for editors, tested in real ones: Neovim in two versions, Emacs.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::{self, Need, apt};
use crate::{Result, workspace};

/// The suites of Debian whose Neovim is tested in: 0.10, and 0.12 or what is newer by now.
const SUITES: [&str; 2] = ["trixie", "sid"];

const NEEDS: [Need; 3] = [
    Need {
        name: "Neovim of Debian 13",
        part: "the Neovim plugin in 0.10",
        present: || neovim(SUITES[0]).is_file(),
        install: || install_neovim(SUITES[0]),
    },
    Need {
        name: "Neovim of Debian unstable",
        part: "the Neovim plugin in 0.12",
        present: || neovim(SUITES[1]).is_file(),
        install: || install_neovim(SUITES[1]),
    },
    Need {
        name: "Emacs with eglot",
        part: "decklint in Emacs",
        present: has_eglot,
        install: || apt::install(&["emacs-nox", "elpa-eglot"]),
    },
];

/// Runs the tests of each editor that is there, once what is missing was installed.
///
/// # Errors
///
/// Where a test fails, or an editor cannot be had and `CI` is `true`.
pub(crate) fn run() -> Result<()> {
    setup::meet(&NEEDS)?;
    let built = workspace::cargo(&["build", "--package", "decklint"])?;
    if !built.success() {
        return Err(format!("the program could not be built: {built}").into());
    }
    let decklint = workspace::target().join("debug/decklint");
    let mut failed = Vec::new();
    for suite in SUITES.into_iter().filter(|suite| neovim(suite).is_file()) {
        let editor = neovim(suite);
        if !passes("neovim", &[&editor, &decklint])? {
            failed.push(format!("Neovim ({suite})"));
        }
    }
    if has_eglot() && !passes("emacs", &[&decklint])? {
        failed.push("Emacs".to_owned());
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("failed in {}", failed.join(", ")).into()) }
}

/// Where the tests of an editor are.
fn tests() -> PathBuf {
    workspace::root().join("tests/editors")
}

/// Runs the tests of an editor, their output shown.
fn passes(editor: &str, arguments: &[&Path]) -> Result<bool> {
    println!("tests in {editor}: {}", arguments[0].display());
    let script = tests().join(editor).join("run.sh");
    Ok(Command::new("bash").arg(script).args(arguments).status()?.success())
}

/// The folder of a Neovim that is not installed, beside what else tests need.
fn folder(suite: &str) -> PathBuf {
    workspace::target().join("tools").join(format!("neovim-{suite}"))
}

fn neovim(suite: &str) -> PathBuf {
    folder(suite).join("nvim")
}

fn install_neovim(suite: &str) -> Result<()> {
    let script = tests().join("neovim.sh");
    let status = Command::new("bash").arg(script).arg(suite).arg(folder(suite)).status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("it could not be unpacked: {status}").into())
    }
}

fn has_eglot() -> bool {
    let eglot = ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"];
    Command::new("emacs").args(eglot).output().is_ok_and(|it| it.status.success())
}
