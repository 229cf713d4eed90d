//! The findings of each deck below its name, and at the end how often each rule found something.

use std::io::{self, Write};

use super::view::{View, findings};
use super::words::{one_line, with_more};
use super::{color, statistics};

const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// Prints the findings file by file.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    for of_file in view.by_file() {
        let path = one_line(&view.path(of_file[0].file));
        writeln!(out, "{BOLD}{path}{PLAIN} ({})", findings(of_file))?;
        let places: Vec<String> = of_file
            .iter()
            .map(|diagnostic| view.place(diagnostic.file, diagnostic.range))
            .map(|place| format!("{}:{}", place.line, place.column))
            .collect();
        let width = places.iter().map(String::len).max().unwrap_or_default();
        for (diagnostic, place) in of_file.iter().zip(places) {
            let (color, level) = (color(diagnostic.level), diagnostic.level.name());
            let message = with_more(diagnostic);
            let rule = diagnostic.rule.name;
            writeln!(out, "  {place:>width$}  {color}{level:7}{PLAIN}  {message}  ({rule})")?;
        }
        writeln!(out)?;
    }
    statistics::table(out, &statistics::rows(view.diagnostics))
}
