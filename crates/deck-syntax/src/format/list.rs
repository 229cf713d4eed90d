//! Lists: one kind of bullet, one space behind it, depths that look alike.
//!
//! A list is laid out anew only where Markdown and the eye agree on what belongs to what. Where a
//! point is indented less than the words above it and more than their bullet, or a list holds code,
//! each line stays where it is.

mod bullets;
mod layout;
mod numbers;
mod tree;

use std::ops::Range;

use super::TextEdit;
use super::row::Row;
use super::style::Style;
use crate::deck::{CardForm, Item, ItemKind, LineKind};
use crate::dialect::markdown::line::{bullet, heading, number};
use crate::dialect::{Dialect, native};
pub(super) use tree::{Point, Tree};

/// What stands before a point of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A bullet of that character.
    Bullet(char),
    /// A number, and `.` or `)`.
    Number(u32, char),
}

impl Mark {
    /// How many columns it takes.
    fn width(self) -> usize {
        match self {
            Self::Bullet(_) => 1,
            Self::Number(number, _) => number.checked_ilog10().unwrap_or(0) as usize + 2,
        }
    }
}

/// The mark that starts `words`, and how many bytes it takes, the space behind it not included.
pub(super) fn mark(words: &str) -> Option<(Mark, usize)> {
    let first = words.chars().next()?;
    if first.is_ascii_digit() {
        let whole = &words[..number(words)?];
        let (mark, length) = (whole.trim_end(), whole.trim_end().len());
        let digits = &mark[..length - 1];
        // `007.` is no number to count on from.
        let counts = digits == "0" || !digits.starts_with('0');
        let delimiter = char::from(mark.as_bytes()[length - 1]);
        return counts.then_some((Mark::Number(digits.parse().ok()?, delimiter), length));
    }
    bullet(words).filter(|_| !is_rule(words))?;
    Some((Mark::Bullet(first), first.len_utf8()))
}

/// Whether the line is a rule across the page in Markdown: `***`, `- - -`.
fn is_rule(words: &str) -> bool {
    let Some(first @ (b'-' | b'*' | b'_')) = words.bytes().next() else { return false };
    let marks = words.bytes().filter(|&b| b == first).count();
    marks >= 3 && words.bytes().all(|b| b == first || matches!(b, b' ' | b'\t'))
}

/// Whether the line is a bullet or a number with nothing behind it.
pub(super) fn is_empty_point(content: &str) -> bool {
    let words = content.trim_start_matches([' ', '\t']);
    mark(words).is_some_and(|(_, length)| words[length..].trim().is_empty())
}

/// Whether a line starts something of its own in Markdown, which ends a paragraph above it.
pub(super) fn starts_block(content: &str) -> bool {
    let words = content.trim_start_matches([' ', '\t']);
    let is_point = matches!(mark(words), Some((Mark::Bullet('-' | '*' | '+'), _)));
    words.is_empty() || is_point && !is_empty_point(words) || is_line_block(words)
}

/// Whether the line is a heading or a rule: something that no line below goes on with.
fn is_line_block(words: &str) -> bool {
    heading(words).is_some() || is_rule(words)
}

/// Whether a line that is no point starts something of its own.
fn interrupts(content: &str) -> bool {
    let words = content.trim_start_matches([' ', '\t']);
    words.starts_with('>') || heading(words).is_some() || is_rule(words)
}

/// What is to be done with the lists of an item.
pub(super) fn edits(item: &Item, rows: &[Row<'_>], style: &Style, edits: &mut Vec<TextEdit>) {
    if !has_lists(item, style.dialect) || !rows.iter().any(is_point) {
        return;
    }
    for side in sides(rows).into_iter().filter(|side| !starts_behind_label(&rows[side.start])) {
        for mut tree in tree::read(&rows[side.clone()], side.start) {
            bullets::unify(&mut tree, style.dialect);
            numbers::count(&mut tree);
            layout::edits(&tree, rows, style, edits);
        }
    }
}

/// Whether a list starts behind a label, so that the columns of its first point are not those of the
/// others.
fn starts_behind_label(row: &Row<'_>) -> bool {
    let label = native::label(row.content);
    label.is_some_and(|(_, length)| mark(&row.content[length..]).is_some())
}

fn is_point(row: &Row<'_>) -> bool {
    let words = row.content.trim_start_matches([' ', '\t']);
    !row.is_fixed && mark(words).is_some()
}

/// Whether the lists of an item may be written otherwise. hashcards knows a card by its text; and in
/// Obsidian a line of a list may be a card, the one below it prose of the same list.
fn has_lists(item: &Item, dialect: Dialect) -> bool {
    let form = item.card().map(|card| card.form);
    match dialect {
        Dialect::Deck | Dialect::Headings => {
            !matches!(form, Some(CardForm::OneLine { .. }))
                && matches!(item.kind, ItemKind::Card(_) | ItemKind::Prose)
        }
        Dialect::Obsidian => matches!(form, Some(CardForm::Separated { .. })),
        Dialect::Hashcards | Dialect::Anki => false,
    }
}

/// The runs of lines that belong to one side, blank lines included.
fn sides(rows: &[Row<'_>]) -> Vec<Range<usize>> {
    let mut sides: Vec<Range<usize>> = Vec::new();
    let mut open: Option<LineKind> = None;
    for (index, row) in rows.iter().enumerate() {
        match row.kind {
            LineKind::Front | LineKind::Back | LineKind::Prose if open == Some(row.kind) => {
                if let Some(side) = sides.last_mut() {
                    side.end = index + 1;
                }
            }
            LineKind::Front | LineKind::Back | LineKind::Prose => {
                open = Some(row.kind);
                sides.push(index..index + 1);
            }
            LineKind::Blank | LineKind::Comment => {}
            _ => open = None,
        }
    }
    sides
}
