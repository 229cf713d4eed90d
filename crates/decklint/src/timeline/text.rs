//! A timeline for the terminal: a chart, and a line for each event.

use std::fmt::Write as _;

use deck_ide::timeline::date_in_words;
use deck_lint::count;

use super::{Event, chart};
use crate::wording::{on_one_line, padded};

/// The events, in lines of at most `width` characters, with the codes of terminals for colours.
pub(crate) fn write(events: &[Event], width: usize) -> String {
    let mut out = chart::bars(events, width);
    if !events.is_empty() {
        out.push('\n');
    }
    let dates: Vec<String> = events.iter().map(date_in_words).collect();
    let column = dates.iter().map(|date| date.chars().count()).max().unwrap_or(0);
    let one_file = events.windows(2).all(|pair| pair[0].file == pair[1].file);
    for (event, date) in events.iter().zip(&dates) {
        let place = if one_file {
            format!(":{}", event.line)
        } else {
            format!("{}:{}", event.file, event.line)
        };
        let used = column + place.chars().count() + 4;
        // Where so little room is left that nothing could be read, the line grows.
        let words = on_one_line(&event.words(), width.saturating_sub(used).max(20));
        let date = padded(date, column);
        let _ = writeln!(out, "\x1b[1m{date}\x1b[0m  {words}  \x1b[2m{place}\x1b[0m");
    }
    if !events.is_empty() {
        out.push('\n');
    }
    let _ = writeln!(out, "{}", count(events.len(), "dated event"));
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::event;
    use super::*;

    #[test]
    fn a_line_an_event() {
        let events = [
            event((1936, 7, 17), (1936, 7, 17), "Where did the war begin?"),
            event((1938, 1, 1), (1938, 12, 31), "What happened in that long and eventful year?"),
        ];
        let text = write(&events, 48);
        let plain = ["\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[0m"]
            .iter()
            .fold(text, |text, code| text.replace(code, ""));
        let lines: Vec<&str> = plain.lines().skip(4).collect();
        assert_eq!(
            lines,
            [
                "17 Jul 1936  Where did the war begin?  :2",
                "1938         What happened in that long and…  :2",
                "",
                "2 dated events",
            ]
        );
    }
}
