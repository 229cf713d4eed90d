//! How fast notes for Obsidian are read: `cargo bench -p deck-syntax --bench obsidian`.

use std::fmt::Write as _;
use std::sync::Arc;

use deck_syntax::{Dialect, parse_as};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

#[divan::bench(args = [100, 10_000])]
fn notes(bencher: Bencher<'_, '_>, cards: usize) {
    let mut text = String::from("#flashcards/history\n\n# The league\n\n");
    for card in 0..cards {
        // Writing to a string cannot fail.
        let _ = match card % 10 {
            0 => writeln!(
                text,
                "## Meeting {card}\n\nIt met in `Geneva` for the first time, and some of the members stayed away.\n"
            ),
            1..4 => writeln!(
                text,
                "What did the {card}th treaty say?\n?\n- That all states shall keep the **peace**\n- What happens to those that do not\n<!--SR:!2026-03-01,20,250-->\n"
            ),
            4 => writeln!(
                text,
                "The ==assembly {card}== of the league met in ==Geneva== for the first time.\n"
            ),
            _ => writeln!(
                text,
                "- **What happened in the {card}th meeting?**::The members signed a treaty of mutual assistance that was to run for ten years\n<!--SR:!2026-03-01,20,250-->\n"
            ),
        };
    }
    let settings = Arc::default();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| parse_as(black_box(&text), Dialect::Obsidian, &settings));
}
