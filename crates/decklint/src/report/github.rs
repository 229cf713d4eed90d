//! Workflow commands of GitHub Actions, which show findings beside the lines of a pull request.
//!
//! The runner's source says how they are escaped; its documentation how many are shown.

use std::io::{self, Write};

use deck_lint::{Diagnostic, Level};

use super::view::View;
use super::words::{all_of, one_line};

/// So many of each level are shown for one step of a job; the others stand only in its log.
const SHOWN: usize = 10;

/// Prints a command a finding.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    for problem in view.problems() {
        let (path, error) = (property(&problem.path), data(&one_line(&problem.error)));
        writeln!(out, "::error title=decklint,file={path}::cannot read it: {error}")?;
    }
    for diagnostic in view.diagnostics {
        writeln!(out, "{}", command(view, diagnostic))?;
    }
    let hidden = hidden(view);
    if hidden > 0 {
        writeln!(
            out,
            "GitHub shows {SHOWN} annotations of each level for a step, so {hidden} of these stand \
             only here; `--format sarif` and `--format markdown` have room for more"
        )?;
    }
    Ok(())
}

fn command(view: &View<'_>, diagnostic: &Diagnostic) -> String {
    let place = view.place(diagnostic.file, diagnostic.range);
    let name = match diagnostic.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "notice",
    };
    let title = property(&format!("decklint: {}", diagnostic.rule.name));
    let path = property(&view.path(diagnostic.file));
    let (line, column) = (place.line, place.column);
    // Where a finding ends on another line, GitHub refuses columns.
    let end = match place.end_line {
        end if end == line => format!("endLine={line},col={column},endColumn={}", place.end_column),
        end => format!("endLine={end}"),
    };
    let text = data(&all_of(view, diagnostic));
    format!("::{name} title={title},file={path},line={line},{end}::{text}")
}

/// How many commands are beyond those that are shown.
fn hidden(view: &View<'_>) -> usize {
    let problems = view.workspace.problems.len();
    let of = |level: Level| view.diagnostics.iter().filter(move |it| it.level == level).count();
    let counts = [of(Level::Error) + problems, of(Level::Warning), of(Level::Hint)];
    counts.iter().map(|count| count.saturating_sub(SHOWN)).sum()
}

/// A text behind the `::` of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_property_or_a_command_early() {
        assert_eq!(property("50%: a,b\n.deck"), "50%25%3A a%2Cb%0A.deck");
        assert_eq!(data("a::b, 50%\r\n::stop-commands::x"), "a::b, 50%25%0D%0A::stop-commands::x");
    }
}
