//! How fast text for Anki is read: `cargo bench -p deck-syntax --bench anki`.

use std::fmt::Write as _;
use std::sync::Arc;

use deck_syntax::{Dialect, parse_as};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

#[divan::bench(args = [100, 10_000])]
fn questions(bencher: Bencher<'_, '_>, rows: usize) {
    let mut text = String::from("#separator:tab\n#html:true\n#tags column:3\n");
    for row in 0..rows {
        // Writing to a string cannot fail.
        let _ = match row % 10 {
            9 => writeln!(
                text,
                "In {{{{c1::{row}}}}} the assembly of the league met in {{{{c2::Geneva}}}} for the first time\t\thistory"
            ),
            8 => writeln!(
                text,
                "\"What does \"\"treaty {row}\"\" say?\nIn two lines\"\t\"That all states shall keep the peace, and what happens to those that do not\"\thistory"
            ),
            _ => writeln!(
                text,
                "What happened in the {row}th meeting of the assembly?\tThe members signed a treaty of mutual assistance that was to run for <b>ten years</b>\thistory league"
            ),
        };
    }
    run(bencher, &text);
}

#[divan::bench(args = [100, 10_000])]
fn vocabulary(bencher: Bencher<'_, '_>, rows: usize) {
    let mut text = String::new();
    for row in 0..rows {
        let _ = writeln!(text, "the house number {row}|la maison {row}");
    }
    run(bencher, &text);
}

fn run(bencher: Bencher<'_, '_>, text: &str) {
    let settings = Arc::default();
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| parse_as(black_box(text), Dialect::Anki, &settings));
}
