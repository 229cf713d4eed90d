//! A question or an answer while its lines are being read.

use super::Scanner;
use crate::deck::LineKind;
use crate::text::RawLine;
use text_size::TextRange;

/// What of the text a side covers so far.
#[derive(Default)]
pub(crate) struct Side {
    /// From its first to its last visible byte that is no comment.
    span: Option<(usize, usize)>,
    /// Where its first words end, and how many lines the item had by then.
    pub(crate) first_unit: Option<(usize, usize)>,
}

impl Side {
    /// Where it starts and ends so far.
    pub(crate) fn span(&self) -> Option<(usize, usize)> {
        self.span
    }

    /// Whether it has no words yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.span.is_none()
    }

    /// Takes in a side that stands below this one.
    pub(crate) fn append(&mut self, below: &Self) {
        if let (Some((_, end)), Some((_, below))) = (&mut self.span, below.span) {
            *end = below;
        }
    }
}

impl Scanner<'_> {
    /// Reads a line whose content, from `from` on, belongs to `side`.
    pub(crate) fn side_line(
        &mut self,
        line: RawLine,
        from: usize,
        kind: LineKind,
        side: &mut Side,
    ) -> usize {
        let next = self.text_line(line, from, kind);
        self.extend(side, from, next);
        next
    }

    /// Adds `start..end` to a side.
    pub(crate) fn extend(&self, side: &mut Side, start: usize, end: usize) {
        let (start, end) = self.words(start, end);
        if start < end {
            side.first_unit.get_or_insert((end, self.lines.len()));
            side.span = Some((side.span.map_or(start, |(first, _)| first), end));
        }
    }

    /// The range of a side, relative to the item.
    pub(crate) fn side_range(&self, side: &Side) -> Option<TextRange> {
        side.span.map(|(start, end)| self.range(start, end))
    }
}
