//! Node, Chromium and code-server, which is the workbench of VS Code served to a browser.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::{apt, run};
use crate::{Result, workspace};

/// The last code-server that runs on Node 20; its workbench is that of VS Code 1.100.
const CODE_SERVER: &str = "code-server@4.100.3";

/// Where the workbench is.
pub(super) fn workbench() -> PathBuf {
    workspace::target().join("tools/workbench")
}

/// Says that the installation ended well, and of what.
fn mark() -> PathBuf {
    workbench().join("ready")
}

pub(super) fn has_node() -> bool {
    let version = Command::new("node").arg("--version").output();
    let version = version.map(|it| String::from_utf8_lossy(&it.stdout).into_owned());
    let major =
        version.ok().and_then(|it| it.trim().strip_prefix('v')?.split('.').next()?.parse().ok());
    major.is_some_and(|major: u32| major >= 20) && found("npm").is_some()
}

/// Which Node there is, is the machine's business.
pub(super) fn no_node() -> Result<()> {
    Err("Node 20 or newer and npm have to be installed by hand".into())
}

pub(super) fn has_programs() -> bool {
    // Parts of the workbench are built with the last three.
    ["chromium", "rg", "python3", "make", "g++"].iter().all(|it| found(it).is_some())
}

pub(super) fn install_programs() -> Result<()> {
    apt::install(&["chromium", "ripgrep", "python3", "make", "g++"])
}

pub(super) fn has_workbench() -> bool {
    fs::read_to_string(mark()).is_ok_and(|it| it == CODE_SERVER)
}

/// Installs code-server. Its scripts would download programs, so they are left out, and the three
/// parts that have to be built for this machine are built here. Its terminal is left out.
pub(super) fn install_workbench() -> Result<()> {
    if !has_node() || !has_programs() {
        return Err("it needs Node, npm and ripgrep".into());
    }
    let folder = workbench();
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("package.json"), r#"{"private":true}"#)?;
    let quiet = ["--quiet", "--ignore-scripts", "--no-audit", "--no-fund"];
    npm(&folder, &[&["install"], &quiet[..], &[CODE_SERVER]].concat())?;
    build_argon2(&folder)?;
    let code = folder.join("node_modules/code-server/lib/vscode");
    npm(&code, &[&["install"], &quiet[..], &["--omit=dev"]].concat())?;
    npm(&code, &["rebuild", "--quiet", "native-watchdog", "@vscode/spdlog"])?;
    link(&found("rg").unwrap_or_default(), &code.join("node_modules/@vscode/ripgrep/bin/rg"))?;
    link(Path::new("node_modules"), &code.join("node_modules.asar"))?;
    Ok(fs::write(mark(), CODE_SERVER)?)
}

/// Builds what code-server hashes passwords with; it is loaded even where there are none.
fn build_argon2(folder: &Path) -> Result<()> {
    let node = found("node").unwrap_or_default();
    let prefix = node.ancestors().nth(2).unwrap_or(Path::new("/usr"));
    run(Command::new(folder.join("node_modules/.bin/node-pre-gyp"))
        .args(["rebuild", "--build-from-source"])
        .arg(format!("--nodedir={}", prefix.display()))
        .current_dir(folder.join("node_modules/argon2")))
}

fn npm(folder: &Path, arguments: &[&str]) -> Result<()> {
    run(Command::new("npm").args(arguments).current_dir(folder))
}

#[cfg(unix)]
fn link(target: &Path, place: &Path) -> Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    if place.symlink_metadata().is_ok() {
        fs::remove_file(place)?;
    }
    Ok(std::os::unix::fs::symlink(target, place)?)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    Err("the workbench is set up on Linux only".into())
}

/// Where a program is, by the `PATH`, links followed.
fn found(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let found =
        env::split_paths(&path).map(|folder| folder.join(program)).find(|it| it.is_file())?;
    found.canonicalize().ok()
}
