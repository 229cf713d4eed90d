//! How fast questions are indexed: `cargo bench -p deck-similarity`.

use deck_similarity::{Index, Keys, Question, Tier};
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const NAMES: [&str; 12] = [
    "Poland", "France", "Austria", "Spain", "Norway", "Italy", "Greece", "Turkey", "Finland",
    "Belgium", "Hungary", "Romania",
];
const THINGS: [&str; 10] = [
    "treaty",
    "government",
    "assembly",
    "army",
    "economy",
    "currency",
    "alliance",
    "border",
    "crisis",
    "election",
];

/// Made-up questions, one in ten a rephrasing of the one before.
fn questions(count: usize) -> Vec<String> {
    let one = |number: usize| {
        let (name, thing) = (NAMES[number % 12], THINGS[number / 12 % 10]);
        let number = number / 120;
        match number % 4 {
            0 => format!("What happened to the {thing} of {name} in {number}?"),
            1 => format!("Why did {name} change its {thing} after meeting {number} of the league?"),
            2 => format!("How can you explain the {thing} number {number} of {name}?"),
            _ => format!("Who signed the {number}th {thing} between {name} and Albania?"),
        }
    };
    let again = |text: String| text.replace("How can you", "How do we").replace('?', "");
    (0..count)
        .map(|number| if number % 10 == 9 { again(one(number - 1)) } else { one(number) })
        .collect()
}

fn index_of(questions: &[String]) -> Index<u32> {
    let mut index = Index::new();
    for (id, text) in questions.iter().enumerate() {
        index.insert(id as u32, Question::lex(text).keys());
    }
    index
}

#[divan::bench]
fn first_tier_keys(bencher: Bencher<'_, '_>) {
    let questions = questions(10_000);
    let bytes: usize = questions.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        questions.iter().fold(0, |sum, text| sum ^ Keys::t1_of(black_box(text), false))
    });
}

#[divan::bench]
fn all_keys(bencher: Bencher<'_, '_>) {
    let questions = questions(10_000);
    bencher.counter(ItemsCount::new(questions.len())).bench_local(|| {
        questions.iter().fold(0, |sum, text| sum ^ Question::lex(black_box(text)).keys().t3)
    });
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 3)]
fn build(bencher: Bencher<'_, '_>, cards: usize) {
    let questions = questions(cards);
    bencher.counter(ItemsCount::new(cards)).bench_local(|| index_of(black_box(&questions)));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 3)]
fn groups(bencher: Bencher<'_, '_>, cards: usize) {
    let index = index_of(&questions(cards));
    bencher.counter(ItemsCount::new(cards)).bench_local(|| index.groups(Tier::Similar));
}

#[divan::bench(args = [100_000], sample_count = 3)]
fn families(bencher: Bencher<'_, '_>, cards: usize) {
    let questions = questions(cards);
    let index = index_of(&questions);
    bencher.bench_local(|| index.families(|id| Some(Question::lex(&questions[id as usize]))));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 3)]
fn typo_twins(bencher: Bencher<'_, '_>, cards: usize) {
    let questions = questions(cards);
    let index = index_of(&questions);
    bencher.bench_local(|| index.typo_twins(|id| Some(Question::lex(&questions[id as usize]))));
}

/// A card gets another text, and all that is said of it is asked for.
#[divan::bench(sample_count = 2_000, sample_size = 1)]
fn edit_one_of_100_000(bencher: Bencher<'_, '_>) {
    let questions = questions(100_000);
    let mut index = index_of(&questions);
    let mut turn = 0_u32;
    bencher.bench_local(|| {
        turn = turn.wrapping_add(7919) % 100_000;
        let question = Question::lex(&questions[turn as usize + 1 - turn as usize / 99_999]);
        index.insert(turn, question.keys());
        (index.neighbours(turn).take(6).count(), index.typo_twins_of(turn, &question).len())
    });
}

#[divan::bench(args = [10_000, 1_000_000], sample_count = 3)]
fn identical(bencher: Bencher<'_, '_>, cards: usize) {
    let questions = vec!["What is the capital of France?".to_owned(); cards];
    bencher.counter(ItemsCount::new(cards)).bench_local(|| {
        let mut index = index_of(black_box(&questions));
        let groups = index.groups(Tier::Same);
        let found = index.neighbours(0).take(6).count();
        (0..cards as u32).for_each(|id| drop(index.remove(id)));
        (groups, found)
    });
}
