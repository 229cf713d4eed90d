//! The prose of a side: what is read of it as words.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2, memmem};
use text_size::TextRange;

use super::dates::words;
use crate::rule::ItemCx;

/// The sides of a card, relative to its item.
pub(crate) fn sides(item: &ItemCx<'_>) -> impl Iterator<Item = TextRange> + use<> {
    let sides = item.card().map(|card| [Some(card.front), card.back]);
    sides.into_iter().flatten().flatten().filter(|side| !side.is_empty())
}

/// The text of a side, as long as it is, with blanks for what is no prose: code, formulas, links'
/// targets, comments, attributes, embedded files, tags of HTML.
pub(crate) fn prose<'t>(item: &ItemCx<'t>, side: TextRange) -> Cow<'t, str> {
    prose_of(words(item.item, item.text, side, item.file.html))
}

/// The same, of the [`words`] of a side.
pub(super) fn prose_of(words: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = words.as_bytes();
    let mut holes = Vec::new();
    if memchr(b'$', bytes).is_some() {
        formulas(bytes, &mut holes);
    }
    // Nearly all sides have neither; to make ready for the searches costs more.
    if memchr2(b'[', b'\\', bytes).is_some() {
        for (open, close) in [("[[", "]]"), ("\\(", "\\)"), ("\\[", "\\]")] {
            enclosed(bytes, open, close, &mut holes);
        }
    }
    if holes.is_empty() {
        return words;
    }
    let mut blanked = words.as_bytes().to_vec();
    for (start, end) in holes {
        blanked[start..end].fill(b' ');
    }
    // A hole begins and ends with a character.
    String::from_utf8(blanked).map_or(words, Cow::Owned)
}

/// `$x$` and `$$x$$`; a dollar before a space or a digit that nothing closes is money.
fn formulas(bytes: &[u8], holes: &mut Vec<(usize, usize)>) {
    let mut open: Option<usize> = None;
    for at in memchr_iter(b'$', bytes) {
        let space = |at: Option<&u8>| at.is_none_or(u8::is_ascii_whitespace);
        let (before, after) = (at.checked_sub(1).and_then(|it| bytes.get(it)), bytes.get(at + 1));
        match open {
            Some(start) if !space(before) && !after.is_some_and(u8::is_ascii_digit) => {
                holes.push((start, at + 1));
                open = None;
            }
            None if !space(after) && before != Some(&b'\\') => open = Some(at),
            _ => {}
        }
    }
}

fn enclosed(bytes: &[u8], open: &str, close: &str, holes: &mut Vec<(usize, usize)>) {
    let mut after = 0;
    for at in memmem::find_iter(bytes, open) {
        if at < after {
            continue;
        }
        let Some(length) = memmem::find(&bytes[at..], close.as_bytes()) else { return };
        after = at + length + close.len();
        holes.push((at, after));
    }
}
