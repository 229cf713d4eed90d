//! A report to read in a browser: one file that asks nobody for anything.

mod excerpt;
mod finding;
mod head;
mod pages;

use std::io::{self, Write};

use deck_lint::Diagnostic;

use super::page::{Page, fill};
use super::view::View;

const TEMPLATE: &str = include_str!("html/report.html");
const STYLE: &str = include_str!("html/report.css");
const SCRIPT: &str = include_str!("html/report.js");

/// More findings than these no browser shows with ease, and nobody reads.
const SHOWN: usize = 5_000;

/// Prints the page.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let title = head::title(view);
    let page = Page { title: &title, style: STYLE, script: SCRIPT };
    page.write(out, &|out| fill(out, TEMPLATE, &|out, name| part(out, name, view)))
}

/// Writes what stands in the place of a name in the template.
fn part(out: &mut dyn Write, name: &str, view: &View<'_>) -> io::Result<()> {
    match name {
        "title" => out.write_all(head::title(view).as_bytes()),
        "about" => out.write_all(head::about(view).as_bytes()),
        "levels" => head::levels(out, view),
        "rules" => head::rules(out, view),
        "files" => head::files(out, view),
        "problems" => head::problems(out, view),
        "findings" => finding::all(out, view),
        "pages" => pages::all(out, view),
        other => write!(out, "{{{{{other}}}}}"),
    }
}

/// The findings that stand on the page.
fn shown<'w>(view: &View<'w>) -> &'w [Diagnostic] {
    &view.diagnostics[..view.diagnostics.len().min(SHOWN)]
}

/// The same, deck by deck.
fn by_file<'w>(view: &View<'w>) -> impl Iterator<Item = (usize, &'w [Diagnostic])> {
    shown(view).chunk_by(|a, b| a.file == b.file).enumerate()
}
