//! The extension for VS Code: checked, packaged with the release binary, and tried out in a real
//! workbench in a real browser.

mod tools;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::{self, Need};
use crate::{Result, workspace};

const PART: &str = "the extension for VS Code in a workbench";

/// What it takes, in the order in which it is set up.
const NEEDS: [Need; 3] = [
    Need { name: "Node 20", part: PART, present: tools::has_node, install: tools::no_node },
    Need {
        name: "Chromium, ripgrep, make and a compiler",
        part: PART,
        present: tools::has_programs,
        install: tools::install_programs,
    },
    Need {
        name: "the workbench of VS Code (code-server)",
        part: PART,
        present: tools::has_workbench,
        install: tools::install_workbench,
    },
];

/// Sets up what the tests of the extension need, then runs them. Where something cannot be had,
/// they are left out, and that is said.
///
/// # Errors
///
/// A test that fails, and under CI a part that is left out.
pub(crate) fn run() -> Result<()> {
    setup::meet(&NEEDS)?;
    if !NEEDS.iter().all(|need| (need.present)()) {
        return Ok(());
    }
    let folder = workspace::root().join("editors/vscode");
    packages(&folder)?;
    let npm = |task: &str| {
        setup::run(Command::new("npm").args(["run", "--silent", task]).current_dir(&folder))
    };
    npm("check")?;
    npm("test:grammar")?;
    let binary = binary()?;
    let vsix = package(&folder, &binary)?;
    setup::run(
        Command::new("npm")
            .args(["run", "--silent", "test:workbench"])
            .current_dir(&folder)
            .env("DECKLINT_WORKBENCH", tools::workbench())
            .env("DECKLINT_VSIX", vsix.bundled)
            .env("DECKLINT_VSIX_BARE", vsix.bare)
            .env("DECKLINT_BINARY", binary),
    )
}

/// The extension's own packages, exactly those of its lock file.
fn packages(folder: &Path) -> Result<()> {
    let written = |path: &str| folder.join(path).metadata().and_then(|it| it.modified()).ok();
    let installed = written("node_modules/.package-lock.json");
    if installed.is_some() && installed >= written("package-lock.json") {
        return Ok(());
    }
    // No package gets to run a program of its own.
    setup::run(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(folder),
    )
}

/// The release binary: the one that `DECKLINT_BINARY` names, or one that is built.
fn binary() -> Result<PathBuf> {
    if let Some(named) = env::var_os("DECKLINT_BINARY") {
        return Ok(named.into());
    }
    let status = workspace::cargo(&["build", "--release", "--package", "decklint"])?;
    if !status.success() {
        return Err("the release binary could not be built".into());
    }
    Ok(workspace::target().join("release").join(format!("decklint{}", env::consts::EXE_SUFFIX)))
}

/// The packages: one with the binary, one without.
struct Vsix {
    bundled: PathBuf,
    bare: PathBuf,
}

fn package(folder: &Path, binary: &Path) -> Result<Vsix> {
    let out = workspace::target().join("vsix");
    let script = || {
        let mut command = Command::new("node");
        command.current_dir(folder).args(["scripts/package.mjs", "--out"]).arg(&out);
        command
    };
    let platform = platform();
    setup::run(script().args(["--target", &platform, "--binary"]).arg(binary))?;
    setup::run(&mut script())?;
    Ok(Vsix {
        bundled: out.join(format!("decklint-{platform}.vsix")),
        bare: out.join("decklint.vsix"),
    })
}

/// What the marketplace calls this machine.
fn platform() -> String {
    let system = match env::consts::OS {
        "macos" => "darwin",
        other => other,
    };
    let machine = match env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    format!("{system}-{machine}")
}
