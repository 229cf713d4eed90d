//! A question or an answer while its lines are being read.

use super::Parser;
use super::line::trim;
use crate::deck::LineKind;
use crate::text::RawLine;
use text_size::TextRange;

/// What of the text a side covers so far.
#[derive(Default)]
pub(super) struct Side {
    /// From its first to its last visible byte, comments included.
    span: Option<(usize, usize)>,
    /// Where the line after its first words starts, and how many lines the item had by then.
    pub(super) first_unit: Option<(usize, usize)>,
}

impl Side {
    /// Where it starts and ends so far.
    pub(super) fn span(&self) -> Option<(usize, usize)> {
        self.span
    }
}

impl Parser<'_> {
    /// Reads a line whose content, from `from` on, belongs to `side`.
    pub(super) fn side_line(
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
    pub(super) fn extend(&self, side: &mut Side, start: usize, end: usize) {
        let (start, end) = trim(self.text, start, end);
        if start < end {
            side.first_unit.get_or_insert((end, self.lines.len()));
            side.span = Some((side.span.map_or(start, |(first, _)| first), end));
        }
    }

    /// The range of a side, trimmed of white space and comments, relative to the item.
    pub(super) fn side_range(&self, side: &Side) -> Option<TextRange> {
        let (mut start, mut end) = side.span?;
        for comment in &self.comments {
            let (from, upto) = self.absolute(*comment);
            if from == start && upto <= end {
                (start, end) = trim(self.text, upto, end);
            }
        }
        for comment in self.comments.iter().rev() {
            let (from, upto) = self.absolute(*comment);
            if upto == end && from >= start {
                (start, end) = trim(self.text, start, from);
            }
        }
        (start < end).then(|| self.range(start, end))
    }

    fn absolute(&self, range: TextRange) -> (usize, usize) {
        (self.start + usize::from(range.start()), self.start + usize::from(range.end()))
    }
}
