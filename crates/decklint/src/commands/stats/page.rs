//! The figures as a page to read in a browser and to print. It needs no script.

mod table;

use std::io::{self, Write};

use deck_lint::{count, rules};

use super::figures::{Deck, Problems, Spread, Stats};
use crate::report::page::{Message, Page, Text, unread};
use table::{Column, Table};

const STYLE: &str = include_str!("page/stats.css");

/// More decks than these nobody reads a list of.
const SHOWN: usize = 2_000;

/// Prints the page.
pub(super) fn print(out: &mut dyn Write, stats: &Stats) -> io::Result<()> {
    let title = format!("{} in {}", count(stats.cards, "card"), count(stats.decks, "deck"));
    Page { title: &title, style: STYLE, script: "" }.write(out, &|out| {
        let version = env!("CARGO_PKG_VERSION");
        writeln!(out, "<header>\n<h1>{title}</h1>")?;
        writeln!(out, "<p>Counted by decklint {version}.</p>\n</header>\n<main>")?;
        unread(out, stats.unread.iter().map(|it| (it.file.as_str(), it.error.as_str())))?;
        cards(out, stats)?;
        spread(out, "answer", "words", "Words", &stats.answer_words)?;
        spread(out, "list", "points", "Points", &stats.list_points)?;
        problems(out, &stats.problems)?;
        decks(out, &stats.by_deck)?;
        writeln!(out, "</main>")
    })
}

fn cards(out: &mut dyn Write, stats: &Stats) -> io::Result<()> {
    heading(out, "Cards")?;
    if stats.cards == 0 {
        return writeln!(out, "<p>There are no cards yet.</p>");
    }
    let columns = [Column::Name("Cards"), Column::Number("Number"), Column::Share];
    let mut table = Table::begin(out, "What the cards have", &columns)?;
    for (name, cards) in [
        ("with an answer", stats.answered),
        ("with a date", stats.dated),
        ("with a picture or sound", stats.with_media),
    ] {
        table.row(&Text(name), &[cards], Some(stats.cards))?;
    }
    table.end()
}

/// How many `parts` an answer or a list has; `head` is the same with a capital.
fn spread(
    out: &mut dyn Write,
    whole: &str,
    parts: &str,
    head: &'static str,
    spread: &Spread,
) -> io::Result<()> {
    let Some((median, longest)) = spread.median.zip(spread.longest) else { return Ok(()) };
    let of = count(spread.cards, whole);
    heading(out, &format!("How long {whole}s are"))?;
    let caption = format!("{of}: {median} {parts} in the middle, {longest} at most");
    let columns = [Column::Name(head), Column::Number("Cards"), Column::Share];
    let mut table = Table::begin(out, &caption, &columns)?;
    for size in &spread.sizes {
        table.row(&Text(&size.span()), &[size.cards], Some(spread.cards))?;
    }
    table.end()
}

fn problems(out: &mut dyn Write, problems: &Problems) -> io::Result<()> {
    heading(out, "Problems")?;
    let busiest = problems.busiest();
    if busiest.is_empty() {
        return writeln!(out, "<p>Nothing found.</p>");
    }
    let [errors, warnings, hints] = [
        count(problems.errors, "error"),
        count(problems.warnings, "warning"),
        count(problems.hints, "hint"),
    ];
    let caption = format!("{errors}, {warnings}, {hints}, by rule");
    let columns = [Column::Name("Rule"), Column::Number("Problems"), Column::Share];
    let all = problems.errors + problems.warnings + problems.hints;
    let mut table = Table::begin(out, &caption, &columns)?;
    for (name, found) in busiest {
        let summary = rules::by_name(name).map_or("", |rule| rule.summary);
        let name = format!("{name} <small>{}</small>", Message(summary));
        table.row(&name, &[found], Some(all))?;
    }
    table.end()
}

/// The decks, those with the gravest problems first.
fn decks(out: &mut dyn Write, decks: &[Deck]) -> io::Result<()> {
    if decks.is_empty() {
        return Ok(());
    }
    heading(out, "Decks")?;
    let mut decks: Vec<&Deck> = decks.iter().collect();
    decks.sort_by_key(|it| std::cmp::Reverse((it.errors, it.warnings, it.hints)));
    let columns = [
        Column::Name("Deck"),
        Column::Number("Cards"),
        Column::Number("Errors"),
        Column::Number("Warnings"),
        Column::Number("Hints"),
    ];
    let caption = "The decks, those with the gravest problems first";
    let mut table = Table::begin(&mut *out, caption, &columns)?;
    for deck in decks.iter().take(SHOWN) {
        let numbers = [deck.cards, deck.errors, deck.warnings, deck.hints];
        table.row(&Text(&deck.file), &numbers, None)?;
    }
    table.end()?;
    match decks.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => writeln!(out, "<p>{} not on this page.</p>", count(more, "more deck")),
    }
}

fn heading(out: &mut dyn Write, title: &str) -> io::Result<()> {
    writeln!(out, "<h2>{title}</h2>")
}
