//! Quotes inside quoted fields.

use std::borrow::Cow;

use text_size::TextRange;

use crate::deck::{CardForm, Item};

/// The words of a side, if they stand in a quoted field in which two quotes are one; else `None`.
pub(crate) fn unquoted<'t>(item: &Item, text: &'t str, side: TextRange) -> Option<Cow<'t, str>> {
    item.card().filter(|card| matches!(card.form, CardForm::Row { .. } | CardForm::Cloze))?;
    let words = text.get(usize::from(side.start())..usize::from(side.end()))?;
    memchr::memmem::find(words.as_bytes(), b"\"\"")?;
    // A range is trimmed, so that white space may stand between it and the quotes. A tab is a
    // separator.
    let space = [' ', '\n', '\r'];
    let before = text[..usize::from(side.start())].trim_end_matches(space);
    let behind = text[usize::from(side.end())..].trim_start_matches(space);
    let is_quoted = before.ends_with('"') && behind.starts_with('"');
    is_quoted.then(|| Cow::Owned(words.replace("\"\"", "\"")))
}
