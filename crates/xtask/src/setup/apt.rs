//! Packages of Debian and its kin, where we may install them.

use std::path::Path;
use std::process::Command;

use super::run;
use crate::Result;

/// Installs packages of the system.
///
/// # Errors
///
/// Where we are not root on Debian, saying which packages are missing, or where apt fails.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    is_debian_with_root().map_err(|why| format!("{why}; it is in {names}"))?;
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().args(["update", "-qq"]))?;
    run(apt().args(["install", "-qq", "--yes", "--no-install-recommends"]).args(packages))
}

/// Whether apt can be used here.
///
/// # Errors
///
/// Where it cannot, saying why.
pub(crate) fn is_debian_with_root() -> Result<()> {
    if !Path::new("/etc/debian_version").exists() {
        return Err("this is not Debian".into());
    }
    let user = Command::new("id").arg("-u").output()?.stdout;
    if user.trim_ascii() == b"0" { Ok(()) } else { Err("only root may use apt".into()) }
}
