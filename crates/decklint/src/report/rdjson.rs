//! What reviewdog reads: comments on the lines of a pull request, with suggestions.
//!
//! The format is described in reviewdog's `proto/rdf/reviewdog.proto`. Columns count bytes.

use std::io::{self, Write};

use deck_lint::{Applicability, Diagnostic, FileId, Fix, Label, Level};
use deck_syntax::{TextRange, TextSize};
use serde::Serialize;

use super::view::{Problem, View};
use super::words::{one_line, with_more};

/// A suggestion replaces whole lines, and nobody reads one of more than these.
const LINES: usize = 20;

#[derive(Serialize)]
struct Document {
    source: Source,
    diagnostics: Vec<Data>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Data {
    message: String,
    location: Location,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related>,
}

#[derive(Serialize)]
struct Location {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Related {
    message: String,
    location: Location,
}

/// Prints the findings as one document.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let problems = view.problems().map(unreadable);
    let findings = view.diagnostics.iter().map(|diagnostic| data(view, diagnostic));
    let diagnostics = problems.chain(findings).collect();
    let document = Document { source: Source { name: "decklint" }, diagnostics };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn data(view: &View<'_>, diagnostic: &Diagnostic) -> Data {
    let mut message = with_more(diagnostic);
    if !diagnostic.help.is_empty() {
        message = format!("{message}\n{}", one_line(&diagnostic.help));
    }
    let safe = diagnostic.fixes.iter().filter(|fix| fix.applicability == Applicability::Safe);
    Data {
        message,
        location: location(view, diagnostic.file, diagnostic.range),
        severity: match diagnostic.level {
            Level::Error => "ERROR",
            Level::Warning => "WARNING",
            Level::Hint => "INFO",
        },
        code: Code { value: diagnostic.rule.name },
        suggestions: safe.filter_map(|fix| suggestion(view, diagnostic.file, fix)).collect(),
        related_locations: diagnostic.labels.iter().map(|label| related(view, label)).collect(),
    }
}

fn unreadable(problem: Problem) -> Data {
    Data {
        message: format!("cannot read this file: {}", one_line(&problem.error)),
        location: Location { path: problem.path, range: None },
        severity: "ERROR",
        code: Code { value: "unreadable-file" },
        suggestions: Vec::new(),
        related_locations: Vec::new(),
    }
}

fn related(view: &View<'_>, label: &Label) -> Related {
    let location = location(view, label.file, label.range);
    Related { message: one_line(&label.text), location }
}

fn location(view: &View<'_>, file: FileId, range: TextRange) -> Location {
    Location { path: view.path(file), range: Some(bytes(view, file, range)) }
}

fn bytes(view: &View<'_>, file: FileId, range: TextRange) -> Range {
    let table = view.workspace.file(file).lines();
    let position = |at: TextSize| {
        let (line, start) = table.line(at);
        Position { line: line + 1, column: usize::from(at - start) + 1 }
    };
    Range { start: position(range.start()), end: position(range.end()) }
}

/// All edits of a fix as one, since reviewdog takes several for alternatives. `None` if they lie
/// too far apart to be read as one.
fn suggestion(view: &View<'_>, file: FileId, fix: &Fix) -> Option<Suggestion> {
    let whole = fix.edits.iter().map(|edit| edit.range).reduce(TextRange::cover)?;
    let range = bytes(view, file, whole);
    if range.end.line - range.start.line >= LINES {
        return None;
    }
    let source = &view.workspace.file(file).text;
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| (edit.range.start(), edit.range.end()));
    let (mut text, mut at) = (String::new(), whole.start());
    for edit in edits {
        // Parts of a roll-up may want the same place changed.
        if edit.range.start() < at {
            return None;
        }
        text += &source[TextRange::new(at, edit.range.start())];
        text += &edit.insert;
        at = edit.range.end();
    }
    Some(Suggestion { range, text })
}
