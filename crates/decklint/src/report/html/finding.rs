//! The findings, deck by deck.

use std::io::{self, Write};

use deck_lint::{Applicability, Diagnostic};

use super::{by_file, excerpt};
use crate::report::page::{Message, Text};
use crate::report::view::View;
use crate::report::words::{also, with_more};

/// Writes all of them.
pub(super) fn all(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    for (index, of_file) in by_file(view) {
        let path = view.path(of_file[0].file);
        writeln!(out, "<section data-file=\"{index}\" aria-labelledby=\"f{index}\">")?;
        writeln!(out, "<h2 id=\"f{index}\">{}</h2>", Text(&path))?;
        of_file.iter().try_for_each(|diagnostic| one(out, view, diagnostic))?;
        writeln!(out, "</section>")?;
    }
    Ok(())
}

fn one(out: &mut dyn Write, view: &View<'_>, diagnostic: &Diagnostic) -> io::Result<()> {
    let (level, rule) = (diagnostic.level.name(), diagnostic.rule.name);
    let place = view.place(diagnostic.file, diagnostic.range);
    let message = with_more(diagnostic);
    writeln!(out, "<article class=\"{level}\" data-level=\"{level}\" data-rule=\"{rule}\">")?;
    writeln!(out, "<h3><b>{level}</b> {}</h3>", Message(&message))?;
    write!(out, "<p class=\"place\">line {}, column {} · ", place.line, place.column)?;
    writeln!(out, "<a href=\"#rule-{rule}\">{rule}</a></p>")?;
    excerpt::lines(out, view.workspace.file(diagnostic.file), diagnostic.range)?;
    let help = (!diagnostic.help.is_empty()).then(|| diagnostic.help.clone());
    for more in help.into_iter().chain(also(view, diagnostic)) {
        writeln!(out, "<p>{}</p>", Message(&more))?;
    }
    for fix in &diagnostic.fixes {
        let who = match fix.applicability {
            Applicability::Safe => "<code>--fix</code> can",
            Applicability::Unsafe => "You could",
        };
        writeln!(out, "<p class=\"fix\">{who}: {}</p>", Message(&fix.title))?;
    }
    writeln!(out, "</article>")
}
