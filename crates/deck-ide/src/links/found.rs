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
    let is_quote = |b: u8| matches!(b, b'"' | b'\'');
    for opening in ["src=", "href=", "[sound:"] {
        let sound = opening.starts_with('[');
        let mut closing = Ends::new(text, |b| matches!(b, b'"' | b'\''));
        let mut bare = Ends::new(text, |b| matches!(b, b'"' | b'\'' | b' ' | b'>'));
        let mut bracket = Ends::new(text, |b| b == b']');
        for at in memmem::find_iter(text.as_bytes(), opening) {
            let start = at + opening.len();
            let quotes = text.as_bytes()[start..].iter().take_while(|&&b| is_quote(b)).count();
            let (from, ends) = match (sound, quotes) {
                (true, _) => (start, &mut bracket),
                (false, 0) => (start, &mut bare),
                (false, _) => (start + quotes, &mut closing),
            };
            found.extend(ends.next_from(from).and_then(|end| target(text, from, end)));
        }
    }
}

/// No file's name is longer.
const LONGEST: usize = 4096;

fn target(text: &str, from: usize, end: usize) -> Option<Found> {
    let target = text.get(from..end).filter(|it| !it.is_empty() && it.len() <= LONGEST)?;
    let one_line = !target.contains(['\n', '\r']);
    one_line.then(|| Found { range: bytes(from, end), target: target.to_owned(), kind: Kind::Link })
}

/// Where the next byte stands that ends something. Goes along the text once, however often it is
/// asked.
struct Ends<'t> {
    text: &'t [u8],
    is_end: fn(u8) -> bool,
    next: Option<usize>,
}

impl<'t> Ends<'t> {
    fn new(text: &'t str, is_end: fn(u8) -> bool) -> Self {
        Self { text: text.as_bytes(), is_end, next: None }
    }

    /// The next one from byte offset `from` on, which is not before the last one asked for.
    fn next_from(&mut self, from: usize) -> Option<usize> {
        let length = self.text.len();
        if self.next.is_none_or(|next| next < from) {
            let found = self.text[from..].iter().position(|&b| (self.is_end)(b));
            self.next = Some(found.map_or(length, |at| from + at));
        }
        self.next.filter(|&next| next < length)
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
