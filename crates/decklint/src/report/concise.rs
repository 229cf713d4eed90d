//! One line a finding: `file:line:column: level: message (rule)`.

use std::io::{self, Write};

use super::color;
use super::view::View;
use super::words::{one_line, with_more};

/// Prints one line a finding.
pub(crate) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    for of_file in view.by_file() {
        let file = view.workspace.file(of_file[0].file);
        let path = one_line(&view.path(of_file[0].file));
        for diagnostic in of_file {
            let (line, column) = file.line_column(diagnostic.range.start());
            let (color, level) = (color(diagnostic.level), diagnostic.level.name());
            let message = with_more(diagnostic);
            let rule = diagnostic.rule.name;
            writeln!(out, "{path}:{line}:{column}: {color}{level}\x1b[0m: {message} ({rule})")?;
        }
    }
    Ok(())
}
