//! How fast decks for hashcards and decks of headings are read:
//! `cargo bench -p deck-syntax --bench labels_and_headings`.

use std::fmt::Write as _;
use std::sync::Arc;

use deck_syntax::{Dialect, parse_as};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

#[divan::bench(args = [100, 10_000])]
fn hashcards(bencher: Bencher<'_, '_>, cards: usize) {
    let mut text = String::from("---\nname = \"The league\"\n---\n\n");
    for card in 0..cards {
        // Writing to a string cannot fail.
        let _ = match card % 10 {
            9 => writeln!(
                text,
                "C: In [{card}] the assembly of the league met in [Geneva] for the first time, after \
                 the [council] had met in [Paris] and then in London, San Sebastián and Brussels.\n"
            ),
            8 => writeln!(
                text,
                "T: Treaty {card}\nD: An agreement between states that all of them sign, and that \
                 binds those whose parliaments have ratified it.\n"
            ),
            _ => writeln!(
                text,
                "Q: What happened in the {card}th meeting of the assembly?\n\
                 A: The members signed a treaty of mutual assistance that was to run for ten years,\n\
                 although the larger states kept the right to leave it at any time. Its articles:\n\n\
                 - no member goes to war before three months have passed\n\
                 - all members keep the peace with $n \\ge 2$ of their neighbours\n"
            ),
        };
    }
    run(bencher, &text, Dialect::Hashcards);
}

#[divan::bench(args = [100, 10_000])]
fn headings(bencher: Bencher<'_, '_>, cards: usize) {
    let mut text = String::from("# The league\n\n");
    for card in 0..cards {
        let _ = match card % 10 {
            9 => writeln!(
                text,
                "## What does this line of the {card}th treaty mean?\n\n> All members keep the \
                 peace.\n\n%\n\nThat none of them goes to war.\n\n[#treaties]() [#league](./l.md)\n"
            ),
            _ => writeln!(
                text,
                "## The {card}th meeting of the assembly\n\n\
                 The members signed a treaty of mutual assistance that was to run for ten years,\n\
                 although the larger states kept the right to leave it at any time. Its articles:\n\n\
                 - no member goes to war before three months have passed\n\
                 - all members keep the peace with `n >= 2` of their neighbours\n"
            ),
        };
    }
    run(bencher, &text, Dialect::Headings);
}

fn run(bencher: Bencher<'_, '_>, text: &str, dialect: Dialect) {
    let settings = Arc::default();
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| parse_as(black_box(text), dialect, &settings));
}
