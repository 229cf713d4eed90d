//! The platforms for which a release has a binary.

use crate::Result;

/// A platform, by the names that Rust and npm give it.
#[derive(Debug)]
pub(crate) struct Platform {
    /// Rust's target.
    pub(crate) target: &'static str,
    /// What Node calls the system.
    pub(crate) os: &'static str,
    /// What Node calls the processor.
    pub(crate) cpu: &'static str,
}

/// Those with `musl` run on every Linux; a release takes its npm packages from them.
const PLATFORMS: [Platform; 8] = [
    Platform { target: "x86_64-unknown-linux-gnu", os: "linux", cpu: "x64" },
    Platform { target: "x86_64-unknown-linux-musl", os: "linux", cpu: "x64" },
    Platform { target: "aarch64-unknown-linux-gnu", os: "linux", cpu: "arm64" },
    Platform { target: "aarch64-unknown-linux-musl", os: "linux", cpu: "arm64" },
    Platform { target: "x86_64-apple-darwin", os: "darwin", cpu: "x64" },
    Platform { target: "aarch64-apple-darwin", os: "darwin", cpu: "arm64" },
    Platform { target: "x86_64-pc-windows-msvc", os: "win32", cpu: "x64" },
    Platform { target: "aarch64-pc-windows-msvc", os: "win32", cpu: "arm64" },
];

impl Platform {
    /// The platform of a Rust target; of none, this machine's.
    ///
    /// # Errors
    ///
    /// Where a release has no binary for it.
    pub(crate) fn of(target: Option<&str>) -> Result<&'static Self> {
        let is_it = |platform: &&Self| match target {
            Some(target) => platform.target == target,
            None => platform.is_this_machine(),
        };
        PLATFORMS.iter().find(is_it).ok_or_else(|| {
            let known: Vec<&str> = PLATFORMS.iter().map(|platform| platform.target).collect();
            let target = target.unwrap_or("this machine");
            format!("nothing is packed for {target}, only for {}", known.join(", ")).into()
        })
    }

    fn is_this_machine(&self) -> bool {
        let arch = if self.cpu == "x64" { "x86_64" } else { "aarch64" };
        let system = match self.os {
            "darwin" => "macos",
            "win32" => "windows",
            system => system,
        };
        std::env::consts::ARCH == arch && std::env::consts::OS == system
    }

    /// What npm packages and extensions call it, such as `linux-x64`.
    pub(crate) fn name(&self) -> String {
        format!("{}-{}", self.os, self.cpu)
    }

    /// What the binary is called there.
    pub(crate) fn program(&self) -> &'static str {
        if self.os == "win32" { "decklint.exe" } else { "decklint" }
    }

    /// The ending of its archive: what is unpacked there without installing anything.
    pub(crate) fn archive(&self) -> &'static str {
        if self.os == "win32" { "zip" } else { "tar.gz" }
    }
}
