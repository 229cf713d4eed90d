//! Faults of order: dates outside the time of the whole, and before what they are said to follow.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::super::cards::{Card, Document, Fact};
use super::super::told::{self, Told};
use super::{Cards, Fault, other_year};
use crate::corpus::Rng;

#[expect(clippy::expect_used, reason = "the patterns are in this file")]
static WAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:[A-Z]\w+ )+War(?: II?)?\b").expect("the pattern is one"));

/// The war that the sentences of a document name most often.
fn war(document: &Document) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in &document.facts {
        for war in WAR.find_iter(&fact.text) {
            let name = war.as_str().trim_start_matches("The ");
            *counts.entry(name).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name.to_owned())
}

/// A card with the first and the last year of a document as the time of its war, and one that puts
/// what a sentence tells into that war, a digit of its year swapped so that it lies outside.
pub(in super::super) fn outside(document: &Document, fact: &Fact, rng: &mut Rng) -> Option<Fault> {
    let told = told::read(fact)?;
    let war = war(document)?;
    let years = || document.facts.iter().flat_map(|fact| &fact.dates).map(|date| date.year);
    let (first, last) = (years().min()?, years().max()?);
    let wrong = (0..50)
        .map(|_| other_year(told.date.year, rng))
        .find(|year| !(first..=last).contains(year))?;
    let (whole, part) = (rng.below(4), rng.below(3));
    let apart = rng.chance(500);
    let cards = |year: i32| {
        let one = whole_card(whole, &war, first, last);
        let two = part_card(part, &war, &told, year);
        if apart {
            Cards { here: vec![two], there: vec![one] }
        } else {
            Cards { here: vec![one, two], there: Vec::new() }
        }
    };
    Some(Fault { card: fact.card, right: cards(told.date.year), wrong: cards(wrong) })
}

fn whole_card(make: usize, war: &str, first: i32, last: i32) -> Card {
    let (question, answer) = match make {
        0 => (format!("When was the {war}?"), format!("{first}–{last}")),
        1 => (format!("How long did the {war} last?"), format!("From {first} to {last}")),
        2 => ("What was the time?".to_owned(), format!("The {war} lasted from {first} to {last}.")),
        _ => ("Which war was it?".to_owned(), format!("It was the {war} ({first}–{last}).")),
    };
    Card { question, lines: vec![answer] }
}

fn part_card(make: usize, war: &str, told: &Told<'_>, year: i32) -> Card {
    let (question, answer) = match make {
        0 => (format!("In which year of the {war} {}?", told.inverted()), year.to_string()),
        1 => (format!("When during the {war} {}?", told.inverted()), format!("In {year}")),
        _ => (told.question(), format!("During the {war}, in {year}, {}.", told.clause())),
    };
    Card { question, lines: vec![answer] }
}

/// A sentence that puts what two sentences tell in order, with both their dates; and the same with
/// `before` and `after` exchanged, or with a digit of a year swapped so that the order is another.
pub(in super::super) fn other_order(
    document: &Document,
    fact: &Fact,
    rng: &mut Rng,
) -> Option<Fault> {
    let first = told::read(fact)?;
    let later = |it: &Told<'_>| it.date.year > first.date.year;
    let second = document.facts.iter().filter_map(told::read).find(later)?;
    let make = rng.below(3);
    let exchanged = rng.chance(500);
    let year =
        (0..50).map(|_| other_year(first.date.year, rng)).find(|year| *year > second.date.year)?;
    let cards = |is_wrong: bool| {
        let dated = if is_wrong && !exchanged { year } else { first.date.year };
        let (before, after) =
            if is_wrong && exchanged { ("after", "before") } else { ("before", "after") };
        let (one, two) = (first.dated(dated), second.dated(second.date.year));
        let line = match make {
            0 => format!("{one}, {before} {two}."),
            1 => format!("{two}, shortly {after} {one}."),
            _ => format!("{}{} {one}, {two}.", after[..1].to_uppercase(), &after[1..]),
        };
        Cards::here(Card { question: "How did it come about?".to_owned(), lines: vec![line] })
    };
    Some(Fault { card: fact.card, right: cards(false), wrong: cards(true) })
}
