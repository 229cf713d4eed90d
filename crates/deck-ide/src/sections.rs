//! Which cards stand below which heading.

use deck_lint::SourceFile;
use deck_syntax::{Dialect, Item, ItemKind, TextRange, TextSize};

/// A heading and what stands below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Section {
    /// The index of the heading's item.
    pub(crate) index: usize,
    /// The number of its `#`; 0 for the title of the deck.
    pub(crate) level: u8,
    /// The index of the first item that does not stand below it.
    pub(crate) end: usize,
}

/// What a deck is called by its front matter.
pub(crate) fn deck_name(file: &SourceFile) -> Option<&str> {
    let (_, matter) = file.deck.front_matter()?;
    let is_name = file.deck.dialect() == Dialect::Hashcards;
    matter.scalar("title").or_else(|| matter.scalar("name").filter(|_| is_name))
}

/// The level of a heading, 0 for the title; `None` for what is no heading.
pub(crate) fn level(item: &Item) -> Option<u8> {
    match item.kind {
        ItemKind::Title { .. } => Some(0),
        ItemKind::Section { level, .. } => Some(level.clamp(1, 6)),
        _ => None,
    }
}

/// The words of a heading, relative to its item.
pub(crate) fn heading(item: &Item) -> Option<TextRange> {
    match item.kind {
        ItemKind::Title { text } | ItemKind::Section { text, .. } => Some(text),
        _ => None,
    }
}

/// The sections of a file in the order of their headings.
pub(crate) fn all(file: &SourceFile) -> Vec<Section> {
    let items = file.deck.items();
    let mut sections: Vec<Section> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(level) = level(item) else { continue };
        while let Some(&last) = open.last().filter(|&&last| sections[last].level >= level) {
            sections[last].end = index;
            open.pop();
        }
        open.push(sections.len());
        sections.push(Section { index, level, end: items.len() });
    }
    sections
}

/// The sections around item `index`, itself included if it is a heading, innermost first.
pub(crate) fn around(file: &SourceFile, index: usize) -> Vec<Section> {
    let items = file.deck.items();
    let mut least = u8::MAX;
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate().take(index + 1).rev() {
        let Some(level) = level(item).filter(|level| *level < least) else { continue };
        least = level;
        let below = items.iter().skip(index + 1);
        let ends = |item: &std::sync::Arc<Item>| self::level(item).is_some_and(|it| it <= level);
        let end = below.clone().position(ends).map_or(items.len(), |count| index + 1 + count);
        found.push(Section { index: at, level, end });
        if level == 0 {
            break;
        }
    }
    found
}

/// The bytes from the start of item `index` to the end of what is visible before item `end`.
pub(crate) fn extent(file: &SourceFile, index: usize, end: usize) -> TextRange {
    let deck = &file.deck;
    let start = deck.start(index);
    let last = deck.items()[index..end].iter().enumerate().rev();
    let mut visible = last.map(|(offset, item)| (index + offset, item.visible().end()));
    let upto = visible.find(|(_, length)| *length > TextSize::new(0));
    TextRange::new(start, upto.map_or(start, |(index, length)| deck.start(index) + length))
}

/// How many cards stand in some items.
pub(crate) fn cards_in(file: &SourceFile, items: std::ops::Range<usize>) -> usize {
    file.facts.get(items).map_or(0, |facts| facts.iter().flatten().count())
}
