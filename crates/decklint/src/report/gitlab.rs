//! A code quality report of GitLab, which shows findings in a merge request.
//!
//! What it reads is described in GitLab's documentation, "Code quality report format".

use std::io::{self, Write};

use deck_lint::{Diagnostic, Level};
use serde::Serialize;

use super::view::{Problem, View};
use super::words::{all_of, one_line};

#[derive(Serialize)]
struct Issue {
    #[serde(rename = "type")]
    kind: &'static str,
    description: String,
    check_name: &'static str,
    /// Findings of one fingerprint are one finding to GitLab.
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

/// Prints the findings as one list.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let problems = view.problems().map(|problem| unreadable(&problem));
    let mut issues: Vec<Issue> = problems.collect();
    issues.extend(view.diagnostics.iter().map(|diagnostic| issue(view, diagnostic)));
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

fn issue(view: &View<'_>, diagnostic: &Diagnostic) -> Issue {
    let place = view.place(diagnostic.file, diagnostic.range);
    let path = view.path(diagnostic.file);
    let begin = Position { line: place.line, column: place.column };
    let end = Position { line: place.end_line, column: place.end_column };
    Issue {
        kind: "issue",
        description: all_of(view, diagnostic),
        check_name: diagnostic.rule.name,
        // That of a finding is its own only among those of its file.
        fingerprint: format!("{:016x}:{path}", diagnostic.fingerprint),
        severity: match diagnostic.level {
            Level::Error => "major",
            Level::Warning => "minor",
            Level::Hint => "info",
        },
        location: Location { path, positions: Positions { begin, end } },
    }
}

fn unreadable(problem: &Problem) -> Issue {
    let top = || Position { line: 1, column: 1 };
    let positions = Positions { begin: top(), end: top() };
    Issue {
        kind: "issue",
        description: format!("cannot read this file: {}", one_line(&problem.error)),
        check_name: "unreadable-file",
        fingerprint: format!("unreadable:{}", problem.path),
        severity: "blocker",
        location: Location { path: problem.path.clone(), positions },
    }
}
