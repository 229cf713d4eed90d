//! How fast decks are read: `cargo bench -p deck-syntax`.

#[path = "support/deck.rs"]
mod deck;

use deck::deck;
use deck_syntax::{Edit, LineTable, TextRange, TextSize, parse};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

#[divan::bench(args = [100, 3_000, 10_000])]
fn whole_deck(bencher: Bencher<'_, '_>, cards: usize) {
    let text = deck(cards);
    bencher.counter(BytesCount::of_str(&text)).bench(|| parse(black_box(&text)));
}

/// A letter is typed in the middle of a deck, and deleted again.
#[divan::bench(args = [100, 10_000])]
fn two_keystrokes(bencher: Bencher<'_, '_>, cards: usize) {
    let before = deck(cards);
    let at = before[..before.len() / 2].rfind(' ').unwrap_or(0);
    let mut after = before.clone();
    after.insert(at, 'x');
    let start = TextSize::of(&before[..at]);
    let (nothing, one) = (TextSize::new(0), TextSize::new(1));
    let typed = Edit { range: TextRange::empty(start), inserted: one };
    let deleted = Edit { range: TextRange::at(start, one), inserted: nothing };
    bencher.with_inputs(|| parse(&before)).bench_refs(|deck| {
        deck.reparse(typed, black_box(&after));
        deck.reparse(deleted, black_box(&before))
    });
}

#[divan::bench]
fn line_table(bencher: Bencher<'_, '_>) {
    let text = deck(3_000);
    bencher.counter(BytesCount::of_str(&text)).bench(|| LineTable::new(black_box(&text)));
}
