//! One JSON document. Its shape is described in `docs/json.md`.

use std::io::{self, Write};

use deck_lint::{Diagnostic, FileId};
use deck_syntax::TextRange;
use serde::Serialize;

use super::view::{self, View};

#[derive(Serialize)]
struct Document {
    version: &'static str,
    files: usize,
    cards: usize,
    diagnostics: Vec<DiagnosticData>,
    /// How many findings are left out.
    omitted: usize,
    problems: Vec<Problem>,
}

/// A file that could not be read.
#[derive(Debug, Serialize)]
pub(super) struct Problem {
    file: String,
    error: String,
}

/// A finding.
#[derive(Serialize)]
pub(super) struct DiagnosticData {
    rule: &'static str,
    level: &'static str,
    message: String,
    #[serde(flatten)]
    place: Place,
    label: String,
    help: String,
    related: Vec<Related>,
    more_places: usize,
    count: usize,
    fixes: Vec<FixData>,
    fingerprint: String,
}

/// Lines and columns count from 1, columns in characters; offsets are bytes, the end not included.
#[derive(Serialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Related {
    #[serde(flatten)]
    place: Place,
    text: String,
}

#[derive(Serialize)]
struct FixData {
    title: String,
    applicability: deck_lint::Applicability,
    edits: Vec<EditData>,
}

#[derive(Serialize)]
struct EditData {
    start: u32,
    end: u32,
    insert: String,
}

/// Prints everything that is known of the findings.
pub(crate) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let document = Document {
        version: env!("CARGO_PKG_VERSION"),
        files: view.found.files,
        cards: view.found.cards,
        diagnostics: view.diagnostics.iter().map(|d| data(view, d)).collect(),
        omitted: view.omitted(),
        problems: problems(view),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// The files that could not be read.
pub(super) fn problems(view: &View<'_>) -> Vec<Problem> {
    view.problems().map(|problem| Problem { file: problem.path, error: problem.error }).collect()
}

/// All that is known of a finding.
pub(super) fn data(view: &View<'_>, diagnostic: &Diagnostic) -> DiagnosticData {
    let related = diagnostic.labels.iter().map(|label| Related {
        place: place(view, label.file, label.range),
        text: label.text.clone(),
    });
    let fixes = diagnostic.fixes.iter().map(|fix| FixData {
        title: fix.title.clone(),
        applicability: fix.applicability,
        edits: fix
            .edits
            .iter()
            .map(|edit| EditData {
                start: edit.range.start().into(),
                end: edit.range.end().into(),
                insert: edit.insert.clone(),
            })
            .collect(),
    });
    DiagnosticData {
        rule: diagnostic.rule.name,
        level: diagnostic.level.name(),
        message: diagnostic.message.clone(),
        place: place(view, diagnostic.file, diagnostic.range),
        label: diagnostic.label.clone(),
        help: diagnostic.help.clone(),
        related: related.collect(),
        more_places: diagnostic.more,
        count: diagnostic.count,
        fixes: fixes.collect(),
        fingerprint: format!("{:016x}", diagnostic.fingerprint),
    }
}

fn place(view: &View<'_>, id: FileId, range: TextRange) -> Place {
    let view::Place { line, column, end_line, end_column } = view.place(id, range);
    let (start, end) = (range.start().into(), range.end().into());
    Place { file: view.path(id), line, column, end_line, end_column, start, end }
}
