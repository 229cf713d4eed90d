//! The plugins and settings for editors, tested in real ones: Neovim in two versions, Emacs.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::{self, Need, apt};
use crate::{Result, clients, workspace};

const NEEDS: [Need; 1] = [Need {
    name: "Emacs with eglot",
    part: "decklint in Emacs",
    present: has_eglot,
    install: || apt::install(&["emacs-nox", "elpa-eglot"]),
}];

/// Runs the tests of each editor that is there, once what is missing was installed.
///
/// # Errors
///
/// Where a test fails, or an editor cannot be had and `CI` is `true`.
pub(crate) fn run() -> Result<()> {
    setup::meet(&NEEDS)?;
    let built = workspace::cargo(&["build", "--release", "--package", "decklint"])?;
    if !built.success() {
        return Err(format!("the program could not be built: {built}").into());
    }
    let decklint = workspace::target().join("release/decklint");
    let mut failed = Vec::new();
    for neovim in clients::neovims() {
        if !passes("neovim", &[&neovim, &decklint])? {
            failed.push(neovim.display().to_string());
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

fn has_eglot() -> bool {
    let eglot = ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"];
    Command::new("emacs").args(eglot).output().is_ok_and(|it| it.status.success())
}
