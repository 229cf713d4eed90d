//! How fast completion, references, rename and the like are answered in a file of 10,000 cards
//! (3.6 MB) within a workspace of 100,000: `cargo bench -p deck-ide --bench writing`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use deck_ide::{
    CompletionCx, Moved, Names, actions, complete, definition, prepare_rename, references, rename,
    will_rename,
};
use deck_lint::{Diagnostic, FileId, Terms, Workspace};
use deck_syntax::{Dialect, TextRange, TextSize};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const FILES: usize = 10;
const CARDS: usize = 10_000;

/// The workspace, its indexes, and the file that someone types in.
struct Corpus {
    workspace: Workspace,
    terms: Terms,
    names: Names,
    findings: Vec<Diagnostic>,
}

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let workspace = workspace();
    let (terms, names) = (Terms::of(&workspace, &[]), Names::of(&workspace));
    let findings = workspace.lint().diagnostics;
    let findings = findings.into_iter().filter(|it| it.file == FileId(0)).collect();
    Corpus { workspace, terms, names, findings }
});

fn workspace() -> Workspace {
    Workspace::of_decks((0..FILES).map(|file| {
        let path = PathBuf::from(format!("decks/{file}.deck"));
        (path, deck(file).into_bytes(), Dialect::Deck)
    }))
}

/// What is typed, and put behind the answer of a card in the middle of the file.
const TYPED: [&str; 7] =
    ["- said Khal", "@tags co", "@source ", "Q", "<!-- decklint-allow ", "@id ", "- the leag"];

/// A proposal list, as it is asked for at each keystroke.
#[divan::bench(args = TYPED)]
fn completion(bencher: Bencher<'_, '_>, typed: &str) {
    let corpus = &*CORPUS;
    let mut workspace = corpus.workspace.clone();
    let text = &workspace.file(FileId(0)).text;
    let middle = text[..text.len() / 2].rfind("\n\n").unwrap_or(0);
    let lead = if typed.starts_with(['-', '@']) { "\n" } else { "\n\n" };
    let before = format!("{}{lead}{typed}", &text[..middle]);
    let at = TextSize::of(&before);
    workspace.set_text(FileId(0), before + &text[middle..]);
    let list = |_: &Path| Vec::new();
    let cx = CompletionCx {
        workspace: &workspace,
        terms: &corpus.terms,
        names: &corpus.names,
        findings: &corpus.findings,
        list: &list,
    };
    assert!(!complete(&cx, FileId(0), at).is_empty(), "nothing to propose for {typed}");
    bencher.bench_local(|| complete(black_box(&cx), FileId(0), at));
}

/// The place of the first `word` behind the middle of the file.
fn place(word: &str) -> TextSize {
    let text = &CORPUS.workspace.file(FileId(0)).text;
    let middle = text.floor_char_boundary(text.len() / 2);
    let at = text[middle..].find(word).map_or(0, |at| middle + at);
    TextSize::of(&text[..at])
}

const WORDS: [&str; 5] = ["Khalkhin Gol", "cold-war", "card-", "1938", "Litvinov"];

#[divan::bench(args = WORDS)]
fn all_references(bencher: Bencher<'_, '_>, word: &str) {
    let (corpus, at) = (&*CORPUS, place(word));
    bencher.bench(|| references(&corpus.workspace, &corpus.terms, FileId(0), at, &[]));
}

#[divan::bench]
fn definition_of_a_term(bencher: Bencher<'_, '_>) {
    let (corpus, at) = (&*CORPUS, place("Litvinov"));
    bencher.bench(|| definition(&corpus.workspace, &corpus.terms, FileId(0), at, &[]));
}

#[divan::bench]
fn prepare_a_rename(bencher: Bencher<'_, '_>) {
    let (corpus, at) = (&*CORPUS, place("Khalkhin Gol"));
    bencher.bench(|| prepare_rename(&corpus.workspace, &corpus.terms, FileId(0), at));
}

#[divan::bench(args = ["Khalkhin Gol", "cold-war", "card-"])]
fn renaming(bencher: Bencher<'_, '_>, word: &str) {
    let (corpus, at) = (&*CORPUS, place(word));
    bencher.bench(|| rename(&corpus.workspace, &corpus.terms, FileId(0), at, "Nomonhan"));
}

#[divan::bench]
fn a_folder_is_moved(bencher: Bencher<'_, '_>) {
    let moved = [Moved { from: "media".into(), to: "pictures".into() }];
    bencher.bench(|| will_rename(&CORPUS.workspace, &moved));
}

#[divan::bench]
fn actions_at_a_card(bencher: Bencher<'_, '_>) {
    let corpus = &*CORPUS;
    let range = corpus.findings.get(corpus.findings.len() / 2).map(|it| it.range);
    let range = range.unwrap_or(TextRange::empty(TextSize::new(0)));
    let file = corpus.workspace.file(FileId(0));
    bencher.bench(|| actions(file, range, &corpus.findings));
}

/// The terms of a whole workspace, as when it is opened.
#[divan::bench]
fn terms_of_the_workspace(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Terms::of(&CORPUS.workspace, &[]));
}

#[divan::bench]
fn names_of_the_workspace(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Names::of(&CORPUS.workspace));
}

/// A card is changed: it is taken from the indexes and put in again.
#[divan::bench]
fn a_card_of_the_indexes(bencher: Bencher<'_, '_>) {
    let corpus = &*CORPUS;
    let (mut terms, mut names) = (corpus.terms.clone(), corpus.names.clone());
    let item = corpus.workspace.file(FileId(0)).item(5_000);
    bencher.bench_local(|| {
        terms.remove_card(&item);
        names.remove_item(&item);
        terms.add_card(&item);
        names.add_item(&item);
    });
}

const PEOPLE: [&str; 12] = [
    "Litvinov",
    "Molotov",
    "Chamberlain",
    "Maxim Litvinov",
    "Stalin",
    "Zhukov",
    "Ribbentrop",
    "Beneš",
    "Daladier",
    "Halifax",
    "Schulenburg",
    "Voroshilov",
];

const PLACES: [&str; 8] = [
    "Khalkhin Gol",
    "Lake Khasan",
    "Munich",
    "the Rhineland",
    "Manchuria",
    "the Baltic states",
    "Bessarabia",
    "Łódź",
];

/// A deck of cards about people and places, about 360 bytes each.
fn deck(file: usize) -> String {
    let mut text = String::from("---\ntitle: Between the wars\ntags: [history]\nlang: en\n---\n\n");
    for card in 0..CARDS {
        let number = file * CARDS + card;
        let (person, place) = (PEOPLE[number % 12], PLACES[number / 12 % 8]);
        if card % 40 == 0 {
            let _ = writeln!(text, "## Chapter {}\n", card / 40 + 1);
        }
        let _ = writeln!(
            text,
            "What did {person} say in speech {number} about {place}?\n\
             - In {year}, at the League of Nations in Geneva, {person} asked for a treaty of mutual \
             assistance with France and Czechoslovakia\n\
             - The Franco-Soviet Pact was to hold for ten years ![map](../media/map%20{number}.png)\n\
             - Delegate Number{number} of the Assembly said that it was no may 1936, and that was all\n\
             @tags ussr, cold-war, session-{session}\n@id card-{number}\n@source Keegan, page {number}\n",
            year = 1930 + number % 10,
            session = number % 500,
        );
    }
    text
}
