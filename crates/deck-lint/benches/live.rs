//! How long a keystroke takes: `cargo bench -p deck-lint`.

use std::fmt::Write as _;

use deck_lint::{Change, FileId, Live, Workspace};
use deck_syntax::{TextRange, TextSize};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// A letter is typed in the middle of a deck of so many cards, in a workspace with 90,000 others,
/// and deleted again.
#[divan::bench(args = [500, 10_000])]
fn two_keystrokes(bencher: Bencher<'_, '_>, cards: usize) {
    let mut live = Live::new(workspace(cards));
    let (typed, deleted) = keystrokes(&live);
    bencher.bench_local(|| {
        black_box(live.edit(FileId(0), &[typed]));
        black_box(live.edit(FileId(0), &[deleted]))
    });
}

/// What is said of the deck is put together.
#[divan::bench(args = [500, 10_000])]
fn diagnostics(bencher: Bencher<'_, '_>, cards: usize) {
    let live = Live::new(workspace(cards));
    bencher.bench_local(|| live.diagnostics(black_box(FileId(0))).len());
}

/// The rules that look at all cards at once.
#[divan::bench(sample_count = 10)]
fn all_cards(bencher: Bencher<'_, '_>) {
    let workspace = workspace(10_000);
    bencher.bench_local(|| Live::look_at_all_cards(black_box(&workspace)));
}

/// All rules over 100,000 cards.
#[divan::bench(sample_count = 10)]
fn everything(bencher: Bencher<'_, '_>) {
    let workspace = workspace(10_000);
    bencher.bench_local(|| Live::new(black_box(workspace.clone())));
}

fn keystrokes(live: &Live) -> (Change<'static>, Change<'static>) {
    let text = &live.workspace().file(FileId(0)).text;
    let at = text[..text.len() / 2].rfind("dispute").unwrap_or(0) + 3;
    let start = TextSize::new(u32::try_from(at).unwrap_or(0));
    let typed = Change { range: TextRange::empty(start), insert: "x" };
    (typed, Change { range: TextRange::at(start, TextSize::new(1)), insert: "" })
}

/// A deck of so many cards, and ninety of a thousand.
fn workspace(cards: usize) -> Workspace {
    let others = (0..90).map(|deck| (1_000, 10_000 * (deck + 2)));
    let decks = std::iter::once((cards, 0)).chain(others).enumerate();
    Workspace::of_texts(decks.map(|(number, (cards, first))| {
        let text: String = (first..first + cards).map(card).collect();
        (format!("{number:02}.deck").into(), text.into_bytes())
    }))
}

/// A card of some 360 bytes; one in a hundred has a fault, one in a thousand a twin elsewhere.
fn card(number: usize) -> String {
    let mut text = String::new();
    let year = 1000 + number % 900;
    let asked = if number % 1000 == 7 { 7 } else { number };
    let _ =
        writeln!(text, "What did the council of Town{asked} decide about the dispute in {year}?");
    let _ = writeln!(text, "- the border of Land{} was moved to the river", number % 313);
    let _ = writeln!(text, "- a duty of {} pounds was laid on salt and wool", number % 77);
    let bullet = if number % 100 == 3 { "-The" } else { "- the" };
    let _ = writeln!(text, "{bullet} envoys of House{} signed on 3 March {year}", number % 97);
    let _ =
        writeln!(text, "- neither side kept the peace for long, and the council met again in the");
    let _ = writeln!(text, "  next year to hear what the merchants had to say of it\n");
    text
}
