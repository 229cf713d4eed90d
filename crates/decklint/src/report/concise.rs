//! One line a finding: `file:line:column: level: message (rule)`.

use std::io::{self, Write};

use deck_lint::{Report, Workspace};

use super::color;
use super::source::printable;
use crate::files::shown;

/// Prints one line a finding.
pub(crate) fn print(out: &mut impl Write, workspace: &Workspace, found: &Report) -> io::Result<()> {
    for of_file in found.diagnostics.chunk_by(|a, b| a.file == b.file) {
        let file = workspace.file(of_file[0].file);
        let path = shown(&file.path);
        for diagnostic in of_file {
            let (line, column) = file.line_column(diagnostic.range.start());
            let (color, level) = (color(diagnostic.level), diagnostic.level.name());
            let message = printable(&diagnostic.message);
            let rule = diagnostic.rule.name;
            writeln!(out, "{path}:{line}:{column}: {color}{level}\x1b[0m: {message} ({rule})")?;
        }
    }
    Ok(())
}
