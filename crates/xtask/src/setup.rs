//! Installs what a chore needs beyond Rust, or says what is left out without it.

pub(crate) mod apt;
mod venv;

use std::env;
use std::process::Command;

use crate::Result;
pub(crate) use venv::Venv;

/// A program that a chore uses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Need {
    /// Its name.
    pub(crate) name: &'static str,
    /// What is left out where it cannot be had.
    pub(crate) part: &'static str,
    /// Whether it is there already.
    pub(crate) present: fn() -> bool,
    /// Installs it, or says why that failed.
    pub(crate) install: fn() -> Result<()>,
}

/// Meets each need and says so in one line.
///
/// # Errors
///
/// A need that cannot be met, where `CI` is `true`: there a part left out would look like a
/// part that passed.
pub(crate) fn meet(needs: &[Need]) -> Result<()> {
    let strict = env::var("CI").is_ok_and(|ci| ci == "true");
    if needs.is_empty() {
        println!("set-up: nothing is needed beyond Rust");
    }
    for Need { name, part, present, install } in needs {
        if present() {
            println!("set-up: {name} is there");
            continue;
        }
        println!("set-up: installing {name}");
        match install() {
            Ok(()) => {}
            Err(error) if strict => return Err(format!("{name}: {error}").into()),
            Err(error) => println!("set-up: no {name} ({error}); left out: {part}"),
        }
    }
    Ok(())
}

/// Runs a command that has to succeed.
///
/// # Errors
///
/// Where it cannot be started, or fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed with {status}").into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MISSING: Need = Need {
        name: "unobtainium",
        part: "nothing of note",
        present: || false,
        install: || Err("no such thing".into()),
    };

    #[test]
    fn a_missing_need_fails_only_in_ci() {
        let strict = env::var("CI").is_ok_and(|ci| ci == "true");
        assert_eq!(meet(&[MISSING]).is_err(), strict);
    }

    #[test]
    fn a_need_that_is_met_is_not_installed() {
        let need = Need { present: || true, ..MISSING };
        assert!(meet(&[need]).is_ok());
    }
}
