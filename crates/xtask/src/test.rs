//! `cargo xtask test`: everything that can be tested on this machine.

use std::process;

use crate::setup::{self, Need};
use crate::{Result, browser, workspace};

/// What some test needs beyond Rust.
const NEEDS: &[Need] = &[];

/// Sets up what tests need, then runs them; ends the process with cargo's code where they fail.
pub(crate) fn run() -> Result<()> {
    setup::meet(NEEDS)?;
    let status = workspace::cargo(&["test", "--workspace"])?;
    if status.success() {
        return browser::test();
    }
    process::exit(status.code().unwrap_or(1))
}
