//! The top of the page: what was found, what could not be read, and what to filter by.

use std::io::{self, Write};

use deck_lint::{Level, count};

use super::{SHOWN, by_file, shown};
use crate::report::page::{Text, unread};
use crate::report::statistics;
use crate::report::view::{View, findings};
use crate::report::words::by_level;

/// What was found, in a few words.
pub(super) fn title(view: &View<'_>) -> String {
    match view.found.diagnostics.as_slice() {
        [] => "Nothing found".to_owned(),
        found => by_level(found),
    }
}

/// What was checked, and what of it is not on the page.
pub(super) fn about(view: &View<'_>) -> String {
    let (cards, decks) = (count(view.found.cards, "card"), count(view.found.files, "deck"));
    let version = env!("CARGO_PKG_VERSION");
    let text = format!("{cards} in {decks}, checked by decklint {version}.");
    let beyond = view.diagnostics.get(SHOWN..).unwrap_or_default();
    match view.omitted() + findings(beyond) {
        0 => text,
        more => format!("{text} {} not on this page.", count(more, "finding")),
    }
}

/// The files that could not be read.
pub(super) fn problems(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let files: Vec<_> = view.problems().collect();
    unread(out, files.iter().map(|it| (it.path.as_str(), it.error.as_str())))
}

/// A box to tick for each level that there is.
pub(super) fn levels(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    for level in [Level::Error, Level::Warning, Level::Hint] {
        let number = view.found.count(level);
        if number > 0 {
            let (name, words) = (level.name(), count(number, level.name()));
            let tick = format!("<input type=\"checkbox\" name=\"level\" value=\"{name}\" checked>");
            writeln!(out, "<label>{tick} {words}</label>")?;
        }
    }
    Ok(())
}

/// The rules to choose from.
pub(super) fn rules(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let mut rows = statistics::rows(shown(view));
    rows.sort_by_key(|row| row.rule);
    for of_rule in rows.chunk_by(|a, b| a.rule == b.rule) {
        let (rule, number) = (of_rule[0].rule, of_rule.iter().map(|row| row.count).sum::<usize>());
        writeln!(out, "<option value=\"{rule}\">{rule} ({number})</option>")?;
    }
    Ok(())
}

/// The decks to choose from.
pub(super) fn files(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    for (index, of_file) in by_file(view) {
        let path = view.path(of_file[0].file);
        writeln!(out, "<option value=\"{index}\">{}</option>", Text(&path))?;
    }
    Ok(())
}
