//! Showing what was found. One module a format.

mod azure;
mod checkstyle;
mod concise;
pub(crate) mod diff;
mod full;
mod github;
mod gitlab;
mod grouped;
mod html;
mod json;
mod json_lines;
mod junit;
mod markdown;
mod names;
pub(crate) mod old;
mod output;
mod rdjson;
mod sarif;
mod source;
mod statistics;
mod view;
mod words;
mod xml;

use deck_lint::{Applicability, Level, Report, count};
use miette::GraphicalTheme;

pub(crate) use output::Output;

/// The colours and lines of graphical reports. Colours are taken out again where they are not
/// wanted, by the stream they are printed to.
pub(crate) fn theme() -> GraphicalTheme {
    GraphicalTheme::unicode()
}

/// The colour of a level.
pub(crate) fn color(level: Level) -> &'static str {
    match level {
        Level::Error => "\x1b[31m",
        Level::Warning => "\x1b[33m",
        Level::Hint => "\x1b[36m",
    }
}

/// Says in one line, on standard error, what was found and put right.
pub(crate) fn summary(found: &Report, fixed: Option<usize>) {
    let decks = found.files;
    if decks == 0 {
        return;
    }
    if let Some(fixed) = fixed {
        anstream::eprintln!("put right: {}", count(fixed, "problem"));
    }
    let of = format!("{} in {}", count(found.cards, "card"), count(decks, "deck"));
    if found.diagnostics.is_empty() {
        anstream::eprintln!("nothing found: {of}");
        return;
    }
    let counts: Vec<String> = [Level::Error, Level::Warning, Level::Hint]
        .into_iter()
        .map(|level| (found.count(level), level.name()))
        .filter(|(number, _)| *number > 0)
        .map(|(number, name)| count(number, name))
        .collect();
    anstream::eprintln!("found {}: {of}", counts.join(", "));
    let fixable = found.diagnostics.iter().filter(|diagnostic| {
        diagnostic.fixes.iter().any(|fix| fix.applicability == Applicability::Safe)
    });
    let fixable: usize = fixable.map(|diagnostic| diagnostic.count).sum();
    if fixable > 0 && fixed.is_none() {
        let them = if fixable == 1 { "it" } else { "them" };
        anstream::eprintln!("{fixable} can be put right by `--fix`; `--diff` shows {them} first");
    }
}

/// How wide to draw: as wide as the terminal, but no wider than can be read well.
pub(crate) fn terminal_width() -> usize {
    let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
    width.clamp(40, 120)
}
