//! Any bytes, in the dialect that the first one chooses: they are decoded, parsed and printed, and nothing is lost.
#![no_main]

#[path = "../../crates/deck-syntax/tests/support/invariants.rs"]
#[allow(dead_code)]
mod invariants;

use deck_syntax::Dialect;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, bytes)) = bytes.split_first() else { return };
    let dialect = Dialect::ALL[usize::from(first) % Dialect::ALL.len()];
    let decoded = deck_syntax::decode(bytes.to_vec());
    assert_eq!(decoded.text.len(), bytes.len());
    invariants::check_lossless(&decoded.text, dialect);
    if bytes.len() < 10_000 {
        invariants::check_printable(&decoded.text, dialect);
    }
});
