//! How many events there are, year by year or decade by decade, as bars.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use deck_dates::calendar;

use super::{Event, axis};
use deck_ide::timeline::year_in_words as year;

/// As many bars as can be taken in at a glance.
const BARS: i64 = 30;

/// So many empty bars in a row are shown.
const GAP: usize = 4;

/// One bar for each year, decade or century from the first event to the last, no line longer than
/// `width`. An event counts where it starts.
pub(super) fn bars(events: &[Event], width: usize) -> String {
    let Some(years) = axis::years(events) else { return String::new() };
    let starts = events.iter().map(|event| calendar::to_gregorian(event.days.first).0);
    let latest = starts.clone().max().unwrap_or(years.1);
    let step = axis::step((years.0, latest), BARS, &[1, 10, 100]);
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for start in starts {
        *counts.entry(axis::bin(start, step)).or_default() += 1;
    }
    let names: Vec<(String, usize)> = (axis::bin(years.0, step)..=axis::bin(latest, step))
        .map(|bin| (name(bin, step), counts.get(&bin).copied().unwrap_or(0)))
        .collect();
    draw(&names, width)
}

fn name(bin: i64, step: i64) -> String {
    if step == 1 {
        return year(i32::try_from(bin).unwrap_or(0));
    }
    // What lies before Christ is counted back from there.
    let (bin, era) = if bin < 0 { (-bin - 1, " BC") } else { (bin, "") };
    match (bin, era) {
        (0, "") => format!("1–{}", step - 1),
        (0, _) => format!("{}–1 BC", step - 1),
        _ => format!("{}s{era}", bin * step),
    }
}

fn draw(names: &[(String, usize)], width: usize) -> String {
    let label = names.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let most = names.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let digits = most.to_string().len();
    let room = width.saturating_sub(label + digits + 4).clamp(1, 60);
    let mut out = String::new();
    let mut empty = 0;
    for (index, (name, count)) in names.iter().enumerate() {
        empty = if *count == 0 { empty + 1 } else { 0 };
        let more = names[index..].iter().take_while(|(_, count)| *count == 0).count();
        // A long time in which nothing happens is one line.
        if empty + more > GAP + 1 {
            if empty == 1 {
                let _ = writeln!(out, "{:>label$}", "⋮");
            }
            continue;
        }
        // Few events are shown one block each, so that bars can be counted.
        let eighths = if most <= room { count * 8 } else { count * room * 8 / most };
        let bar = bar(if *count > 0 { eighths.max(1) } else { 0 });
        let number = if *count > 0 { format!(" {count}") } else { String::new() };
        let _ = writeln!(out, "{name:>label$}  \x1b[36m{bar}\x1b[0m{number}");
    }
    out
}

fn bar(eighths: usize) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    format!("{}{}", "█".repeat(eighths / 8), PARTS[eighths % 8])
}

#[cfg(test)]
mod tests {
    use super::super::tests::event;
    use super::*;

    fn plain(text: &str) -> String {
        text.replace("\x1b[36m", "").replace("\x1b[0m", "")
    }

    fn in_years(years: &[i32], width: usize) -> String {
        let events: Vec<Event> =
            years.iter().map(|year| event((*year, 1, 1), (*year, 1, 1), "")).collect();
        plain(&bars(&events, width))
    }

    #[test]
    fn a_bar_a_year() {
        assert_eq!(in_years(&[1936, 1938, 1938], 80), "1936  █ 1\n1937  \n1938  ██ 2\n");
    }

    #[test]
    fn a_bar_a_century_where_years_would_be_too_many() {
        let chart = in_years(&[-100, 250, 1850], 80);
        assert_eq!(
            chart,
            "100s BC  █ 1\n99–1 BC  \n   1–99  \n   100s  \n   200s  █ 1\n      ⋮\n  1800s  █ 1\n"
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let chart = in_years(&[vec![1936; 500], vec![1937]].concat(), 40);
        assert!(chart.lines().all(|line| line.chars().count() <= 40), "{chart}");
        assert!(chart.contains("1937  ▏ 1"), "{chart}");
    }
}
