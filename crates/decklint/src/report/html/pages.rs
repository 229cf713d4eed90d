//! The pages of the rules that found something, so that the report explains itself.

use std::io::{self, Write};

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::shown;
use crate::report::page::Message;
use crate::report::statistics;
use crate::report::view::View;

/// Writes a page a rule, each to be unfolded.
pub(super) fn all(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let mut names: Vec<&str> = statistics::rows(shown(view)).iter().map(|row| row.rule).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section aria-labelledby=\"pages\"><h2 id=\"pages\">The rules</h2>")?;
    for rule in names.into_iter().filter_map(deck_lint::rules::by_name) {
        let (name, summary) = (rule.name, Message(rule.summary));
        writeln!(out, "<details id=\"rule-{name}\"><summary>{name}: {summary}</summary>")?;
        let page = rule.plain_page();
        let events = Parser::new_ext(&page, Options::ENABLE_TABLES).filter_map(fitted);
        html::write_html_io(&mut *out, events)?;
        writeln!(out, "</details>")?;
    }
    writeln!(out, "</section>")
}

/// An event of a page as it fits into the report: headings stand below that of the section, links
/// to other pages are words, tags are shown as they are written.
fn fitted(event: Event<'_>) -> Option<Event<'_>> {
    let below = |level: HeadingLevel| match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    };
    Some(match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: below(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => return None,
        Event::Html(tags) | Event::InlineHtml(tags) => Event::Text(tags),
        other => other,
    })
}
