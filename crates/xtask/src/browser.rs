//! The preview and the report in a real browser: `tests/browser`, run by Node's own test runner.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::setup::{self, Need, apt};
use crate::{Result, workspace};

const PART: &str = "tests of the preview in a browser";

const NEEDS: &[Need] = &[
    Need { name: "Chromium", part: PART, present: has_chromium, install: install_chromium },
    Need {
        name: "playwright-core and axe-core",
        part: PART,
        present: has_packages,
        install: install_packages,
    },
];

/// Where Debian puts it; another one is named by `CHROMIUM`.
fn chromium() -> PathBuf {
    std::env::var_os("CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from)
}

fn folder() -> PathBuf {
    workspace::root().join("tests/browser")
}

fn has_chromium() -> bool {
    chromium().is_file()
}

fn install_chromium() -> Result<()> {
    apt::install(&["chromium"])
}

fn has_packages() -> bool {
    ["playwright-core", "axe-core"].iter().all(|it| folder().join("node_modules").join(it).is_dir())
}

fn install_packages() -> Result<()> {
    done(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder()))
}

fn done(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("it ended with {status}").into()) }
}

/// Runs the tests in a browser, if there is one or one can be had.
pub(crate) fn test() -> Result<()> {
    setup::meet(NEEDS)?;
    if !NEEDS.iter().all(|need| (need.present)()) {
        return Ok(());
    }
    // The program under test is the one just built.
    if !workspace::cargo(&["build", "-p", "decklint"])?.success() {
        return Err("decklint does not build".into());
    }
    // By themselves: a browser with several pages at once keeps none of the times that it is given.
    let alone = ["--test", "--test-concurrency=1", "--test-timeout=600000"];
    done(Command::new("node").args(alone).args(tests()?).current_dir(folder()))
        .map_err(|error| format!("tests of the preview in a browser: {error}").into())
}

/// The names of all test files.
fn tests() -> Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder())? {
        let name = entry?.file_name();
        if name.to_string_lossy().ends_with(".test.mjs") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
