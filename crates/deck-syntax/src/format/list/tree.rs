//! Which line of a list belongs to which point, as `CommonMark` sees it.

use super::{Mark, interrupts, mark as mark_of};
use crate::deck::LineKind;
use crate::format::row::{Row, columns};

/// A list at the margin with all that it holds.
#[derive(Debug, Default)]
pub(in crate::format) struct Tree {
    pub(super) points: Vec<Point>,
    /// Further lines: their row, and the point to which they belong.
    pub(super) lines: Vec<(usize, usize)>,
    /// Markdown reads it otherwise than it looks, or it holds what must not be moved.
    pub(super) stays: bool,
    /// It holds lines that are not moved.
    pub(super) holds_fixed: bool,
}

impl Tree {
    /// The points that stand beside each other, list by list, by their places among the points.
    pub(super) fn lists(&self) -> Vec<Vec<usize>> {
        let mut order: Vec<usize> = (0..self.points.len()).collect();
        order.sort_by_key(|&index| self.points[index].parent);
        let is_beside = |a: &usize, b: &usize| self.points[*a].parent == self.points[*b].parent;
        order.chunk_by(is_beside).map(<[usize]>::to_vec).collect()
    }
}

/// A point of a list.
#[derive(Debug, Clone, Copy)]
pub(in crate::format) struct Point {
    pub(super) row: usize,
    /// The point that it stands below, by its place among the points.
    pub(super) parent: Option<usize>,
    /// How many bytes of the line stand before its mark.
    pub(super) indent: usize,
    /// How many bytes of the line its mark takes, and the white space behind it.
    pub(super) mark_length: usize,
    pub(super) gap: usize,
    /// The columns of its mark and of its words.
    pub(super) column: usize,
    pub(super) words: usize,
    pub(super) mark: Mark,
    /// What its mark becomes.
    pub(super) new_mark: Mark,
}

/// The lists of a side. `rows` are the side's, the first of them being the item's row `first`.
pub(super) fn read(rows: &[Row<'_>], first: usize) -> Vec<Tree> {
    let mut reader = Reader::default();
    for (index, row) in rows.iter().enumerate() {
        reader.row(row, first + index);
    }
    reader.close();
    reader.trees
}

#[derive(Default)]
struct Reader {
    trees: Vec<Tree>,
    tree: Tree,
    /// The points that may go on, the outermost first.
    open: Vec<usize>,
    /// No words stand directly above that a line could go on with.
    ended: bool,
    below_blank: bool,
    /// Words that belong to no list stand directly above.
    below_words: bool,
}

impl Reader {
    fn row(&mut self, row: &Row<'_>, index: usize) {
        if row.kind == LineKind::Blank || row.kind == LineKind::Comment {
            self.below_blank |= row.kind == LineKind::Blank;
            return;
        }
        let words = row.content.trim_start_matches([' ', '\t']);
        match mark_of(words).or_else(|| bare_mark(words)) {
            Some((mark, length)) => {
                self.point(row, index, mark, length);
                // It may be a point, or a line of code that looks like one.
                self.tree.stays |= row.is_fixed;
            }
            None => self.line(row, index),
        }
        self.below_blank = false;
        self.ended = interrupts(words);
        self.below_words = self.open.is_empty();
    }

    fn close(&mut self) {
        self.open.clear();
        let tree = std::mem::take(&mut self.tree);
        if !tree.points.is_empty() {
            self.trees.push(tree);
        }
    }

    /// The innermost open point whose words start at or before `column`.
    fn around(&self, column: usize) -> Option<usize> {
        self.open.iter().rposition(|&point| self.tree.points[point].words <= column)
    }

    fn point(&mut self, row: &Row<'_>, index: usize, mark: Mark, mark_length: usize) {
        let column = row.columns();
        let depth = self.around(column).map_or(0, |depth| depth + 1);
        let parent = depth.checked_sub(1).map(|above| self.open[above]);
        let margin = parent.map_or(0, |parent| self.tree.points[parent].words);
        let sibling = self.open.get(depth).map(|&sibling| self.tree.points[sibling].column);
        // Four columns to the right it would be code, or go on with the words above.
        self.tree.stays |= column >= margin + 4 || sibling.is_some_and(|it| it != column);
        // In mid-paragraph Markdown takes no number but 1 for a point.
        let in_words = sibling.is_none() && !self.below_blank && (depth > 0 || self.below_words);
        self.tree.stays |= in_words && matches!(mark, Mark::Number(number, _) if number != 1);
        self.open.truncate(depth);
        let indent = row.content.len() - row.content.trim_start_matches([' ', '\t']).len();
        let behind = &row.content[indent + mark_length..];
        let gap = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        let start = column + mark.width();
        let words = columns(behind, start);
        // Five columns behind the mark code begins, and where nothing stands there is no telling.
        self.tree.stays |= words >= start + 5 || gap == behind.len();
        // A list or a quotation within a point goes by the columns of its own first line.
        self.tree.stays |= opens_within(&behind[gap..]);
        self.open.push(self.tree.points.len());
        self.tree.points.push(Point {
            row: index,
            parent,
            indent,
            mark_length,
            gap,
            column,
            words,
            mark,
            new_mark: mark,
        });
    }

    /// A line that is no point: it goes on with one, or ends the list.
    fn line(&mut self, row: &Row<'_>, index: usize) {
        let column = row.columns();
        let around = self.around(column);
        self.tree.holds_fixed |= row.is_fixed || row.opens_fixed;
        // What starts something of its own does not go on with the words above it.
        let parted = self.below_blank || !row.is_fixed && interrupts(row.content);
        let ends_words = parted || self.ended;
        if parted && around.is_none() && column == 0 {
            return self.close();
        }
        if let Some(depth) = around {
            let point = self.open[depth];
            self.tree.stays |= ends_words && column >= self.tree.points[point].words + 4;
            self.tree.lines.push((index, point));
        }
        if ends_words {
            let depth = around.map_or(0, |depth| depth + 1);
            let margin = around.map(|depth| self.tree.points[self.open[depth]].words);
            // Short of a point's words it looks like a part of the point, and is none.
            self.tree.stays |= depth < self.open.len() && margin != Some(column);
            self.open.truncate(depth);
        }
    }
}

/// Whether the words of a point open something that has points or lines of its own.
fn opens_within(words: &str) -> bool {
    words.starts_with('>') || mark_of(words).or_else(|| bare_mark(words)).is_some()
}

/// A mark with nothing behind it, not even a space: a point in Markdown alone.
fn bare_mark(words: &str) -> Option<(Mark, usize)> {
    let words = words.trim_end();
    let is_number = words
        .strip_suffix(['.', ')'])
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
    (is_number || matches!(words, "-" | "*" | "+")).then_some((Mark::Bullet('-'), words.len()))
}
