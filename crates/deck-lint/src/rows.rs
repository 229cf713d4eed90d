//! The rows of text for Anki, as the rules about them see them.

use deck_syntax::{Dialect, ItemKind, TextRange, TextSize, anki};

use crate::rule::{DeckCx, ItemCx};

/// A row of a file. Its fields' offsets are the file's.
pub(crate) struct Row {
    /// Where it starts.
    pub(crate) start: usize,
    /// Where it ends, its line ending not included.
    pub(crate) end: usize,
    pub(crate) fields: Vec<anki::Field>,
}

/// The rows of a file that is parted by `separator`.
pub(crate) fn rows<'a>(cx: &DeckCx<'a>, separator: u8) -> impl Iterator<Item = Row> + use<'a> {
    let text = cx.text();
    let items = cx.file.deck.items_at();
    items.filter(|(_, item)| matches!(item.kind, ItemKind::Card(_) | ItemKind::Prose)).map(
        move |(start, _)| {
            let start = usize::from(start);
            let bom = if start == 0 && text.starts_with('\u{FEFF}') { 3 } else { 0 };
            let (record, last) = anki::record(text, start + bom, separator);
            Row { start: start + bom, end: last.end, fields: record.fields }
        },
    )
}

/// How many fields nine rows of ten have, if there are four rows or more; two or more.
pub(crate) fn usual_width(cx: &DeckCx<'_>, separator: u8) -> Option<usize> {
    let mut counts = [0_usize; 64];
    let mut all = 0;
    for row in rows(cx, separator) {
        counts[row.fields.len().min(63)] += 1;
        all += 1;
    }
    let (width, count) = counts.into_iter().enumerate().max_by_key(|&(_, count)| count)?;
    (all >= 4 && count * 10 >= all * 9 && (2..63).contains(&width)).then_some(width)
}

/// A range of a file.
pub(crate) fn range(start: usize, end: usize) -> TextRange {
    let size = |at: usize| TextSize::try_from(at).unwrap_or_default();
    TextRange::new(size(start), size(end))
}

/// What a separator is called in a sentence.
pub(crate) fn called(separator: u8) -> &'static str {
    match separator {
        b'\t' => "tab",
        b'|' => "`|`",
        b';' => "`;`",
        b':' => "`:`",
        b',' => "`,`",
        _ => "space",
    }
}

/// The separator that stands behind a field of a row, in words.
pub(crate) fn separator_behind(text: &str, field: TextRange) -> Option<&'static str> {
    let behind = text[usize::from(field.end())..].trim_start_matches([' ', '"']);
    let mark = behind.bytes().next()?;
    matches!(mark, b'\t' | b'|' | b';' | b':' | b',').then(|| called(mark))
}

/// Whether the item is a row of one field of which `column-count` says more: spaces stand in it
/// where a tab should, or it is the first.
pub(crate) fn lacks_separator(cx: &ItemCx<'_>) -> bool {
    if cx.dialect() != Dialect::Anki {
        return false;
    }
    let Some(card) = cx.card().filter(|card| card.back.is_none() && card.extra.is_empty()) else {
        return false;
    };
    separator_behind(cx.text, card.front).is_none()
        && (gap(&cx.text[card.front]).is_some() && has_tabs(cx) || narrows_all(cx))
}

/// Whether tabs part the fields of the row's file. All rows but the first know it.
fn has_tabs(cx: &ItemCx<'_>) -> bool {
    let separator = anki::separator_below(cx.item.context).or_else(|| {
        anki::Format::of(&cx.file.text).separator.filter(|_| !cx.item.context.card_above())
    });
    separator == Some(b'\t')
}

/// Whether the item is the first row, and narrower than the others, so that all lose by it.
fn narrows_all(cx: &ItemCx<'_>) -> bool {
    let deck = DeckCx { file: cx.file };
    if cx.item.context.card_above() {
        return false;
    }
    let format = anki::Format::of(deck.text());
    format.labels.is_none()
        && format.separator.is_some_and(|separator| usual_width(&deck, separator).is_some())
}

/// Where in a field of one line the only run of two spaces or more stands.
pub(crate) fn gap(field: &str) -> Option<std::ops::Range<usize>> {
    let start = field.find("  ")?;
    let end = start + field[start..].len() - field[start..].trim_start_matches(' ').len();
    let alone = !field[end..].contains("  ") && !field.contains(['\n', '\r', '"']);
    (alone && start > 0 && end < field.len()).then_some(start..end)
}

/// A field with quotes around it, so that everything in it is part of it.
pub(crate) fn quoted(field: &str) -> String {
    format!("\"{}\"", field.replace('"', "\"\""))
}
