//! `cargo xtask dist`: what a release holds for one platform: an archive with its checksum, and
//! packages for npm. Wheels are made by maturin from `pyproject.toml`.

mod archive;
mod npm;
mod platform;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::{Result, workspace};
use platform::Platform;

/// The version of what is packed.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Builds the program for a platform and packs it: an archive, its SHA-256 checksum, the npm
/// package of the platform, and the npm package that chooses among the platforms.
#[derive(Debug, Args)]
pub(crate) struct DistArgs {
    /// The platform, by its Rust target; else this machine's
    #[arg(long, value_name = "TARGET")]
    target: Option<String>,
    /// A binary that was built already; else it is built
    #[arg(long, value_name = "FILE")]
    binary: Option<PathBuf>,
    /// Where to put what is made
    #[arg(long, value_name = "DIR", default_value = "target/dist")]
    out: PathBuf,
}

impl DistArgs {
    /// For this machine, into this folder.
    pub(crate) fn here(out: &Path) -> Self {
        Self { target: None, binary: None, out: out.to_owned() }
    }

    /// Makes everything and names it.
    pub(crate) fn run(&self) -> Result<()> {
        let platform = Platform::of(self.target.as_deref())?;
        let binary = match &self.binary {
            Some(binary) => binary.clone(),
            None => build(self.target.as_deref(), platform)?,
        };
        for made in pack(platform, &binary, &self.out)? {
            println!("{}", made.display());
        }
        Ok(())
    }
}

/// Makes everything that a release holds for a platform; gives back what was made.
///
/// # Errors
///
/// Where `tar` or `npm` is missing or fails, or a file cannot be written.
fn pack(platform: &Platform, binary: &Path, out: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(out)?;
    let out = out.canonicalize()?;
    let archive = archive::write(platform, binary, &out)?;
    let checksum = archive::checksum(&archive)?;
    Ok(vec![archive, checksum, npm::platform(platform, binary, &out)?, npm::chooser(&out)?])
}

fn build(target: Option<&str>, platform: &Platform) -> Result<PathBuf> {
    let mut arguments = vec!["build", "--release", "--locked", "--package", "decklint"];
    let mut folder = workspace::target();
    if let Some(target) = target {
        arguments.extend(["--target", target]);
        folder.push(target);
    }
    if !workspace::cargo(&arguments)?.success() {
        return Err("decklint does not build".into());
    }
    Ok(folder.join("release").join(platform.program()))
}
