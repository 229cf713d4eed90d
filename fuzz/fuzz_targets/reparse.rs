//! A text and an edit: reading again what the edit can have changed equals reading everything, and
//! so it does when the edit is undone.
//!
//! The first byte chooses the dialect. The next four say where the edit starts (two of them), how much it removes, and how many
//! of the bytes behind it inserts; the rest is the text.
#![no_main]

#[path = "../../crates/deck-syntax/tests/support/invariants.rs"]
#[allow(dead_code)]
mod invariants;

use deck_syntax::{Dialect, decode};
use invariants::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&[dialect, high, low, length, inserted], rest)) = bytes.split_first_chunk() else { return };
    let Some((inserted, text)) = rest.split_at_checked(usize::from(inserted)) else { return };
    let dialect = Dialect::ALL[usize::from(dialect) % Dialect::ALL.len()];
    let inserted = decode(inserted.to_vec()).text;
    let original = decode(text.to_vec()).text;
    let from = usize::from(u16::from_be_bytes([high, low]));

    let mut text = original.clone();
    let mut deck = read(&text, dialect);
    let edit = invariants::edit(&mut text, from, usize::from(length), &inserted);
    deck.reparse(edit, &text);
    assert_eq!(deck, read(&text, dialect), "{edit:?} makes of {original:?} {text:?}");

    let removed = &original[edit.range];
    let undo = invariants::edit(&mut text, edit.range.start().into(), inserted.len(), removed);
    assert_eq!(text, original);
    deck.reparse(undo, &text);
    assert_eq!(deck, read(&text, dialect), "undoing {edit:?} on {original:?}");
});
