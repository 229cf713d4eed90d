//! The XML of Checkstyle, which many services read.

use std::io::{self, Write};

use deck_lint::{Diagnostic, Level};
use quick_xml::Writer;

use super::view::{Problem, View};
use super::words::all_of;
use super::xml;

/// Prints the findings, file by file.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    xml::document(out, |writer| {
        // The version of Checkstyle whose format this is.
        let root = writer.create_element("checkstyle").with_attribute(("version", "4.3"));
        root.write_inner_content(|writer| {
            view.problems().try_for_each(|problem| unreadable(writer, &problem))?;
            view.by_file().try_for_each(|of_file| file(writer, view, of_file))
        })?;
        Ok(())
    })
}

fn file<W: Write>(
    writer: &mut Writer<W>,
    view: &View<'_>,
    of_file: &[Diagnostic],
) -> io::Result<()> {
    let path = xml::text(&view.path(of_file[0].file));
    let element = writer.create_element("file").with_attribute(("name", path.as_str()));
    element.write_inner_content(|writer| {
        of_file.iter().try_for_each(|diagnostic| {
            let place = view.place(diagnostic.file, diagnostic.range);
            let severity = match diagnostic.level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Hint => "info",
            };
            let message = all_of(view, diagnostic);
            let at = (place.line, place.column);
            error(writer, at, severity, &message, diagnostic.rule.name)
        })
    })?;
    Ok(())
}

fn unreadable<W: Write>(writer: &mut Writer<W>, problem: &Problem) -> io::Result<()> {
    let path = xml::text(&problem.path);
    let element = writer.create_element("file").with_attribute(("name", path.as_str()));
    element.write_inner_content(|writer| {
        let message = format!("cannot read this file: {}", problem.error);
        error(writer, (1, 1), "error", &message, "unreadable-file")
    })?;
    Ok(())
}

fn error<W: Write>(
    writer: &mut Writer<W>,
    (line, column): (usize, usize),
    severity: &str,
    message: &str,
    rule: &str,
) -> io::Result<()> {
    let attributes = [
        ("line", line.to_string()),
        ("column", column.to_string()),
        ("severity", severity.to_owned()),
        ("message", xml::text(message)),
        ("source", format!("decklint.{rule}")),
    ];
    let attributes = attributes.iter().map(|(name, value)| (*name, value.as_str()));
    writer.create_element("error").with_attributes(attributes).write_empty()?;
    Ok(())
}
