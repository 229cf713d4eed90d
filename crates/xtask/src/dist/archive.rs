//! The archive of a release, and its checksum.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest as _, Sha256};

use super::platform::Platform;
use crate::setup::run;
use crate::{Result, workspace};

/// What stands beside the program.
const BESIDE: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Writes `decklint-TARGET.tar.gz`, or `.zip` for Windows, with one folder of the same name in it.
pub(super) fn write(platform: &Platform, binary: &Path, out: &Path) -> Result<PathBuf> {
    let name = format!("decklint-{}", platform.target);
    let folder = out.join(&name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    fs::copy(binary, folder.join(platform.program()))?;
    for file in BESIDE {
        fs::copy(workspace::root().join(file), folder.join(file))?;
    }
    let archive = out.join(format!("{name}.{}", platform.archive()));
    // The tar of Windows and macOS writes a zip if the name says so.
    let mode = if platform.archive() == "zip" { "-acf" } else { "-czf" };
    run(Command::new("tar").arg(mode).arg(&archive).arg("-C").arg(out).arg(&name))?;
    fs::remove_dir_all(folder)?;
    Ok(archive)
}

/// Writes the SHA-256 checksum of a file beside it, as `sha256sum --check` reads it.
pub(super) fn checksum(file: &Path) -> Result<PathBuf> {
    let name = file.file_name().ok_or("no name")?.to_string_lossy();
    let path = file.with_file_name(format!("{name}.sha256"));
    fs::write(&path, format!("{:x}  {name}\n", Sha256::digest(fs::read(file)?)))?;
    Ok(path)
}
