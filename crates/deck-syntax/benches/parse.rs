//! How fast decks are read: `cargo bench -p deck-syntax`.

use std::fmt::Write as _;

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

/// A deck of many cards in all forms, about 360 bytes each.
fn deck(cards: usize) -> String {
    let mut text = String::from("---\ntitle: The twentieth century\ntags: [history]\n---\n");
    for card in 0..cards {
        if card % 40 == 0 {
            let _ = writeln!(text, "## Chapter {}\n", card / 40 + 1);
        }
        text += &match card % 10 {
            0..4 => question(card),
            4..6 => labelled(card),
            6..8 => formula(card),
            8 => cloze(card),
            _ => one_line(card),
        };
    }
    text
}

fn question(card: usize) -> String {
    format!(
        "What happened in the {card}th meeting of the assembly in {year}?\n\
         - The members signed a treaty of mutual assistance that was to run for ten years, although \
         the larger states kept the right to leave it at any time\n\
         - The frontier commission, led by a general, gave its report on the border (the second of \
         {year})\n\
         - Relations improved: trade grew by 12% and both sides opened embassies again\n\n",
        year = 1900 + card % 97,
    )
}

fn labelled(card: usize) -> String {
    format!(
        "Q: Explain why treaty number {card} did not last.\n\
         A: It was signed in a hurry, so nobody had agreed what would happen if one side broke it.\n\
         \n\
         When that came to pass in {year}, each government read the text in its own way; the court \
         in The Hague, which was asked to decide, needed three years to do so, and by then nobody \
         wanted to hear its judgement.\n\
         @tags treaties, law\n\n",
        year = 1900 + card % 97,
    )
}

fn formula(card: usize) -> String {
    format!(
        "What is the growth rate in model {card}? <!-- revise -->\n\
         It is $r = \\frac{{\\Delta y}}{{y}}$ per year, where $y$ is the output of the whole economy, \
         measured in the prices of one year so that inflation does not count. In code: \
         `(y1 - y0) / y0`. Economists call it *real* growth, as opposed to the nominal growth that \
         newspapers like to print.\n\n"
    )
}

fn cloze(card: usize) -> String {
    format!(
        "C: The {{{{c1::Treaty of Rapallo}}}} of {{{{c2::1922::year}}}} was the {card}th agreement \
         between {{{{c3::Germany}}}} and Soviet Russia; each renounced its claims for the damages of \
         the war, and both resumed full diplomatic relations. Less openly, it helped the German army \
         to test weapons that the {{{{c4::Treaty of Versailles::an earlier one}}}} forbade.\n\n"
    )
}

fn one_line(card: usize) -> String {
    format!(
        "embassy {card} :: the house of an ambassador, and the people who work in it\n\
         consulate {card} ::: the office that helps citizens abroad and grants visas\n\
         armistice {card} :: an agreement to stop fighting while peace is negotiated\n\n"
    )
}
