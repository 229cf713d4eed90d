//! How fast dates are found: `cargo bench -p deck-dates`.

use deck_dates::{Context, find};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Prose as in a history book, with a date in every other sentence.
#[divan::bench]
fn history_prose(bencher: Bencher<'_, '_>) {
    let text = prose(1_000_000);
    let context = Context::default();
    bencher.counter(BytesCount::of_str(&text)).bench(|| find(black_box(&text), &context));
}

/// Cards of a few lines, each read by itself, as decklint does.
#[divan::bench]
fn cards(bencher: Bencher<'_, '_>) {
    let text = prose(1_000_000);
    let cards: Vec<&str> = text.split_inclusive("\n\n").collect();
    let context = Context::default();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| cards.iter().map(|card| find(black_box(card), &context).len()).sum::<usize>());
}

/// Digits and dashes only, where everything may be the start of a date.
#[divan::bench]
fn digits_and_dashes(bencher: Bencher<'_, '_>) {
    let text = "1938-1 12 - 1939–40 7-11 ".repeat(40_000);
    let context = Context::default();
    bencher.counter(BytesCount::of_str(&text)).bench(|| find(black_box(&text), &context));
}

/// Made-up history of about `bytes` bytes.
fn prose(bytes: usize) -> String {
    const SENTENCES: [&str; 10] = [
        "The treaty was signed in the capital by envoys of both governments, who had argued about \
         the frontier through a long and bitter winter. ",
        "On {day} {month} {year} the army crossed the river with forty thousand men and met hardly \
         any resistance before it reached the old fortress. ",
        "Historians have disagreed ever since about what the council meant to do, and about how \
         much of it the king was told. ",
        "In {month} {year}, after the harvest had failed for the second time, bread riots broke out \
         in the northern towns and spread to the ports. ",
        "The minister resigned two weeks later; his successor, a lawyer without friends at court, \
         lasted until the end of {year}. ",
        "Trade with the islands grew quickly, and the merchants who controlled it bought land, \
         titles and, in the end, seats in the assembly. ",
        "Between {year} and {next} the population of the province fell by a third, a loss from \
         which it did not recover for several decades. ",
        "Much of what is known comes from letters that her secretary copied and hid in the walls \
         of the house by the harbour. ",
        "The railway, begun in the late 19th century and finished in the early {decade}s, brought \
         coal to the furnaces and recruits to the garrison. ",
        "None of this was visible to the people of the valley, who paid the same rents to the same \
         owners and buried their dead in the same ground. ",
    ];
    const MONTHS: [&str; 5] = ["January", "March", "June", "September", "November"];
    let mut text = String::with_capacity(bytes + 500);
    let mut count = 0;
    while text.len() < bytes {
        let year = 1700 + (count * 37) % 250;
        text += &SENTENCES[count % SENTENCES.len()]
            .replace("{day}", &(1 + count % 28).to_string())
            .replace("{month}", MONTHS[count % MONTHS.len()])
            .replace("{year}", &year.to_string())
            .replace("{next}", &(year + 4).to_string())
            .replace("{decade}", &(year / 10 * 10).to_string());
        if count % 4 == 3 {
            text += "\n\n";
        }
        count += 1;
    }
    text
}
