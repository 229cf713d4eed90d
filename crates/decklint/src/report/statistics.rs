//! How often each rule found something.

use std::collections::BTreeMap;
use std::io::{self, Write};

use deck_lint::{Diagnostic, Level};
use serde::Serialize;

use super::color;
use super::json::{self, Problem};
use super::view::{View, findings, is_fixable};

/// What a rule found at one level.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) rule: &'static str,
    pub(super) level: Level,
    /// How many findings; a roll-up counts for those it stands for.
    pub(super) count: usize,
    /// How many of them `--fix` puts right.
    pub(super) fixable: usize,
}

/// A row for each rule and level, the busiest first.
pub(super) fn rows(diagnostics: &[Diagnostic]) -> Vec<Row> {
    let mut counts: BTreeMap<(&str, Level), (usize, usize)> = BTreeMap::new();
    for diagnostic in diagnostics {
        let entry = counts.entry((diagnostic.rule.name, diagnostic.level)).or_default();
        entry.0 += diagnostic.count;
        entry.1 += if is_fixable(diagnostic) { diagnostic.count } else { 0 };
    }
    let rows = counts.into_iter();
    let mut rows: Vec<Row> =
        rows.map(|((rule, level), (count, fixable))| Row { rule, level, count, fixable }).collect();
    rows.sort_by(|a, b| b.count.cmp(&a.count).then(a.rule.cmp(b.rule)));
    rows
}

/// Prints a line a row.
pub(super) fn table(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    let width = rows.iter().map(|row| row.rule.len()).max().unwrap_or_default();
    for Row { rule, level, count, fixable } in rows {
        let (color, level) = (color(*level), level.name());
        write!(out, "{count:7}  {color}{level:7}\x1b[0m  ")?;
        match fixable {
            0 => writeln!(out, "{rule}")?,
            _ => writeln!(out, "{rule:width$}  {fixable} fixable")?,
        }
    }
    Ok(())
}

/// Prints the rows of everything that was found.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    table(out, &rows(&view.found.diagnostics))
}

#[derive(Serialize)]
struct Document {
    version: &'static str,
    files: usize,
    cards: usize,
    findings: usize,
    fixable: usize,
    levels: Levels,
    rules: Vec<Row>,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Levels {
    error: usize,
    warning: usize,
    hint: usize,
}

/// Prints the rows, and what they come to, as one JSON document.
pub(super) fn print_json(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let found = view.found;
    let rules = rows(&found.diagnostics);
    let document = Document {
        version: env!("CARGO_PKG_VERSION"),
        files: found.files,
        cards: found.cards,
        findings: findings(&found.diagnostics),
        fixable: rules.iter().map(|row| row.fixable).sum(),
        levels: Levels {
            error: found.count(Level::Error),
            warning: found.count(Level::Warning),
            hint: found.count(Level::Hint),
        },
        rules,
        problems: json::problems(view),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}
