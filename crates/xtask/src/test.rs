//! `cargo xtask test`: everything that can be tested on this machine.

use std::process;

use crate::{Result, browser, clients, editors, packages, reports, setup, workbench, workspace};

/// Sets up what tests need, then runs them; ends the process with cargo's code where they fail.
pub(crate) fn run() -> Result<()> {
    setup::meet(&clients::NEEDS)?;
    let status = workspace::cargo(&["test", "--workspace"])?;
    if !status.success() {
        process::exit(status.code().unwrap_or(1));
    }
    reports::validate()?;
    clients::test()?;
    editors::run()?;
    browser::test()?;
    packages::test()?;
    workbench::run()
}
