//! The ends of lines: white space that nobody sees, line endings, and lines that go as a whole.

use super::TextEdit;
use super::list::starts_block;
use super::row::{Fate, Row};
use super::style::Style;
use crate::deck::LineKind;
use crate::dialect::Dialect;

/// What is to be done at the ends of an item's lines.
pub(super) fn edits(rows: &[Row<'_>], ends_file: bool, style: &Style, edits: &mut Vec<TextEdit>) {
    for (index, row) in rows.iter().enumerate() {
        let below = rows.get(index + 1);
        if row.fate == Fate::Gone {
            // Of a file that is nothing but a byte order mark, nothing can go.
            if row.start < row.next {
                delete(row, edits);
            }
            continue;
        }
        let is_last = ends_file && rows[index + 1..].iter().all(|row| row.fate == Fate::Gone);
        let has_ending = is_last || !row.ending.is_empty();
        let ending = if has_ending { style.ending } else { "" };
        let ending = if may_end(row, below, style.dialect) { ending } else { row.ending };
        let (kept, behind) = kept(row, below, style.dialect);
        let kept = row.start + kept;
        match (kept + behind.len() == row.end, ending == row.ending) {
            (true, true) => {}
            (true, false) => edits.push(TextEdit::new(row.end, row.next, ending)),
            (false, true) => edits.push(TextEdit::new(kept, row.end, behind)),
            (false, false) => {
                edits.push(TextEdit::new(kept, row.next, format!("{behind}{ending}")));
            }
        }
    }
}

/// Takes a line away, together with the one above if that goes too.
fn delete(row: &Row<'_>, edits: &mut Vec<TextEdit>) {
    let gone = TextEdit::new(row.start, row.next, "");
    match edits.last_mut().filter(|above| above.range.end() == gone.range.start()) {
        Some(above) if above.text.is_empty() => above.range = above.range.cover(gone.range),
        _ => edits.push(gone),
    }
}

/// Whether the line's ending is one: in Anki text it may be part of a quoted field.
fn may_end(row: &Row<'_>, below: Option<&Row<'_>>, dialect: Dialect) -> bool {
    let is_apart = |kind| matches!(kind, LineKind::Blank | LineKind::Comment | LineKind::Header);
    dialect != Dialect::Anki || is_apart(row.kind) || below.is_none_or(|below| is_apart(below.kind))
}

/// How much of a line stays, from its first column on, and what stands behind it then.
fn kept(row: &Row<'_>, below: Option<&Row<'_>>, dialect: Dialect) -> (usize, &'static str) {
    let whole = (row.content.len(), "");
    if row.fate == Fate::Empty {
        return (0, "");
    }
    let words = row.content.trim_end_matches([' ', '\t']);
    if words.len() == row.content.len()
        || words.is_empty()
        || row.is_fixed
        || row.opens_fixed
        || !may_trim(row, below, dialect)
    {
        return whole;
    }
    // `\` before a space is a backslash, at the end of a line it breaks the line; and a bullet with
    // nothing behind it is one only with its space.
    let backslashes = words.len() - words.trim_end_matches('\\').len();
    if backslashes % 2 == 1 || super::list::is_empty_point(row.content) {
        return whole;
    }
    let breaks = row.content.ends_with("  ") && below.is_some_and(|below| goes_on(row, below));
    (words.len(), if breaks { "  " } else { "" })
}

/// Whether the white space at the end of a line is no part of what a program knows a card by.
fn may_trim(row: &Row<'_>, below: Option<&Row<'_>>, dialect: Dialect) -> bool {
    match dialect {
        Dialect::Anki => false,
        Dialect::Hashcards => below.is_none_or(|below| {
            below.kind != row.kind && matches!(below.fate, Fate::Empty | Fate::Gone)
                || row.kind == LineKind::Front && below.kind == LineKind::Back
                || row.kind == LineKind::Separator
        }),
        _ => true,
    }
}

/// Whether the line below belongs to the same paragraph, so that two spaces break the line.
fn goes_on(row: &Row<'_>, below: &Row<'_>) -> bool {
    let is_same = below.kind == row.kind || below.kind == LineKind::Comment;
    // Four columns to the right a bullet may go on with the words above it.
    is_same && (below.columns() >= 4 || !starts_block(below.content))
}
