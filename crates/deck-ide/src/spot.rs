//! The item at a place, and the place in it.

use deck_lint::{ItemCx, ItemLine, SourceFile};
use deck_syntax::{TextRange, TextSize};

/// Where a cursor stands: in which item, and where in it.
#[derive(Clone, Copy)]
pub(crate) struct Spot<'a> {
    /// The index of the item in its deck.
    pub(crate) index: usize,
    /// The item.
    pub(crate) cx: ItemCx<'a>,
    /// The place, relative to the item's start.
    pub(crate) at: TextSize,
}

impl<'a> Spot<'a> {
    /// The item at a byte offset of a file, which may lie anywhere: it is moved back to the start
    /// of a character. `None` if the file is empty.
    pub(crate) fn of(file: &'a SourceFile, offset: TextSize) -> Option<Self> {
        let offset = clamp(&file.text, offset);
        let index = file.deck.item_at(offset)?;
        let cx = file.item(index);
        Some(Self { index, cx, at: offset - cx.start })
    }

    /// The line the place is on.
    pub(crate) fn line(&self) -> Option<ItemLine<'a>> {
        let before = self.cx.item.lines.partition_point(|line| line.end <= self.at);
        let last = self.cx.item.lines.len().checked_sub(1)?;
        self.cx.lines().nth(before.min(last))
    }

    /// Whether the place is in `range`, which is relative to the item, or at one of its ends.
    pub(crate) fn touches(&self, range: TextRange) -> bool {
        range.contains_inclusive(self.at)
    }
}

/// The nearest byte offset up to `offset` at which a character starts, or the text's end.
pub(crate) fn clamp(text: &str, offset: TextSize) -> TextSize {
    size(text.floor_char_boundary(usize::from(offset)))
}

/// The part of a range that lies in a text, from and up to starts of characters.
pub(crate) fn clamp_range(text: &str, range: TextRange) -> TextRange {
    TextRange::new(clamp(text, range.start()), clamp(text, range.end()))
}

/// A byte offset as a [`TextSize`]. No text is longer than 4 GiB.
pub(crate) fn size(at: usize) -> TextSize {
    TextSize::new(u32::try_from(at).unwrap_or(u32::MAX))
}

/// The bytes from `start` up to `end`, which is not before it.
pub(crate) fn bytes(start: usize, end: usize) -> TextRange {
    TextRange::new(size(start), size(end.max(start)))
}

/// Where `part`, a slice of `whole`, stands in it.
pub(crate) fn place_of(part: &str, whole: &str) -> TextRange {
    let start = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize);
    bytes(start, start + part.len())
}
