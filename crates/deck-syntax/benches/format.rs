//! How fast decks are formatted: `cargo bench -p deck-syntax --bench format`.

#[path = "support/deck.rs"]
mod deck;

use deck::deck;
use deck_syntax::format::{apply, format, format_range};
use deck_syntax::{TextRange, TextSize, parse};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// A deck in which nothing is left to do.
#[divan::bench(args = [100, 10_000])]
fn formatted(bencher: Bencher<'_, '_>, cards: usize) {
    let text = deck(cards);
    let parsed = parse(&text);
    let text = apply(&text, &format(&parsed, &text));
    let parsed = parse(&text);
    assert!(format(&parsed, &text).is_empty());
    bencher.counter(BytesCount::of_str(&text)).bench(|| format(&parsed, black_box(&text)));
}

/// A deck in which every card changes, and is read again.
#[divan::bench(args = [100, 10_000])]
fn untidy(bencher: Bencher<'_, '_>, cards: usize) {
    let text = deck(cards).replace("\n- ", "\n*   ").replace('\n', " \n");
    let parsed = parse(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| format(&parsed, black_box(&text)));
}

/// One card of many.
#[divan::bench(args = [100, 10_000])]
fn one_card(bencher: Bencher<'_, '_>, cards: usize) {
    let text = deck(cards).replace("\n- ", "\n*   ");
    let parsed = parse(&text);
    let range = TextRange::empty(TextSize::of(&text[..text.len() / 2]));
    bencher.bench(|| format_range(&parsed, black_box(&text), range));
}
