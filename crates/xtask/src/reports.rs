//! Reports, checked against what those who read them say they are: `tests/reports/validate.mjs`,
//! on what the tests of `decklint` have just written.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::setup::{self, Need};
use crate::{Result, workspace};

const PART: &str = "reports checked against the schemas of their formats";

const NEEDS: [Need; 2] = [
    Need { name: "Node and npm", part: PART, present: has_node, install: no_node },
    Need {
        name: "ajv, libxml2 and the schemas of reports",
        part: PART,
        present: has_packages,
        install: install_packages,
    },
];

/// Where the validators and the schemas are.
fn tools() -> PathBuf {
    workspace::target().join("tools/reports")
}

/// What says which ones.
fn listed() -> PathBuf {
    workspace::root().join("tests/reports/schemas")
}

fn has_node() -> bool {
    let runs = |program: &str| Command::new(program).arg("--version").output().is_ok();
    runs("node") && runs("npm")
}

/// Which Node there is, is the machine's business.
fn no_node() -> Result<()> {
    Err("Node 20 or newer and npm have to be installed by hand".into())
}

fn has_packages() -> bool {
    let installed = fs::read(tools().join("ready"));
    let wanted = fs::read(listed().join("package-lock.json"));
    matches!((installed, wanted), (Ok(installed), Ok(wanted)) if installed == wanted)
}

fn install_packages() -> Result<()> {
    let tools = tools();
    fs::create_dir_all(&tools)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(listed().join(file), tools.join(file))?;
    }
    // No package gets to run a program of its own, and of one only the schema is wanted.
    let quietly = ["ci", "--ignore-scripts", "--omit=peer", "--no-audit", "--no-fund"];
    setup::run(Command::new("npm").args(quietly).current_dir(&tools))?;
    fs::copy(listed().join("package-lock.json"), tools.join("ready"))?;
    Ok(())
}

/// Writes reports, and checks them.
///
/// # Errors
///
/// Where a report is not what it should be, or a broken one is not noticed.
pub(crate) fn run() -> Result<()> {
    let written = workspace::cargo(&["test", "--package", "decklint", "--test", "reports"])?;
    if written.success() { validate() } else { Err("tests of reports failed".into()) }
}

/// Checks the reports that `cargo test` left in `target/tmp`.
///
/// # Errors
///
/// As [`run`].
pub(crate) fn validate() -> Result<()> {
    setup::meet(&NEEDS)?;
    if !NEEDS.iter().all(|need| (need.present)()) {
        return Ok(());
    }
    let written = |name: &str| workspace::target().join("tmp").join(name);
    let mut folders = vec![written("reports"), written("reports-of-faults")];
    // A path such as that one no other system allows.
    if cfg!(unix) {
        folders.push(written("reports-odd-path"));
    }
    let script = workspace::root().join("tests/reports/validate.mjs");
    setup::run(Command::new("node").arg(script).args(folders).env("TOOLS", tools()))
}
