//! Tests of `decklint lsp` with clients that others wrote; they are in `tests/editors/`.

use std::path::PathBuf;
use std::process::Command;

use crate::setup::{Need, Venv, apt, run};
use crate::{Result, bench, workspace};

/// The client, and what runs the tests. Newer ones may behave otherwise, so they are pinned.
const CLIENT: Venv = Venv {
    name: "pytest-lsp",
    packages: &["pytest-lsp==1.0.1", "pytest==9.2.0", "pytest-asyncio==1.5.0"],
};

/// What these tests need.
pub(crate) const NEEDS: [Need; 3] = [
    Need {
        name: "pytest-lsp",
        part: "all tests of the language server with real clients",
        present: || CLIENT.is_ready(),
        install: || CLIENT.install(),
    },
    Need {
        name: "Neovim 0.10",
        part: "tests of the language server in Neovim 0.10",
        present: || neovim(OLDER).is_file(),
        install: || install(OLDER, "trixie"),
    },
    Need {
        name: "Neovim 0.12",
        part: "tests of the language server in Neovim 0.12",
        present: || neovim(NEWER).is_file(),
        install: || install(NEWER, "sid"),
    },
];

const OLDER: &str = "0.10";
const NEWER: &str = "0.12";

/// Runs the tests on the release binary, as far as what they need is there.
///
/// # Errors
///
/// Where the binary does not build, or a test fails.
pub(crate) fn test() -> Result<()> {
    if !CLIENT.is_ready() {
        return Ok(());
    }
    if !workspace::cargo(&["build", "--release", "--package", "decklint"])?.success() {
        return Err("decklint does not build".into());
    }
    run(Command::new(CLIENT.program("python"))
        .args(["-m", "pytest", "--quiet"])
        .current_dir(workspace::root().join("tests/editors"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("DECKLINT", bench::decklint_program())
        .env("NEOVIMS", std::env::join_paths(neovims())?))
}

/// The versions of Neovim that are there.
pub(crate) fn neovims() -> Vec<PathBuf> {
    [OLDER, NEWER].map(neovim).into_iter().filter(|it| it.is_file()).collect()
}

/// Where a version of Neovim is kept, beside the system's own.
fn neovim(version: &str) -> PathBuf {
    workspace::target().join("tools").join(format!("neovim-{version}")).join("nvim")
}

/// Fetches the Neovim of another suite of Debian.
fn install(version: &str, suite: &str) -> Result<()> {
    apt::is_debian_with_root()?;
    let script = workspace::root().join("tests/editors/neovim.sh");
    let program = neovim(version);
    let folder = program.parent().ok_or("no folder")?;
    run(Command::new("bash").arg(script).arg(suite).arg(folder))?;
    let told = String::from_utf8(Command::new(&program).arg("--version").output()?.stdout)?;
    let told = told.lines().next().unwrap_or_default();
    let minor = |text: &str| -> Option<u32> { text.split('.').nth(1)?.parse().ok() };
    // The suite that is never released goes on, and what is newer has to be served, too.
    if minor(told) >= minor(version) {
        return Ok(());
    }
    std::fs::remove_file(&program)?;
    Err(format!("Debian {suite} has {told}").into())
}
