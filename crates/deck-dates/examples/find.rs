//! Prints the dates of a text: `cargo run -p deck-dates --example find < text`.

use std::io::{Read as _, Result, stdin};

use deck_dates::{Context, find};

fn main() -> Result<()> {
    let mut text = String::new();
    stdin().read_to_string(&mut text)?;
    for mention in find(&text, &Context::default()) {
        println!(
            "{:>6} {:?} {:?} {:?} {}",
            u32::from(mention.range.start()),
            &text[mention.range],
            mention.kind,
            mention.confidence,
            mention.edtf().unwrap_or_default(),
        );
    }
    Ok(())
}
