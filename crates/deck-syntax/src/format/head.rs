//! One space behind a label, a heading's `#` and an attribute's key.

use super::TextEdit;
use super::row::Row;
use super::style::Style;
use crate::deck::{Item, ItemKind, LineKind};
use crate::dialect::markdown::line::heading;
use crate::dialect::{Dialect, hashcards, native};

/// What is to be done behind the marks at the starts of an item's lines.
pub(super) fn edits(item: &Item, rows: &[Row<'_>], style: &Style, edits: &mut Vec<TextEdit>) {
    let mut answered = false;
    for (index, row) in rows.iter().enumerate() {
        let first_of_back = row.kind == LineKind::Back && !std::mem::replace(&mut answered, true);
        if row.is_fixed {
            continue;
        }
        let opens_side = index == 0 || first_of_back;
        let mark = match row.kind {
            LineKind::Title | LineKind::Section => heading_mark(row.content),
            LineKind::Front if style.dialect == Dialect::Headings => heading_mark(row.content),
            LineKind::Attribute => attribute_mark(row.content),
            LineKind::Front | LineKind::Back if matches!(item.kind, ItemKind::Card(_)) => {
                label(row.content, style.dialect, opens_side)
            }
            _ => None,
        };
        let Some(mark) = mark else { continue };
        let rest = &row.content[mark..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if gap < rest.len() && &rest[..gap] != " " {
            edits.push(TextEdit::new(row.start + mark, row.start + mark + gap, " "));
        }
    }
}

fn heading_mark(content: &str) -> Option<usize> {
    heading(content).map(|(level, ..)| usize::from(level))
}

fn attribute_mark(content: &str) -> Option<usize> {
    content.starts_with('@').then(|| content.find([' ', '\t'])).flatten()
}

/// How long a line's label is, without the space behind it.
fn label(content: &str, dialect: Dialect, opens_side: bool) -> Option<usize> {
    match dialect {
        Dialect::Deck => {
            let length = native::label(content)?.1;
            let mark = content[..length].trim_end_matches([' ', '\t']).len();
            // A colon as wide as a letter needs no space.
            (mark < length).then_some(mark)
        }
        Dialect::Hashcards if opens_side => {
            hashcards::mark(content).map(|_| hashcards::Mark::LABEL)
        }
        _ => None,
    }
}
