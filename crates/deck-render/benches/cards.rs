//! How long it takes to draw cards: `cargo bench -p deck-render`.

use std::fmt::Write as _;
use std::sync::Arc;

use deck_render::{Album, Source};
use deck_syntax::{Deck, parse};
use divan::Bencher;

fn main() {
    divan::main();
}

/// A deck of 10,000 cards in every form: lists, emphasis, gaps, terms, and in one of a hundred each
/// code, a table, a formula and a tag of HTML.
fn text() -> String {
    let mut text = String::from("# Ten thousand cards\n\n");
    for number in 0..10_000 {
        let _ = match number % 100 {
            7 => write!(text, "How is {number} written?\n```rust\nlet x: u32 = {number};\n```\n\n"),
            17 => write!(text, "What is in {number}?\n| a | b |\n|---|---|\n| {number} | c |\n\n"),
            27 => write!(text, "What is ${number}^2$?\n$\\frac{{{number}}}{{2}}$\n\n"),
            37 => write!(text, "What is <b>{number}</b>?\nA <i>number</i>\n\n"),
            number if number % 3 == 0 => write!(
                text,
                "C: In {{{{c1::{number}}}}} the **treaty** of {{{{c2::Berlin}}}} was signed.\n\n"
            ),
            _ => write!(
                text,
                "What happened to the treaty of number {number}, and why did it matter?\n\
                 - It was signed by *all* the powers, which had wanted it for many years\n\
                 - It led to military collaboration through technical expertise for the \
                 modernisation of the army\n\n"
            ),
        };
    }
    text
}

fn source<'a>(deck: &'a Deck, text: &'a str) -> Source<'a> {
    Source { deck, text, html: false, folder: "decks" }
}

#[divan::bench]
fn ten_thousand_cards(bencher: Bencher<'_, '_>) {
    let text = text();
    let deck = parse(&text);
    bencher.bench(|| {
        let mut album = Album::default();
        album.refresh(source(&deck, &text));
        album
    });
}

#[divan::bench]
fn one_card_of_ten_thousand(bencher: Bencher<'_, '_>) {
    let text = text();
    let deck = parse(&text);
    // Parsed apart, all items are new ones; of the two decks only the middle differs then.
    let mut items = Album::default();
    items.refresh(source(&deck, &text));
    let mut changed = text.clone();
    let at = changed.find("number 5002,").unwrap_or(0);
    changed.insert(at, 'x');
    let mut other = deck.clone();
    let range = deck_syntax::TextRange::empty((at as u32).into());
    other.reparse(deck_syntax::Edit { range, inserted: 1.into() }, &changed);
    let other = Arc::new(other);
    bencher.with_inputs(|| items.clone()).bench_values(|mut album| {
        album.refresh(source(&other, &changed));
        album
    });
}
