//! Where things stand in the picture, in pixels.

use deck_dates::{Context, calendar};
use deck_ide::timeline::date_in_words;

use super::super::Event;
use crate::wording::on_one_line;

/// How wide the picture is.
pub(super) const WIDTH: i64 = 1000;
/// Free room at its sides and its foot.
pub(super) const MARGIN: i64 = 16;
/// How high a row of marks is.
pub(super) const ROW: i64 = 20;
/// How high the name of a lane is.
pub(super) const LANE_HEAD: i64 = 26;
/// About how wide a letter is.
const LETTER: i64 = 7;
/// Letters of a date and its text, at most.
const LONGEST: usize = 60;
/// What is narrower is a dot.
const DOT: i64 = 10;

/// Days into pixels.
pub(super) struct Scale {
    first: i64,
    days: i64,
}

impl Scale {
    /// A scale that all events fit on, with a little room on both sides.
    pub(super) fn of(events: &[Event]) -> Self {
        let first = events.iter().map(|event| event.days.first).min().unwrap_or(0);
        let last = events.iter().map(|event| event.days.last).max().unwrap_or(0);
        let room = (last - first) / 40 + 1;
        Self { first: first - room, days: (last - first) + 2 * room }
    }

    fn at(&self, day: i64) -> i64 {
        MARGIN + (day - self.first) * (WIDTH - 2 * MARGIN) / self.days
    }

    /// Where a year begins, if that is in the picture.
    pub(super) fn year(&self, year: i32) -> Option<i64> {
        let day = calendar::from_gregorian((year, 1, 1));
        let shown = (self.first..=self.first + self.days).contains(&day);
        shown.then(|| self.at(day))
    }
}

/// The events of a section.
pub(super) struct Lane<'e> {
    pub(super) name: &'e str,
    pub(super) marks: Vec<Mark<'e>>,
    rows: i64,
}

impl Lane<'_> {
    /// How high it is.
    pub(super) fn height(&self) -> i64 {
        LANE_HEAD + self.rows * ROW + 6
    }
}

/// An event with its place.
pub(super) struct Mark<'e> {
    pub(super) event: &'e Event,
    /// Counted from the top of the lane.
    pub(super) row: i64,
    pub(super) from: i64,
    pub(super) upto: i64,
    /// Its date, in words.
    pub(super) date: String,
    /// What happened, in words.
    pub(super) text: String,
    pub(super) text_at: i64,
    /// Whether the text ends there, since there is no room behind the mark.
    pub(super) text_before: bool,
    /// How wide date and text are, about.
    width: i64,
}

impl<'e> Mark<'e> {
    fn new(event: &'e Event, scale: &Scale) -> Self {
        let (from, upto) = (scale.at(event.days.first), scale.at(event.days.last + 1));
        let asks = event.question.ends_with('?');
        let told = asks && !is_only_date(&event.answer);
        let date = date_in_words(event);
        let room = LONGEST.saturating_sub(date.chars().count());
        let text = on_one_line(if told { &event.answer } else { &event.question }, room);
        let width = width_of(&date) + LETTER + width_of(&text);
        let text_before = upto + width + DOT > WIDTH && from - width > DOT;
        let text_at = if text_before { from - DOT } else { upto + DOT };
        Self { event, row: 0, from, upto, date, text, text_at, text_before, width }
    }

    /// Whether it is too short for a bar.
    pub(super) fn is_dot(&self) -> bool {
        self.upto - self.from < DOT
    }

    /// What it takes of its row, its text included.
    fn extent(&self) -> (i64, i64) {
        let width = self.width;
        if self.text_before {
            (self.text_at - width, self.upto + DOT)
        } else {
            (self.from - DOT, self.text_at + width)
        }
    }
}

/// Whether an answer is a date and nothing else, which the picture shows already.
fn is_only_date(answer: &str) -> bool {
    let mut rest = answer.to_owned();
    for date in deck_dates::find(answer, &Context::default()).iter().rev() {
        rest.replace_range(std::ops::Range::<usize>::from(date.range), "");
    }
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| matches!(word, "In" | "in" | "On" | "on" | "From" | "from" | "The" | "the"))
}

fn width_of(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(0) * LETTER
}

/// The events section by section, in the order of their first events; in a lane each in the first
/// row that is free there.
pub(super) fn lanes<'e>(events: &'e [Event], scale: &Scale) -> Vec<Lane<'e>> {
    let mut lanes: Vec<Lane<'e>> = Vec::new();
    for event in events {
        let mark = Mark::new(event, scale);
        match lanes.iter_mut().find(|lane| lane.name == event.lane) {
            Some(lane) => lane.marks.push(mark),
            None => lanes.push(Lane { name: &event.lane, marks: vec![mark], rows: 0 }),
        }
    }
    lanes.iter_mut().for_each(place);
    lanes
}

fn place(lane: &mut Lane<'_>) {
    // For each row what is taken of it.
    let mut rows: Vec<Vec<(i64, i64)>> = Vec::new();
    for mark in &mut lane.marks {
        let (from, upto) = mark.extent();
        let is_free = |row: &Vec<(i64, i64)>| row.iter().all(|it| it.1 <= from || upto <= it.0);
        let row = rows.iter().position(is_free).unwrap_or(rows.len());
        if row == rows.len() {
            rows.push(Vec::new());
        }
        rows[row].push((from, upto));
        mark.row = i64::try_from(row).unwrap_or(0);
    }
    lane.rows = i64::try_from(rows.len()).unwrap_or(0);
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::event;
    use super::*;

    #[test]
    fn nothing_overlaps_and_nothing_leaves_the_picture() {
        let events: Vec<Event> = (1900..1990)
            .map(|year| event((year, 1, 1), (year, 12, 31), "What happened in that year?"))
            .collect();
        let scale = Scale::of(&events);
        let lanes = lanes(&events, &scale);
        assert_eq!(lanes.len(), 1);
        let marks = &lanes[0].marks;
        for (index, mark) in marks.iter().enumerate() {
            let (from, upto) = mark.extent();
            assert!(from >= 0 && upto <= WIDTH, "{from} {upto}");
            for other in marks[..index].iter().filter(|other| other.row == mark.row) {
                assert!(other.extent().1 <= from || upto <= other.extent().0);
            }
        }
    }
}
