//! Packages of Debian and its kin, where we may install them.

use std::process::Command;

use super::venv::run;
use crate::Result;

/// Installs packages of the system.
///
/// # Errors
///
/// Where we are not root, or there is no apt; then it says which packages are missing.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let user = Command::new("id").arg("-u").output().map(|it| it.stdout).unwrap_or_default();
    if user.trim_ascii() != b"0" {
        let names = packages.join(" ");
        return Err(format!("only root may install it; `apt-get install {names}` does").into());
    }
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().args(["update", "-qq"]))?;
    run(apt().args(["install", "-qq", "--yes", "--no-install-recommends"]).args(packages))
}
