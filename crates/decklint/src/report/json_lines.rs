//! A JSON document a line: one for each finding, one for each file that could not be read, and
//! last what it comes to. `type` says which.

use std::io::{self, Write};

use serde::Serialize;

use super::json::{self, DiagnosticData, Problem};
use super::view::View;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line {
    Finding(Box<DiagnosticData>),
    Problem(Problem),
    Summary { version: &'static str, files: usize, cards: usize, omitted: usize },
}

/// Prints a line for each thing there is to say.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    for diagnostic in view.diagnostics {
        line(out, &Line::Finding(Box::new(json::data(view, diagnostic))))?;
    }
    for problem in json::problems(view) {
        line(out, &Line::Problem(problem))?;
    }
    let (files, cards) = (view.found.files, view.found.cards);
    let version = env!("CARGO_PKG_VERSION");
    line(out, &Line::Summary { version, files, cards, omitted: view.omitted() })
}

fn line(out: &mut dyn Write, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    writeln!(out)
}
