//! Each finding with the place in its deck, as miette draws it.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};

use deck_lint::{Diagnostic, FileId, Level};
use miette::{GraphicalReportHandler, LabeledSpan, Severity, SourceCode};

use super::source::{Source, printable, underlined};
use super::theme;
use super::view::View;
use super::words::{one_line, with_more};

/// Prints each finding with its place.
pub(crate) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let handler = GraphicalReportHandler::new_themed(theme()).with_width(view.width);
    let mut sources: BTreeMap<FileId, Source<'_>> = BTreeMap::new();
    for diagnostic in view.diagnostics {
        let places = diagnostic.labels.iter().map(|label| label.file);
        for id in std::iter::once(diagnostic.file).chain(places) {
            let file = view.workspace.file(id);
            sources.entry(id).or_insert_with(|| Source::new(file, one_line(&view.path(id))));
        }
        let shown = Shown::new(diagnostic, &sources);
        let mut text = String::new();
        handler.render_report(&mut text, &shown).map_err(io::Error::other)?;
        for place in &shown.elsewhere {
            handler.render_report(&mut text, place).map_err(io::Error::other)?;
        }
        out.write_all(text.as_bytes())?;
        writeln!(out)?;
    }
    Ok(())
}

/// A diagnostic as miette takes it.
#[derive(Debug)]
struct Shown<'w> {
    diagnostic: &'w Diagnostic,
    source: &'w Source<'w>,
    message: String,
    elsewhere: Vec<Elsewhere<'w>>,
}

impl<'w> Shown<'w> {
    fn new(diagnostic: &'w Diagnostic, sources: &'w BTreeMap<FileId, Source<'w>>) -> Self {
        let elsewhere = diagnostic
            .labels
            .iter()
            .filter(|label| label.file != diagnostic.file && diagnostic.count == 1)
            .filter_map(|label| {
                let source = sources.get(&label.file)?;
                Some(Elsewhere { source, range: label.range, text: label.text.clone() })
            })
            .collect();
        let mut message = with_more(diagnostic);
        if diagnostic.count > 1 {
            message.push_str("; the first:");
        }
        Self { diagnostic, source: &sources[&diagnostic.file], message, elsewhere }
    }
}

impl Shown<'_> {
    /// Whether a place is drawn with the finding. Of those that a roll-up stands for only the
    /// first is: nobody reads ten drawings of one thing.
    fn draws(&self, label: &deck_lint::Label) -> bool {
        label.file == self.diagnostic.file && self.diagnostic.count == 1
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.diagnostic.rule.name))
    }

    fn severity(&self) -> Option<Severity> {
        Some(match self.diagnostic.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Hint => Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = &self.diagnostic.help;
        (!help.is_empty()).then(|| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = |range| underlined(self.source.file, range);
        let primary = LabeledSpan::new_primary_with_span(
            text_of(&self.diagnostic.label),
            span(self.diagnostic.range),
        );
        let others =
            self.diagnostic.labels.iter().filter(|label| self.draws(label)).map(move |label| {
                LabeledSpan::new_with_span(text_of(&label.text), span(label.range))
            });
        Some(Box::new(std::iter::once(primary).chain(others)))
    }
}

fn text_of(label: &str) -> Option<String> {
    (!label.is_empty()).then(|| printable(label).into_owned())
}

/// A place in another file.
#[derive(Debug)]
struct Elsewhere<'w> {
    source: &'w Source<'w>,
    range: deck_syntax::TextRange,
    text: String,
}

impl fmt::Display for Elsewhere<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Elsewhere<'_> {}

impl miette::Diagnostic for Elsewhere<'_> {
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Advice)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = underlined(self.source.file, self.range);
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(None, span))))
    }
}
