//! Links as they are written: Markdown's, Obsidian's, HTML's, bare addresses.

use deck_syntax::{Dialect, TextRange};
use linkify::{LinkFinder, LinkKind};
use memchr::memmem;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::has_notes;
use crate::spot::bytes;

/// A link as it is written.
pub(super) struct Found {
    /// What can be clicked, relative to the text.
    pub(super) range: TextRange,
    /// What it says of where it leads.
    pub(super) target: String,
    pub(super) kind: Kind,
}

/// What sort of link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// To an address or a file.
    Link,
    /// A bare address.
    Address,
    /// To a note by its name.
    Note,
}

/// The links in the text of an item, in order.
pub(super) fn in_text(text: &str, dialect: Dialect) -> Vec<Found> {
    let has = |mark: &str| memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    let mut found = Vec::new();
    // Nearly all cards have no link, and to look for a mark of one costs next to nothing.
    if dialect.is_markdown() && (has("](") || has("]:") || has("[[")) {
        markdown(text, dialect, &mut found);
    }
    if dialect == Dialect::Anki {
        html(text, &mut found);
    }
    if has("://") {
        bare(text, &mut found);
    }
    found.sort_by_key(|it| it.range.start());
    found
}

fn markdown(text: &str, dialect: Dialect, found: &mut Vec<Found>) {
    let mut options = Options::empty();
    options.set(Options::ENABLE_WIKILINKS, has_notes(dialect));
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let Event::Start(
            Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. },
        ) = event
        else {
            continue;
        };
        let kind = match link_type {
            LinkType::WikiLink { .. } => Kind::Note,
            LinkType::Autolink => Kind::Address,
            LinkType::Email => continue,
            _ => Kind::Link,
        };
        let range = bytes(range.start, range.end);
        found.push(Found { range, target: dest_url.into_string(), kind });
    }
}

/// `src="…"` and `href="…"` of tags, and Anki's `[sound:…]`. In a quoted field quotes are doubled.
fn html(text: &str, found: &mut Vec<Found>) {
    for (opening, closings) in [
        ("src=", &['"', '\'', ' ', '>'][..]),
        ("href=", &['"', '\'', ' ', '>']),
        ("[sound:", &[']']),
    ] {
        for at in memmem::find_iter(text.as_bytes(), opening) {
            let rest = &text[at + opening.len()..];
            let quotes = rest.len() - rest.trim_start_matches(['"', '\'']).len();
            let from = at + opening.len() + quotes;
            let ends: &[char] = if quotes > 0 { &['"', '\''] } else { closings };
            let Some(length) = text[from..].find(ends) else { continue };
            let target = &text[from..from + length];
            if !target.is_empty() && !target.contains(['\n', '\r']) {
                let range = bytes(from, from + length);
                found.push(Found { range, target: target.to_owned(), kind: Kind::Link });
            }
        }
    }
}

/// Addresses that stand in the text by themselves.
fn bare(text: &str, found: &mut Vec<Found>) {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let mut known: Vec<TextRange> = Vec::new();
    found.sort_by_key(|it| it.range.start());
    for range in found.iter().map(|it| it.range) {
        // A picture may stand in a link.
        match known.last() {
            Some(last) if last.contains_range(range) => {}
            _ => known.push(range),
        }
    }
    for link in finder.links(text) {
        let range = bytes(link.start(), link.end());
        let before = known.partition_point(|it| it.end() <= range.start());
        let is_part = known.get(before).is_some_and(|it| it.start() < range.end());
        if !is_part {
            found.push(Found { range, target: link.as_str().to_owned(), kind: Kind::Address });
        }
    }
}
