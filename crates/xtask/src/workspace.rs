//! Where things are, and how cargo is run there.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use crate::Result;

/// The folder of the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Runs the cargo that runs us, in the root, its output shown.
///
/// # Errors
///
/// Where cargo cannot be started; that it failed is in the status.
pub(crate) fn cargo(arguments: &[&str]) -> Result<ExitStatus> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    Ok(Command::new(cargo).args(arguments).current_dir(root()).status()?)
}
