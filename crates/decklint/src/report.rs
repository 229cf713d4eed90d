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
pub(crate) mod page;
mod rdjson;
mod sarif;
mod source;
mod statistics;
mod view;
mod words;
mod xml;

use std::collections::BTreeMap;

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

/// Says on standard error what was put right, by rule, and, unless `fix_only`, what was found
/// besides.
pub(crate) fn summary(
    found: &Report,
    put_right: Option<&BTreeMap<&'static str, usize>>,
    fix_only: bool,
) {
    let decks = found.files;
    if decks == 0 {
        return;
    }
    if let Some(by_rule) = put_right {
        let rules: Vec<String> =
            by_rule.iter().map(|(rule, number)| format!("{number} {rule}")).collect();
        let rules =
            if rules.is_empty() { String::new() } else { format!(": {}", rules.join(", ")) };
        anstream::eprintln!("put right: {}{rules}", count(by_rule.values().sum(), "problem"));
    }
    if fix_only {
        return;
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
    if fixable > 0 && put_right.is_none() {
        let them = if fixable == 1 { "it" } else { "them" };
        anstream::eprintln!("{fixable} can be put right by `--fix`; `--diff` shows {them} first");
    }
}

/// How wide to draw: as wide as the terminal, but no wider than can be read well.
pub(crate) fn terminal_width() -> usize {
    let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
    width.clamp(40, 120)
}
