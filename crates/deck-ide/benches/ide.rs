//! How fast an editor is answered in a file of 10,000 cards (3.6 MB) inside a workspace of 100,000:
//! `cargo bench -p deck-ide`.

use std::fmt::Write as _;
use std::sync::LazyLock;

use deck_ide::{
    HoverCx, InlayOptions, card_at, document_symbols, folding, highlights, hover, inlay_hints,
    lenses, links, selection_ranges, semantic_tokens, workspace_symbols,
};
use deck_lint::{Diagnostic, FileId, Workspace};
use deck_syntax::{TextRange, TextSize};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const FILE: FileId = FileId(0);

/// Ten files of 10,000 cards each. The first has neither front matter nor sections, so that who
/// looks for them looks at all of it.
static WORKSPACE: LazyLock<Workspace> = LazyLock::new(|| {
    let file = |number: usize| (format!("{number}.deck").into(), deck(number, 10_000).into_bytes());
    Workspace::of_texts((0..10).map(file))
});

/// What the rules find in the first file by itself.
static FINDINGS: LazyLock<Vec<Diagnostic>> = LazyLock::new(|| {
    let alone = [("0.deck".into(), deck(0, 10_000).into_bytes())];
    Workspace::of_texts(alone).lint().diagnostics
});

/// A place in the last of the file's cards that holds these words.
fn last(words: &str) -> TextSize {
    let at = WORKSPACE.file(FILE).text.rfind(words).unwrap_or_default();
    TextSize::new(u32::try_from(at + 2).unwrap_or_default())
}

/// About what an editor shows at once: a hundred lines.
fn screen() -> TextRange {
    let end = WORKSPACE.file(FILE).deck.len();
    TextRange::new(end - TextSize::new(12_000), end)
}

#[divan::bench(args = ["May", "meeting", "treaties", "border"])]
fn hovering(bencher: Bencher<'_, '_>, words: &str) {
    let (at, workspace) = (last(words), &*WORKSPACE);
    let cx = HoverCx { findings: &FINDINGS, uses: &|_| None };
    bencher.bench_local(|| hover(black_box(workspace), FILE, at, &cx));
}

#[divan::bench]
fn card(bencher: Bencher<'_, '_>) {
    let (at, workspace) = (last("meeting"), &*WORKSPACE);
    bencher.bench(|| card_at(black_box(workspace), FILE, at));
}

#[divan::bench]
fn selection(bencher: Bencher<'_, '_>) {
    let (at, workspace) = (last("meeting"), &*WORKSPACE);
    bencher.bench(|| selection_ranges(black_box(workspace), FILE, at));
}

#[divan::bench(args = ["Hague", "treaties"])]
fn highlighting(bencher: Bencher<'_, '_>, words: &str) {
    let (at, workspace) = (last(words), &*WORKSPACE);
    bencher.bench(|| highlights(black_box(workspace), FILE, at, None));
}

#[divan::bench]
fn hints_in_sight(bencher: Bencher<'_, '_>) {
    let (range, workspace) = (screen(), &*WORKSPACE);
    let options = InlayOptions { dates: true, numbers: true };
    bencher.bench(|| inlay_hints(black_box(workspace), FILE, range, options));
}

#[divan::bench]
fn tokens_in_sight(bencher: Bencher<'_, '_>) {
    let (range, workspace) = (screen(), &*WORKSPACE);
    bencher.bench(|| semantic_tokens(black_box(workspace), FILE, Some(range)));
}

#[divan::bench]
fn tokens_of_the_file(bencher: Bencher<'_, '_>) {
    let workspace = &*WORKSPACE;
    bencher.bench(|| semantic_tokens(black_box(workspace), FILE, None));
}

#[divan::bench]
fn outline(bencher: Bencher<'_, '_>) {
    let workspace = &*WORKSPACE;
    bencher.bench(|| document_symbols(black_box(workspace), FileId(1), &FINDINGS));
}

#[divan::bench]
fn folds(bencher: Bencher<'_, '_>) {
    let workspace = &*WORKSPACE;
    bencher.bench(|| folding(black_box(workspace), FileId(1)));
}

#[divan::bench]
fn code_lenses(bencher: Bencher<'_, '_>) {
    let workspace = &*WORKSPACE;
    bencher.bench_local(|| lenses(black_box(workspace), FileId(1), 3, &|index| index % 50));
}

#[divan::bench]
fn links_of_the_file(bencher: Bencher<'_, '_>) {
    let workspace = &*WORKSPACE;
    bencher.bench(|| links(black_box(workspace), FILE));
}

#[divan::bench(args = ["e", "assmbly", "treaty broke side"])]
fn symbols_of_the_workspace(bencher: Bencher<'_, '_>, query: &str) {
    let workspace = &*WORKSPACE;
    bencher.bench(|| workspace_symbols(black_box(workspace), query, 128));
}

/// A deck of cards in several forms, about 360 bytes each.
fn deck(number: usize, cards: usize) -> String {
    let mut text = String::new();
    for card in 0..cards {
        if number > 0 && card % 40 == 0 {
            let _ = writeln!(text, "## Chapter {}\n", card / 40 + 1);
        }
        let name = number * cards + card;
        // Writing to a string cannot fail.
        let _ = match card % 10 {
            0..5 => question(&mut text, name),
            5..9 => labelled(&mut text, name),
            _ => writeln!(text, "C: Assembly {name} met in {{{{c1::Geneva::a city}}}} in May.\n"),
        };
    }
    text
}

fn question(text: &mut String, card: usize) -> std::fmt::Result {
    let year = 1900 + card % 97;
    writeln!(
        text,
        "What happened in the {card}th meeting of the assembly in {year}?\n\
         - The members signed a treaty of mutual assistance that was to run for ten years, although \
         the larger states kept the right to leave it at any time, and did so in May\n\
         - The frontier commission gave [its report](reports/{card}.pdf) on the border (the second of \
         {year})\n\
         - Relations improved: trade grew by 12% and both sides opened embassies again\n"
    )
}

fn labelled(text: &mut String, card: usize) -> std::fmt::Result {
    writeln!(
        text,
        "Q: Explain why treaty number {card} did not last.\n\
         A: It was signed in a hurry, so nobody had agreed what would happen if one side broke it.\n\
         \n\
         When that came to pass in 19{:02}, each government read the text in its own way; the court \
         in The Hague, which was asked to decide, needed three years to do so, and by then nobody \
         wanted to hear its judgement.\n\
         @tags treaties, law\n",
        card % 100
    )
}
