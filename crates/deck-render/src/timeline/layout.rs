//! Where things stand in the picture, in pixels. `page/layout.js` says the same.

use super::ticks::{self, Tick, float};
use super::{End, Timeline, TimelineEntry, width};

/// Free room at the sides.
const MARGIN: f64 = 12.0;
/// How high the axis is.
pub(super) const AXIS: f64 = 26.0;
/// How high the name of a lane is.
const HEAD: f64 = 26.0;
/// How high a row of marks is.
const ROW: f64 = 22.0;
/// What stands below the last row of a lane.
const FOOT: f64 = 6.0;
/// More rows than that nobody looks through: what is left has its mark in one more row, and its words
/// when somebody comes nearer or points at it.
const ROWS: usize = 40;
/// What is narrower is a dot.
const DOT: f64 = 9.0;
/// Half of a dot.
pub(super) const RADIUS: f64 = 5.0;
/// How far a bar without an end goes on.
const OPEN: f64 = 36.0;
/// Between a mark and its label.
const GAP: f64 = 5.0;
/// Between a label and the next mark.
const REST: f64 = 8.0;

/// How much of the picture's width a label takes at most: less than half, so that a dot has room for
/// it on one side or the other.
const PART: f64 = 0.45;

/// The time that is looked at, in days from 1 January 1970, and how wide the picture is.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub upto: f64,
    /// How wide the picture is, in pixels.
    pub width: f64,
}

impl Window {
    /// A window that shows all, with a little room on both sides.
    pub fn whole(timeline: &Timeline, width: f64) -> Self {
        let first = timeline.entries.iter().map(|entry| entry.first).min();
        let last = timeline.entries.iter().map(|entry| entry.last).max();
        let Some((first, last)) = first.zip(last) else {
            return Self { from: -365.0, upto: 365.0, width };
        };
        let room = float(last - first) / 20.0 + 30.0;
        Self { from: float(first) - room, upto: float(last) + room, width }
    }

    /// Where a day stands.
    pub(super) fn at(&self, day: f64) -> f64 {
        MARGIN + (day - self.from) * (self.width - 2.0 * MARGIN) / (self.upto - self.from)
    }
}

/// Where things stand.
#[derive(Debug)]
pub struct Layout<'t> {
    /// The marks on the axis.
    pub ticks: Vec<Tick>,
    /// The lanes, one below the other.
    pub lanes: Vec<Lane<'t>>,
    /// How high all is, without the axis.
    pub height: f64,
}

/// The entries of a section.
#[derive(Debug)]
pub struct Lane<'t> {
    /// Its name.
    pub name: &'t str,
    /// Where it begins, below the axis.
    pub top: f64,
    /// Its entries.
    pub marks: Vec<Mark<'t>>,
    /// For each row where it is free again.
    rows: Vec<f64>,
    /// Whether there are marks for whose words there is no room.
    is_crowded: bool,
}

/// An entry with its place.
#[derive(Debug)]
pub struct Mark<'t> {
    /// The entry.
    pub entry: &'t TimelineEntry,
    /// Where it begins.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// Its row, counted from the top of its lane.
    pub row: usize,
    /// Its words, where they have room.
    pub label: Option<Label>,
}

/// The words at a mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Its words.
    pub text: String,
    /// Where they begin, or end if they stand before the mark.
    pub x: f64,
    /// Where they stand.
    pub side: Side,
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Behind the mark.
    After,
    /// Before it.
    Before,
    /// Above it, where there is room neither behind it nor before it.
    On,
}

impl<'t> Layout<'t> {
    /// The layout of what lies in a window.
    pub fn of(timeline: &'t Timeline, window: &Window) -> Self {
        let mut lanes: Vec<Lane<'t>> = timeline.lanes.iter().map(|name| Lane::new(name)).collect();
        for entry in &timeline.entries {
            let is_seen = float(entry.last + 1) >= window.from && float(entry.first) <= window.upto;
            if let Some(lane) = lanes.get_mut(entry.lane).filter(|_| is_seen) {
                lane.add(entry, window);
            }
        }
        let mut height = 0.0;
        for lane in &mut lanes {
            lane.top = height;
            height += lane.height();
        }
        Self { ticks: ticks::ticks(window), lanes, height }
    }
}

impl<'t> Lane<'t> {
    fn new(name: &'t str) -> Self {
        Self { name, top: 0.0, marks: Vec::new(), rows: Vec::new(), is_crowded: false }
    }

    fn height(&self) -> f64 {
        let rows = self.rows.len() + usize::from(self.is_crowded);
        HEAD + float_of(rows.max(1)) * ROW + FOOT
    }

    /// The middle of a mark's row, below the axis.
    pub fn y(&self, mark: &Mark<'_>) -> f64 {
        self.top + HEAD + (float_of(mark.row) + 0.5) * ROW
    }

    fn add(&mut self, entry: &'t TimelineEntry, window: &Window) {
        let (left, right) = extent(entry, window);
        let (label, (from, upto)) = labelled(entry, (left, right), window.width);
        let free = self.rows.iter().position(|end| *end <= from).unwrap_or(self.rows.len());
        if free == ROWS {
            self.is_crowded = true;
            return self.marks.push(Mark { entry, left, right, row: ROWS, label: None });
        }
        match self.rows.get_mut(free) {
            Some(end) => *end = upto,
            None => self.rows.push(upto),
        }
        self.marks.push(Mark { entry, left, right, row: free, label: Some(label) });
    }
}

impl Mark<'_> {
    /// Whether it is too short for a bar.
    pub fn is_dot(&self) -> bool {
        self.right - self.left <= 2.0 * RADIUS
    }
}

/// Where the mark of an entry begins and ends.
fn extent(entry: &TimelineEntry, window: &Window) -> (f64, f64) {
    let open = |end| if end == End::Open { OPEN } else { 0.0 };
    let left = window.at(float(entry.first)) - open(entry.start);
    let right = window.at(float(entry.last + 1)) + open(entry.end);
    if right - left >= DOT + 2.0 {
        return (left, right);
    }
    let middle = f64::midpoint(left, right);
    (middle - RADIUS, middle + RADIUS)
}

/// What stands at a mark, behind it, before it or above it; and what both take of their row.
fn labelled(entry: &TimelineEntry, (left, right): (f64, f64), width: f64) -> (Label, (f64, f64)) {
    let (text, room) = cut(entry.whole_label(), PART * width - 2.0 * GAP);
    if right + GAP + room <= width - GAP {
        let x = right + GAP;
        return (Label { text, x, side: Side::After }, (left - 2.0, x + room + REST));
    }
    if left - GAP - room >= GAP {
        let x = left - GAP;
        return (Label { text, x, side: Side::Before }, (x - room, right + REST));
    }
    let x = left.min(width - GAP - room).max(GAP);
    (Label { text, x, side: Side::On }, (left.min(x), right.max(x + room) + REST))
}

/// A label that is no wider than it may be, and how wide it is.
fn cut(text: String, most: f64) -> (String, f64) {
    let room = f64::from(width(&text));
    if room <= most {
        return (text, room);
    }
    let letters = float_of(text.chars().count());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few letters")]
    let kept = (letters * most / room).floor().max(2.0) as usize - 1;
    let kept: String = text.chars().take(kept).collect();
    (format!("{}…", kept.trim_end()), most)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of rows and letters")]
fn float_of(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::super::entry;
    use super::*;

    fn timeline(entries: Vec<TimelineEntry>) -> Timeline {
        Timeline { lanes: vec!["One".to_owned(), "Two".to_owned()], entries }
    }

    /// The row of each mark, and what it takes of it.
    fn boxes(lane: &Lane<'_>) -> Vec<(usize, f64, f64)> {
        let of = |mark: &Mark<'_>| {
            let Some(label) = &mark.label else { return (mark.row, mark.left, mark.right) };
            let room = f64::from(width(&label.text));
            let x = if label.side == Side::Before { label.x - room } else { label.x };
            (mark.row, mark.left.min(x), mark.right.max(x + room))
        };
        lane.marks.iter().map(of).collect()
    }

    #[test]
    fn nothing_overlaps_and_nothing_leaves_the_picture() {
        let all = timeline((0..90).map(|year| entry(year * 365, year * 365 + 364, 0)).collect());
        for width in [320.0, 1000.0] {
            let layout = Layout::of(&all, &Window::whole(&all, width));
            let boxes = boxes(&layout.lanes[0]);
            for (index, (row, from, upto)) in boxes.iter().enumerate() {
                assert!(*from >= 0.0 && *upto <= width, "{from} {upto}");
                // Marks without words may lie on each other: they are in a row of their own.
                let same = boxes[..index].iter().filter(|it| it.0 == *row && *row < ROWS);
                for other in same {
                    assert!(other.2 <= *from + 0.01, "{other:?} {from}");
                }
            }
        }
    }

    #[test]
    fn many_at_once_are_marks_without_words() {
        let all = timeline((0..500).map(|_| entry(0, 0, 1)).collect());
        let layout = Layout::of(&all, &Window::whole(&all, 1000.0));
        assert_eq!(layout.lanes[1].marks.iter().filter(|mark| mark.label.is_some()).count(), ROWS);
        assert_eq!(layout.lanes[1].marks.len(), 500);
        assert!(layout.height < 1000.0, "{}", layout.height);
        assert!(layout.lanes[0].marks.is_empty());
    }

    #[test]
    fn only_what_lies_in_the_window_is_shown() {
        let all = timeline(vec![entry(0, 10, 0), entry(500, 510, 0), entry(900, 910, 0)]);
        let layout = Layout::of(&all, &Window { from: 400.0, upto: 600.0, width: 1000.0 });
        assert_eq!(layout.lanes[0].marks.len(), 1);
    }
}
