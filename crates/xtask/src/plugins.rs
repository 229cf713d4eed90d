//! The plugin for Neovim and the settings for Emacs, tested in these editors; the tests are in
//! `tests/editors/neovim` and `tests/editors/emacs`.

use std::path::Path;
use std::process::Command;

use crate::setup::{self, Need, apt, run};
use crate::{Result, bench, editors, workspace};

/// What these tests need beside the Neovims that [`editors`] sets up.
const EMACS: Need = Need {
    name: "Emacs with eglot",
    part: "decklint in Emacs",
    present: has_eglot,
    install: || apt::install(&["emacs-nox", "elpa-eglot"]),
};

/// Runs the tests on the release binary, in each editor that is there.
///
/// # Errors
///
/// Where the binary does not build, or a test fails; where there is no Emacs and `CI` is `true`.
pub(crate) fn test() -> Result<()> {
    setup::meet(&[EMACS])?;
    if !workspace::cargo(&["build", "--release", "--package", "decklint"])?.success() {
        return Err("decklint does not build".into());
    }
    let decklint = bench::decklint_program();
    for neovim in editors::neovims() {
        script("neovim", &[&neovim, &decklint])?;
    }
    if has_eglot() {
        script("emacs", &[&decklint])?;
    }
    Ok(())
}

/// Runs the tests of an editor, their output shown.
fn script(editor: &str, arguments: &[&Path]) -> Result<()> {
    let script = workspace::root().join("tests/editors").join(editor).join("run.sh");
    run(Command::new("bash").arg(script).args(arguments))
}

fn has_eglot() -> bool {
    let eglot = ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"];
    Command::new("emacs").args(eglot).output().is_ok_and(|it| it.status.success())
}
