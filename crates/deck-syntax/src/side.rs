//! The words of a question or an answer, without what is not part of them.

use std::borrow::Cow;

use text_size::{TextRange, TextSize};

use crate::deck::{Item, LineKind};

/// What stands in `range` of an item, a card's front or back, without comments and attributes; of a
/// quoted field of Anki text, with one quote where two stand.
///
/// `item_text` is the text of the whole item, to which `range` is relative.
pub fn side_text<'t>(item: &Item, item_text: &'t str, range: TextRange) -> Cow<'t, str> {
    if let Some(words) = crate::dialect::anki::unquoted(item, item_text, range) {
        return words;
    }
    let mut holes = holes(item, range).peekable();
    if holes.peek().is_none() {
        return Cow::Borrowed(slice(item_text, range.start(), range.end()));
    }
    let mut holes: Vec<TextRange> = holes.collect();
    holes.sort_by_key(|hole| hole.start());
    let mut text = String::new();
    let mut at = range.start();
    for hole in holes {
        let upto = hole.start().max(at);
        text.push_str(slice(item_text, at, upto));
        at = hole.end().max(at);
    }
    text.push_str(slice(item_text, at, range.end()));
    Cow::Owned(text)
}

fn holes(item: &Item, side: TextRange) -> impl Iterator<Item = TextRange> + '_ {
    let comments = item.comments.iter().copied();
    let other_lines = item
        .lines()
        .filter(|(_, kind)| matches!(kind, LineKind::Attribute | LineKind::Comment))
        .map(|(range, _)| range);
    comments
        .chain(other_lines)
        .filter_map(move |hole| side.intersect(hole).filter(|hole| !hole.is_empty()))
}

fn slice(text: &str, from: TextSize, upto: TextSize) -> &str {
    text.get(usize::from(from)..usize::from(upto)).unwrap_or_default()
}
