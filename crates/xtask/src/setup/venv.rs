//! Python packages in a folder of their own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::run;
use crate::{Result, workspace};

/// Pinned Python packages, in a virtual environment below `target/tools`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Venv {
    /// The name of its folder.
    pub(crate) name: &'static str,
    /// Packages with their versions, as pip wants them.
    pub(crate) packages: &'static [&'static str],
}

impl Venv {
    fn folder(&self) -> PathBuf {
        workspace::target().join("tools").join(self.name)
    }

    /// A program that the packages brought, or `python` itself.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        let folder = if cfg!(windows) { "Scripts" } else { "bin" };
        self.folder().join(folder).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Whether exactly these packages are there.
    pub(crate) fn is_ready(&self) -> bool {
        let installed = fs::read_to_string(self.folder().join("ready"));
        installed.is_ok_and(|it| it == self.packages.join("\n"))
    }

    /// Makes it.
    ///
    /// # Errors
    ///
    /// Where there is no Python, or the packages cannot be had.
    pub(crate) fn install(&self) -> Result<()> {
        let make =
            || run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(self.folder()));
        if make().is_err() {
            // On Debian, `venv` is a package of its own.
            super::apt::install(&["python3-venv"])?;
            make()?;
        }
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        run(Command::new(self.program("python")).args(pip).args(self.packages))?;
        Ok(fs::write(self.folder().join("ready"), self.packages.join("\n"))?)
    }
}
