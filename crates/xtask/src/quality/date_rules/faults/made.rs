//! Faults between two places: cards are made that agree with a sentence, or do not.

use super::super::cards::{Card, Document, Fact};
use super::super::prose;
use super::super::written::Written;
use super::inside::replaced;
use super::{Cards, Fault, other_year};
use crate::corpus::Rng;

/// Verbs of which a thing is done once: what two cards on it must date alike.
const ACTIONS: [&str; 40] = [
    "signed",
    "began",
    "ended",
    "died",
    "invaded",
    "declared",
    "attacked",
    "captured",
    "landed",
    "surrendered",
    "occupied",
    "founded",
    "elected",
    "crossed",
    "defeated",
    "launched",
    "became",
    "started",
    "resigned",
    "broke",
    "entered",
    "joined",
    "left",
    "fell",
    "killed",
    "arrived",
    "assassinated",
    "established",
    "annexed",
    "appointed",
    "announced",
    "withdrew",
    "bombed",
    "seized",
    "sank",
    "ratified",
    "abdicated",
    "born",
    "overthrew",
    "took",
];

/// The only date of a sentence that says what someone did.
fn only_date(fact: &Fact) -> Option<&Written> {
    let [date] = &fact.dates[..] else { return None };
    let mut words = fact.text.split(|c: char| !c.is_alphanumeric());
    let acts = words.any(|word| ACTIONS.contains(&word));
    let vague = ["before", "after", "until", "since", "around", "about"];
    let before = fact.text[..date.range.start].trim_end();
    let plain = !vague.iter().any(|word| before.ends_with(word));
    (acts && plain && prose::name(&fact.text).is_some()).then_some(date)
}

fn elsewhere(number: usize, line: &str) -> Card {
    const ASKED: [&str; 3] =
        ["Which event is this?", "What should be known by heart?", "What is to be revised here?"];
    Card { question: ASKED[number % 3].to_owned(), lines: vec![line.to_owned()] }
}

/// The same sentence on a card of another deck, one digit of its year swapped.
pub(in super::super) fn other_year_elsewhere(
    document: &Document,
    fact: &Fact,
    rng: &mut Rng,
) -> Option<Fault> {
    other_year_on(document, fact, rng, |line| vec![elsewhere(0, line)])
}

/// The same sentence on four cards, one digit of the year swapped on the last.
pub(in super::super) fn one_of_four(
    document: &Document,
    fact: &Fact,
    rng: &mut Rng,
) -> Option<Fault> {
    other_year_on(document, fact, rng, |line| {
        vec![elsewhere(1, &fact.text), elsewhere(2, &fact.text), elsewhere(0, line)]
    })
}

/// The card of a fact, and beside it those that `there` makes of its sentence: as it is, and with one
/// digit of its year swapped.
fn other_year_on(
    document: &Document,
    fact: &Fact,
    rng: &mut Rng,
    there: impl Fn(&str) -> Vec<Card>,
) -> Option<Fault> {
    let date = only_date(fact)?;
    let year = other_year(date.year, rng).to_string();
    let cards =
        |line: &str| Cards { here: vec![document.cards[fact.card].clone()], there: there(line) };
    let wrong = cards(&replaced(&fact.text, &date.year_range, &year));
    Some(Fault { card: fact.card, right: cards(&fact.text), wrong })
}

/// A question on a century, before or after the one of the date.
pub(in super::super) fn other_century(
    document: &Document,
    fact: &Fact,
    rng: &mut Rng,
) -> Option<Fault> {
    let [date] = &fact.dates[..] else { return None };
    if date.year % 100 == 0 {
        return None;
    }
    let right = date.year / 100 + 1;
    let wrong = if right > 20 || rng.chance(500) { right - 1 } else { right + 1 };
    let ending = |century: i32| match century {
        21 => "st",
        _ => "th",
    };
    let asked = |century: i32| {
        asking(
            document,
            fact,
            &format!("Which event of the {century}{} century was this?", ending(century)),
        )
    };
    Some(Fault { card: fact.card, right: asked(right), wrong: asked(wrong) })
}

/// How long something lasted, with its years, two years or more off.
pub(in super::super) fn other_length(_: &Document, fact: &Fact, rng: &mut Rng) -> Option<Fault> {
    let first = fact.dates.iter().map(|date| date.year).min()?;
    let last = fact.dates.iter().map(|date| date.year).max()?;
    let length = Some(last - first).filter(|length| (2..=60).contains(length))?;
    let off = i32::try_from(rng.between(2, 6)).unwrap_or(2);
    let wrong = if length > off + 1 && rng.chance(500) { length - off } else { length + off };
    let lasting = |years: i32| {
        let line = format!("It lasted {years} years ({first}–{last}).");
        Cards::here(Card { question: "How long did it last?".to_owned(), lines: vec![line] })
    };
    Some(Fault { card: fact.card, right: lasting(length), wrong: lasting(wrong) })
}

/// A question that names another year than its answer.
pub(in super::super) fn other_year_asked(
    document: &Document,
    fact: &Fact,
    rng: &mut Rng,
) -> Option<Fault> {
    let [date] = &fact.dates[..] else { return None };
    let asked = |year: i32| asking(document, fact, &format!("What happened in {year}?"));
    let wrong = asked(other_year(date.year, rng));
    Some(Fault { card: fact.card, right: asked(date.year), wrong })
}

/// A question that the sentence answers, in the place of its card.
fn asking(_: &Document, fact: &Fact, question: &str) -> Cards {
    let line = fact.text.trim_start_matches(['-', '*', ' ']).to_owned();
    Cards::here(Card { question: question.to_owned(), lines: vec![line] })
}
