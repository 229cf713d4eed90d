//! A timeline as all-day events of a calendar (RFC 5545).
//!
//! Dates there have four digits of a year after Christ and a day. A month or a year is written as
//! an event of all its days; what lies outside the years 1 to 9999, or has no known start, is left
//! out and named.

use deck_dates::calendar;
use deck_ide::timeline::date_in_words;

use super::{End, Event};

/// A calendar, and what could not be put in it.
#[derive(Debug)]
pub(crate) struct Calendar {
    /// The calendar, its lines ended and folded as the standard asks.
    pub(crate) text: String,
    /// The place and the reason of each event that is not in it.
    pub(crate) left_out: Vec<String>,
}

/// The events as a calendar.
pub(crate) fn write(events: &[Event]) -> Calendar {
    let mut calendar = Calendar { text: String::new(), left_out: Vec::new() };
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//decklint//timeline//EN".to_owned(),
    ];
    for event in events {
        match days(event) {
            Ok((start, end)) => lines.extend(entry(event, &start, &end)),
            Err(why) => {
                let place = format!("{}:{}", event.file, event.line);
                calendar.left_out.push(format!("{place}: {}: {why}", date_in_words(event)));
            }
        }
    }
    lines.push("END:VCALENDAR".to_owned());
    calendar.text = lines.iter().map(|line| folded(line)).collect();
    calendar
}

/// The first day, and the day after the last.
fn days(event: &Event) -> Result<(String, String), &'static str> {
    if event.start == End::Open {
        return Err("no calendar has a date without a start");
    }
    let (first, after) = (event.days.first, event.days.last + 1);
    match (day(first), day(after)) {
        (Some(first), Some(after)) => Ok((first, after)),
        _ => Err("calendars know only the years 1 to 9999"),
    }
}

fn day(day: i64) -> Option<String> {
    let (year, month, day) = calendar::to_gregorian(day);
    (1..=9999).contains(&year).then(|| format!("{year:04}{month:02}{day:02}"))
}

fn entry(event: &Event, start: &str, end: &str) -> Vec<String> {
    let what = format!("{}: {}", date_in_words(event), event.words());
    vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{:016x}@decklint", hash(&format!("{}\n{what}", event.lane))),
        // The same deck gives the same calendar, so this is no clock's time.
        "DTSTAMP:19700101T000000Z".to_owned(),
        format!("DTSTART;VALUE=DATE:{start}"),
        format!("DTEND;VALUE=DATE:{end}"),
        format!(
            "SUMMARY:{}",
            escaped(if event.question.is_empty() { &what } else { &event.question })
        ),
        format!("DESCRIPTION:{}", escaped(&format!("{what}\n{}:{}", event.file, event.line))),
        format!("CATEGORIES:{}", escaped(&event.lane)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

/// FNV-1a: an identifier that stays the same from version to version.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    let text = text.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n");
    text.chars().filter(|c| !c.is_control()).collect()
}

/// A line with its ending; after 75 bytes it goes on in the next, which begins with a blank.
fn folded(line: &str) -> String {
    const MOST: usize = 75;
    let mut out = String::with_capacity(line.len() + 2);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > MOST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::super::tests::event;
    use super::*;

    #[test]
    fn a_day_ends_where_the_next_begins() {
        let calendar = write(&[event((1938, 9, 30), (1938, 9, 30), "Munich; who, when?")]);
        for line in [
            "DTSTART;VALUE=DATE:19380930\r\n",
            "DTEND;VALUE=DATE:19381001\r\n",
            "SUMMARY:Munich\\; who\\, when?\r\n",
            "CATEGORIES:Rome & Carthage\r\n",
        ] {
            assert!(calendar.text.contains(line), "{}", calendar.text);
        }
    }

    #[test]
    fn what_calendars_do_not_know_is_named() {
        let mut open = event((1938, 1, 1), (1938, 12, 31), "Who?");
        open.start = End::Open;
        let calendar = write(&[event((-489, 9, 12), (-489, 9, 12), "Marathon?"), open]);
        assert_eq!(
            calendar.left_out,
            [
                "a.deck:2: 12 Sep 490 BC: calendars know only the years 1 to 9999",
                "a.deck:2: until 1938: no calendar has a date without a start",
            ]
        );
        assert!(!calendar.text.contains("VEVENT"));
    }

    #[test]
    fn lines_are_folded_between_characters() {
        let folded = folded(&"é".repeat(100));
        assert!(folded.lines().all(|line| line.len() <= 75));
        assert_eq!(folded.replace("\r\n ", "").trim_end(), "é".repeat(100));
    }
}
