//! The figures as a small picture in the terminal.

use std::io::{self, Write};

use deck_lint::count;

use super::figures::{Problems, Spread, Stats};

/// How long the longest bar is, in characters.
const BAR: usize = 30;

/// Prints all of it.
pub(super) fn print(out: &mut dyn Write, stats: &Stats) -> io::Result<()> {
    writeln!(
        out,
        "\x1b[1m{}\x1b[0m in {}",
        count(stats.cards, "card"),
        count(stats.decks, "deck")
    )?;
    writeln!(out)?;
    for (name, cards) in [
        ("answered", stats.answered),
        ("with a date", stats.dated),
        ("with a picture", stats.with_media),
    ] {
        let percent = cards * 100 / stats.cards.max(1);
        let line = format!("  {name:14} {cards:>6} {percent:>3}%  {}", bar(cards, stats.cards));
        writeln!(out, "{}", line.trim_end())?;
    }
    spread(out, "words an answer", &stats.answer_words)?;
    spread(out, "points a list", &stats.list_points)?;
    problems(out, &stats.problems)
}

fn spread(out: &mut dyn Write, name: &str, spread: &Spread) -> io::Result<()> {
    let Some((median, longest)) = spread.median.zip(spread.longest) else { return Ok(()) };
    writeln!(out, "\n\x1b[1m{name}\x1b[0m: {median} in the middle, {longest} at most")?;
    let most = spread.sizes.iter().map(|size| size.cards).max().unwrap_or(0);
    for size in &spread.sizes {
        let line =
            format!("  {:14} {:>6}       {}", size.span(), size.cards, bar(size.cards, most));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn problems(out: &mut dyn Write, problems: &Problems) -> io::Result<()> {
    writeln!(
        out,
        "\n\x1b[1mproblems\x1b[0m: {}, {}, {}",
        count(problems.errors, "error"),
        count(problems.warnings, "warning"),
        count(problems.hints, "hint")
    )?;
    let rules = problems.busiest();
    let most = rules.first().map_or(0, |(_, found)| *found);
    let width = rules.iter().map(|(name, _)| name.len()).max().unwrap_or(0).max(14);
    for (name, found) in rules {
        let line = format!("  {name:width$} {found:>6}       {}", bar(found, most));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// A bar as long as a part is of the whole; what is there at all is seen.
fn bar(part: usize, whole: usize) -> String {
    let length = (part * BAR).div_ceil(whole.max(1)).min(BAR);
    "█".repeat(length)
}
