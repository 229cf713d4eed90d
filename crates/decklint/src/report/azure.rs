//! Logging commands of Azure Pipelines, which list findings with a run.
//!
//! The agent's source says how they are escaped.

use std::io::{self, Write};

use deck_lint::{Diagnostic, Level};

use super::view::View;
use super::words::{all_of, one_line};

/// Prints a command a finding; a hint, for which Azure has no level, as a line of the log.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    for problem in view.problems() {
        let (path, error) = (property(&problem.path), data(&one_line(&problem.error)));
        writeln!(out, "##vso[task.logissue type=error;sourcepath={path};]cannot read it: {error}")?;
    }
    for diagnostic in view.diagnostics {
        writeln!(out, "{}", command(view, diagnostic))?;
    }
    Ok(())
}

fn command(view: &View<'_>, diagnostic: &Diagnostic) -> String {
    let place = view.place(diagnostic.file, diagnostic.range);
    let (line, column) = (place.line, place.column);
    let (path, rule) = (view.path(diagnostic.file), diagnostic.rule.name);
    let text = all_of(view, diagnostic);
    let level = match diagnostic.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => {
            let (path, text) = (one_line(&path), text.replace('\n', "; "));
            return format!("{path}:{line}:{column}: hint: {text} ({rule})");
        }
    };
    let (path, text) = (property(&path), data(&text));
    format!(
        "##vso[task.logissue type={level};sourcepath={path};linenumber={line};columnnumber={column};\
         code={rule};]{text}"
    )
}

/// A text behind the `]` of a command.
fn data(text: &str) -> String {
    text.replace('%', "%AZP25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(';', "%3B").replace(']', "%5D")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_property_or_a_command_early() {
        assert_eq!(property("a;b]50%\n.deck"), "a%3Bb%5D50%AZP25%0A.deck");
        assert_eq!(data("a;b]\r\n##vso[x]"), "a;b]%0D%0A##vso[x]");
    }
}
