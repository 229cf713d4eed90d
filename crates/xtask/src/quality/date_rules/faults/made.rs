//! Faults between two places: cards are made of a sentence as authors make them, and one of them
//! disagrees with it.

use super::super::cards::{Card, Document, Fact};
use super::super::told::{self, Told};
use super::{Cards, Fault, other_year};
use crate::corpus::Rng;

/// Cards on what a sentence tells, each of another make: its date asked for, the sentence as an
/// answer, with its date hidden, as one point among others.
const MAKES: usize = 4;

fn card(document: &Document, fact: &Fact, told: &Told<'_>, make: usize, year: i32) -> Card {
    let text = told.with_year(year);
    let range = told.date_range.clone();
    let date = &text[range.clone()];
    let card = |question: &str, lines: Vec<String>| Card { question: question.to_owned(), lines };
    match make % MAKES {
        0 => {
            let preposition = if told.date.day.is_some() { "On" } else { "In" };
            card(&format!("When {}?", told.inverted()), vec![format!("{preposition} {date}")])
        }
        1 => card(&told.question(), vec![text]),
        2 => {
            let (before, after) = (&text[..range.start], &text[range.end..]);
            card("", vec![format!("{before}{{{{{date}}}}}{after}")])
        }
        _ => {
            let other = document.facts.iter().find(|it| it.card != fact.card);
            let bare = |text: &str| text.trim_start_matches(['-', '*', ' ']).to_owned();
            let others = other.map(|it| format!("- {}", bare(&it.text)));
            let lines = others.into_iter().chain([format!("- {text}")]);
            card("What were the turning points?", lines.collect())
        }
    }
}

/// Two cards of different makes on one event, a digit of the year swapped on one of them. The
/// second stands in the same deck or in another.
pub(in super::super) fn other_year_elsewhere(
    document: &Document,
    fact: &Fact,
    rng: &mut Rng,
) -> Option<Fault> {
    let told = told::read(fact)?;
    let (right, wrong) = (told.date.year, other_year(told.date.year, rng));
    let first = rng.below(MAKES);
    let second = first + 1 + rng.below(MAKES - 1);
    let (swapped, apart) = (rng.chance(500), rng.chance(500));
    let cards = |year: i32| {
        let years = if swapped { [year, right] } else { [right, year] };
        let one = card(document, fact, &told, first, years[0]);
        let two = card(document, fact, &told, second, years[1]);
        if apart {
            Cards { here: vec![one], there: vec![two] }
        } else {
            Cards { here: vec![one, two], there: Vec::new() }
        }
    };
    Some(Fault { card: fact.card, right: cards(right), wrong: cards(wrong) })
}

/// A card of each make on one event, a digit of the year swapped on one of them.
pub(in super::super) fn one_of_four(
    document: &Document,
    fact: &Fact,
    rng: &mut Rng,
) -> Option<Fault> {
    let told = told::read(fact)?;
    let wrong = other_year(told.date.year, rng);
    let odd = rng.below(MAKES);
    let cards = |year: i32| {
        let year = |make: usize| if make == odd { year } else { told.date.year };
        let here = (0..MAKES).map(|make| card(document, fact, &told, make, year(make)));
        Cards { here: here.collect(), there: Vec::new() }
    };
    Some(Fault { card: fact.card, right: cards(told.date.year), wrong: cards(wrong) })
}

/// The century or decade before or after the one of the date, beside it or in the question.
pub(in super::super) fn other_century(_: &Document, fact: &Fact, rng: &mut Rng) -> Option<Fault> {
    let told = told::read(fact).filter(|told| told.date.year % 100 != 0)?;
    let (make, asked) = (rng.below(5), rng.below(MAKES));
    let decade = make == 3;
    let right = if decade { told.date.year / 10 * 10 } else { told.date.year / 100 + 1 };
    let step = if decade { 10 } else { 1 };
    let later = rng.chance(500) && (decade && right < 2020 || right < 20);
    let wrong = if later { right + step } else { right - step };
    let cards = |number: i32| {
        let time =
            if decade { format!("{number}s") } else { format!("{} century", ordinal(number)) };
        let (year, inverted) = (told.date.year, told.inverted());
        let unit = if decade { "decade" } else { "century" };
        let question = format!("In which {unit} {inverted}?");
        let (question, answer) = match make {
            0 => (question, format!("In the {time}, in {year}")),
            1 | 3 => (question, format!("The {time} ({year})")),
            2 => (question, format!("In the {time}: {}", told.text)),
            _ => (told.asked_in(&format!("in the {time}"), asked), told.text.to_owned()),
        };
        Cards::here(Card { question, lines: vec![answer] })
    };
    Some(Fault { card: fact.card, right: cards(right), wrong: cards(wrong) })
}

fn ordinal(number: i32) -> String {
    let ending = match number {
        21 => "st",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// How long something lasted, with its years, two years or more off.
pub(in super::super) fn other_length(_: &Document, fact: &Fact, rng: &mut Rng) -> Option<Fault> {
    let first = fact.dates.iter().map(|date| date.year).min()?;
    let last = fact.dates.iter().map(|date| date.year).max()?;
    let length = Some(last - first).filter(|length| (2..=60).contains(length))?;
    let off = i32::try_from(rng.between(2, 6)).unwrap_or(2);
    let wrong = if length > off + 1 && rng.chance(500) { length - off } else { length + off };
    let make = rng.below(4);
    let lasting = |years: i32| {
        let line = match make {
            0 => format!("It lasted {years} years ({first}–{last})."),
            1 => format!("{years} years, from {first} to {last}"),
            2 => format!("From {first} to {last} ({years} years)"),
            _ => format!("It lasted for {years} years, from {first} until {last}."),
        };
        Cards::here(Card { question: "How long did it last?".to_owned(), lines: vec![line] })
    };
    Some(Fault { card: fact.card, right: lasting(length), wrong: lasting(wrong) })
}

/// A question on what happened in the sentence's year, and the sentence with a digit of its year
/// swapped as the answer.
pub(in super::super) fn other_year_asked(
    _: &Document,
    fact: &Fact,
    rng: &mut Rng,
) -> Option<Fault> {
    let told = told::read(fact)?;
    let (right, wrong) = (told.date.year, other_year(told.date.year, rng));
    let question = told.asked_in(&format!("in {right}"), rng.below(MAKES));
    let cards = |year: i32| {
        let lines = vec![told.with_year(year)];
        Cards::here(Card { question: question.clone(), lines })
    };
    Some(Fault { card: fact.card, right: cards(right), wrong: cards(wrong) })
}
