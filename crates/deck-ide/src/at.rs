//! Positions that may be anywhere, and lines.

use deck_lint::{ItemCx, SourceFile};
use deck_syntax::{LineKind, TextRange, TextSize};

/// How far back on a line anything is looked for: nobody types in lines longer than that.
const FAR: usize = 4_000;

/// A byte offset in a text, within the text and between two characters.
pub(crate) fn clamp(text: &str, at: TextSize) -> TextSize {
    size(text.floor_char_boundary(usize::from(at).min(text.len())))
}

/// A range in a text, within the text and between characters.
pub(crate) fn clamp_range(text: &str, range: TextRange) -> TextRange {
    TextRange::new(clamp(text, range.start()), clamp(text, range.end()))
}

pub(crate) fn size(at: usize) -> TextSize {
    TextSize::new(u32::try_from(at).unwrap_or(u32::MAX))
}

/// The range of `part` in `text`, of which it is a slice, from `base` on.
pub(crate) fn range_in(text: &str, part: &str, base: TextSize) -> TextRange {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    TextRange::at(size(start), TextSize::of(part)) + base
}

/// A line, or as much of it as stands near a position.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineAt<'t> {
    /// What stands before the position.
    pub(crate) before: &'t str,
    /// What stands after it, the line ending not included.
    pub(crate) after: &'t str,
    /// Where `before` starts in the file.
    pub(crate) start: TextSize,
}

impl<'t> LineAt<'t> {
    /// The line at a position that was clamped.
    pub(crate) fn of(text: &'t str, at: TextSize) -> Self {
        let at = usize::from(at);
        let far = text.floor_char_boundary(at.saturating_sub(FAR));
        let start = text[far..at].rfind(['\n', '\r']).map_or(far, |end| far + end + 1);
        let until = text.ceil_char_boundary((at + FAR).min(text.len()));
        let end = text[at..until].find(['\n', '\r']).map_or(until, |length| at + length);
        Self { before: &text[start..at], after: &text[at..end], start: size(start) }
    }
}

/// What the line is on which `at` lies, and whether no mark on it means anything. `at` is relative
/// to the item.
pub(crate) fn line_kind(item: &ItemCx<'_>, at: TextSize) -> Option<(LineKind, bool)> {
    let lines = &item.item.lines;
    let index = lines.partition_point(|line| line.end <= at);
    let line = lines.get(index).or(lines.last())?;
    Some((line.kind, line.verbatim))
}

/// The item at a position, and its index.
pub(crate) fn item_at(file: &SourceFile, at: TextSize) -> Option<(usize, ItemCx<'_>)> {
    let index = file.deck.item_at(at)?;
    Some((index, file.item(index)))
}
