//! Where the points of a list and the lines below them go.

use super::{Mark, Point, Tree, bullets};
use crate::format::TextEdit;
use crate::format::row::Row;
use crate::format::style::{Step, Style};

/// Where a point goes.
struct Place {
    /// What stands before its mark.
    indent: String,
    /// The columns of its mark and of its words.
    column: usize,
    words: usize,
}

/// What lays a list out; where it holds what must not be moved, only the marks.
pub(super) fn edits(tree: &Tree, rows: &[Row<'_>], style: &Style, edits: &mut Vec<TextEdit>) {
    let makes_rule = |point: &Point| bullets::makes_rule(point.new_mark, words(point, rows));
    if tree.stays || tree.points.iter().any(makes_rule) {
        return;
    }
    let places = places(tree, rows, style).filter(|places| may_move(tree, places));
    let Some(places) = places else { return marks_alone(tree, rows, edits) };
    for (point, place) in tree.points.iter().zip(&places) {
        let row = &rows[point.row];
        let head = format!("{}{} ", place.indent, text(point.new_mark, point, row));
        replace_head(row, point.indent + point.mark_length + point.gap, &head, edits);
    }
    for &(index, of) in &tree.lines {
        let (row, point, place) = (&rows[index], &tree.points[of], &places[of]);
        if point.words != place.words && !row.is_fixed {
            let indent = row.content.len() - row.content.trim_start_matches([' ', '\t']).len();
            let column = row.columns() + place.words - point.words;
            replace_head(row, indent, &" ".repeat(column), edits);
        }
    }
}

/// The place of each point, if there is one for all of them. Those at the margin stay: some indent
/// whole answers.
fn places(tree: &Tree, rows: &[Row<'_>], style: &Style) -> Option<Vec<Place>> {
    let mut places: Vec<Place> = Vec::with_capacity(tree.points.len());
    for point in &tree.points {
        let (indent, column) = match point.parent.map(|parent| &places[parent]) {
            None => (rows[point.row].content[..point.indent].to_owned(), point.column),
            Some(parent) => below(parent, style.step)?,
        };
        let words = column + point.new_mark.width() + 1;
        places.push(Place { indent, column, words });
    }
    Some(places)
}

/// Where a point goes that stands below another.
fn below(parent: &Place, step: Step) -> Option<(String, usize)> {
    match step {
        Step::Spaces(step) => {
            let column = parent.words.max(parent.column + step);
            Some((" ".repeat(column), column))
        }
        // A tab that does not reach the words above would put the point beside them, and one behind
        // spaces looks different in every editor.
        Step::Tab if parent.indent.contains(' ') => None,
        Step::Tab => {
            let column = parent.column / 4 * 4 + 4;
            (column >= parent.words).then(|| (format!("{}\t", parent.indent), column))
        }
    }
}

/// Whether the list can be moved without moving what must stay.
fn may_move(tree: &Tree, places: &[Place]) -> bool {
    let stays = |(point, place): (&Point, &Place)| {
        point.column == place.column && point.words == place.words
    };
    !tree.holds_fixed || tree.points.iter().zip(places).all(stays)
}

/// Bullets of another kind, each in its place.
fn marks_alone(tree: &Tree, rows: &[Row<'_>], edits: &mut Vec<TextEdit>) {
    if tree.points.iter().all(|point| point.mark.width() == point.new_mark.width()) {
        for point in tree.points.iter().filter(|point| point.mark != point.new_mark) {
            let start = rows[point.row].start + point.indent;
            let new = text(point.new_mark, point, &rows[point.row]);
            edits.push(TextEdit::new(start, start + point.mark_length, new));
        }
    }
}

fn words<'t>(point: &Point, rows: &[Row<'t>]) -> &'t str {
    &rows[point.row].content[point.indent + point.mark_length + point.gap..]
}

/// A mark as it is written; one that stays, as it was.
fn text(mark: Mark, point: &Point, row: &Row<'_>) -> String {
    match mark {
        mark if mark == point.mark => {
            row.content[point.indent..point.indent + point.mark_length].to_owned()
        }
        Mark::Bullet(kind) => kind.to_string(),
        Mark::Number(number, delimiter) => format!("{number}{delimiter}"),
    }
}

/// Replaces the first `length` bytes of a line, unless they are what they should be.
fn replace_head(row: &Row<'_>, length: usize, head: &str, edits: &mut Vec<TextEdit>) {
    if &row.content[..length] != head {
        edits.push(TextEdit::new(row.start, row.start + length, head));
    }
}
