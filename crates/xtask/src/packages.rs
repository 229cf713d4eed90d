//! What a release holds, and the hooks: made for this machine, installed and tried. The tests are
//! in `tests/packages`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::dist::DistArgs;
use crate::setup::{self, Need, Venv, run};
use crate::{Result, bench, workspace};

/// What builds wheels, runs hooks, and knows what sites want to read.
const TOOLS: Venv = Venv {
    name: "packages",
    packages: &[
        "maturin==1.16.0",
        "pre-commit==4.7.0",
        "check-jsonschema==0.39.0",
        "zizmor==1.32.0",
        "pytest==9.2.0",
    ],
};

const NEEDS: [Need; 2] = [
    Need {
        name: "maturin, pre-commit and what checks workflows",
        part: "tests of the packages and the hooks",
        present: || TOOLS.is_ready(),
        install: || TOOLS.install(),
    },
    Need {
        name: "npm",
        part: "tests of the packages and the hooks",
        present: has_npm,
        install: || setup::apt::install(&["npm"]),
    },
];

/// Packs the release binary and tries the packages and the hooks.
///
/// # Errors
///
/// Where a package cannot be made, or a test fails.
pub(crate) fn test() -> Result<()> {
    setup::meet(&NEEDS)?;
    if !NEEDS.iter().all(|need| (need.present)()) {
        return Ok(());
    }
    let dist = workspace::target().join("packages");
    let _ = fs::remove_dir_all(&dist);
    DistArgs::here(&dist).run()?;
    wheel(&dist)?;
    run(Command::new(TOOLS.program("python"))
        .args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider"])
        .current_dir(workspace::root().join("tests/packages"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("DECKLINT", bench::decklint_program())
        .env("DIST", dist))
}

fn wheel(dist: &Path) -> Result<()> {
    run(Command::new(TOOLS.program("maturin"))
        .args(["build", "--release", "--quiet", "--out"])
        .arg(dist)
        .current_dir(workspace::root()))
}

fn has_npm() -> bool {
    Command::new("npm").arg("--version").output().is_ok_and(|it| it.status.success())
}
