//! Any bytes: they are decoded, parsed and printed, and nothing is lost.
#![no_main]

#[path = "../../crates/deck-syntax/tests/support/invariants.rs"]
#[allow(dead_code)]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let decoded = deck_syntax::decode(bytes.to_vec());
    assert_eq!(decoded.text.len(), bytes.len());
    invariants::check_lossless(&decoded.text);
    if bytes.len() < 10_000 {
        invariants::check_printable(&decoded.text);
    }
});
