//! JUnit's XML, in which a deck is a test case that fails if it has findings that fail.
//!
//! All findings of a deck are one `failure`, since Jenkins and GitLab read only one. It is not
//! written with quick-junit, because that puts an attribute into the root that the schemas for
//! Jenkins do not know.

use std::io::{self, Write};

use deck_lint::{Diagnostic, FileId};
use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::view::{Problem, View};
use super::words::{all_of, by_level};
use super::xml;

/// Prints a test case a deck.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let decks: Vec<_> = view.decks().collect();
    let failed = |(_, found): &&(FileId, &[Diagnostic])| found.iter().any(|it| view.fails(it));
    let errors = view.workspace.problems.len();
    let numbers = [
        ("name", "decklint".to_owned()),
        ("tests", (decks.len() + errors).to_string()),
        ("failures", decks.iter().filter(failed).count().to_string()),
        ("errors", errors.to_string()),
    ];
    let numbers = || numbers.iter().map(|(name, value)| (*name, value.as_str()));
    xml::document(out, |writer| {
        let root = writer.create_element("testsuites").with_attributes(numbers());
        root.write_inner_content(|writer| {
            let suite = writer.create_element("testsuite").with_attributes(numbers());
            suite.write_inner_content(|writer| {
                view.problems().try_for_each(|problem| unreadable(writer, &problem))?;
                decks.iter().try_for_each(|(id, found)| deck(writer, view, *id, found))
            })?;
            Ok(())
        })?;
        Ok(())
    })
}

fn deck<W: Write>(
    writer: &mut Writer<W>,
    view: &View<'_>,
    id: FileId,
    found: &[Diagnostic],
) -> io::Result<()> {
    let case = xml::text(&view.path(id));
    let case = [("classname", "decklint"), ("name", case.as_str())];
    let case = writer.create_element("testcase").with_attributes(case);
    let (failures, others): (Vec<_>, Vec<_>) =
        found.iter().cloned().partition(|diagnostic| view.fails(diagnostic));
    if failures.is_empty() && others.is_empty() {
        case.write_empty()?;
        return Ok(());
    }
    case.write_inner_content(|writer| {
        if !failures.is_empty() {
            let about = [("type", "findings"), ("message", &by_level(&failures))];
            let failure = writer.create_element("failure").with_attributes(about);
            failure.write_text_content(BytesText::new(&listed(view, &failures)))?;
        }
        if !others.is_empty() {
            let advice = writer.create_element("system-out");
            advice.write_text_content(BytesText::new(&listed(view, &others)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn unreadable<W: Write>(writer: &mut Writer<W>, problem: &Problem) -> io::Result<()> {
    let (path, error) = (xml::text(&problem.path), xml::text(&problem.error));
    let case = [("classname", "decklint"), ("name", path.as_str())];
    let case = writer.create_element("testcase").with_attributes(case);
    case.write_inner_content(|writer| {
        let about = [("type", "unreadable-file"), ("message", error.as_str())];
        let what = "this file could not be read, so none of its cards were checked";
        let error = writer.create_element("error").with_attributes(about);
        error.write_text_content(BytesText::new(what)).map(drop)
    })?;
    Ok(())
}

/// The findings one below the other, as a person reads them in a log.
fn listed(view: &View<'_>, found: &[Diagnostic]) -> String {
    let lines = found.iter().map(|diagnostic| {
        let place = view.place(diagnostic.file, diagnostic.range);
        let (path, rule) = (view.path(diagnostic.file), diagnostic.rule.name);
        let said = all_of(view, diagnostic).replace('\n', "\n    ");
        let (line, column, level) = (place.line, place.column, diagnostic.level.name());
        format!("\n{path}:{line}:{column}: {level}: ({rule}) {said}")
    });
    xml::text(&(lines.collect::<String>() + "\n"))
}
