//! Blank lines: one where there were several, none at either end of the file.

use std::ops::Range;

use super::row::{Fate, Row};
use super::style::Style;
use crate::dialect::Dialect;

/// Where in its file an item stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) starts_file: bool,
    pub(super) ends_file: bool,
}

/// Decides which blank lines of an item go, and empties those that stay.
pub(super) fn decide(rows: &mut [Row<'_>], text: &str, place: Place, style: &Style) {
    let mut at = 0;
    while at < rows.len() {
        let length = rows[at..].iter().take_while(|row| row.is_empty()).count();
        let run = at..at + length;
        if length > 0 && may_change(rows, &run, place, style.dialect) {
            // What would come to stand at the file's start must not be taken for its byte order mark.
            let next = rows[run.end - 1].next;
            let is_mark = text[next..].starts_with('\u{FEFF}');
            let first = place.starts_file && run.start == 0 && !is_mark;
            let last = place.ends_file && run.end == rows.len();
            let kept = run.start + usize::from(!first && !last);
            rows[run.start..kept].iter_mut().for_each(|row| row.fate = Fate::Empty);
            rows[kept..run.end].iter_mut().for_each(|row| row.fate = Fate::Gone);
        }
        at += length.max(1);
    }
}

/// Whether blank lines mean no more than that something ends here.
fn may_change(rows: &[Row<'_>], run: &Range<usize>, place: Place, dialect: Dialect) -> bool {
    let below = rows.get(run.end);
    let above = run.start.checked_sub(1).map(|index| &rows[index]);
    match dialect {
        // Rows are often grouped by hand.
        Dialect::Anki => place.ends_file && below.is_none(),
        // hashcards knows a card by its text, and would ask it as a new one.
        Dialect::Hashcards => below.is_none() || above.is_none(),
        // Below an indented line and above another one, they may be lines of code.
        _ => {
            let is_code = |row: &Row<'_>| row.columns() >= 4;
            !(above.is_some_and(is_code) && below.is_some_and(is_code))
        }
    }
}
