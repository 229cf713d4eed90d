//! Marks on the axis with names that are easy to read: from millennia to days.

use deck_dates::calendar;

use super::layout::Window;

/// 1 January 1970, as `deck-dates` counts days.
const EPOCH: i64 = 719_163;
const YEAR: f64 = 365.2425;
const MONTH: f64 = 30.4;
/// So many pixels a mark takes at least, its name included.
const APART: f64 = 110.0;

/// A mark on the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where it stands, in pixels.
    pub x: f64,
    /// What it says.
    pub name: String,
}

/// The marks of a window.
pub(super) fn ticks(window: &Window) -> Vec<Tick> {
    let most = (window.width / APART).floor();
    let days = named(window, most).into_iter();
    let ticks = days.map(|(day, name)| Tick { x: window.at(day), name });
    ticks.filter(|tick| tick.x >= 30.0 && tick.x <= window.width - 30.0).collect()
}

/// The least of some steps of which no more than `most` have room.
fn step(span: f64, most: f64, steps: &[u32]) -> u32 {
    let fits = |step: &&u32| span / f64::from(**step) <= most;
    steps.iter().find(fits).or(steps.last()).copied().unwrap_or(1)
}

fn named(window: &Window, most: f64) -> Vec<(f64, String)> {
    let span = window.upto - window.from;
    if span / YEAR > most / 3.0 {
        return years(window, year_step(span / YEAR, most));
    }
    if span / MONTH > most / 3.0 {
        return months(window, step(span / MONTH, most, &[1, 3, 6]));
    }
    days(window, i64::from(step(span, most, &[1, 2, 7, 14])))
}

/// 1, 2, 5, 10, 20, 50 …
fn year_step(years: f64, most: f64) -> i64 {
    let steps = (0..9).flat_map(|power| [1, 2, 5].map(|step| step * 10_i64.pow(power)));
    #[expect(clippy::cast_precision_loss, reason = "steps are small")]
    let mut fitting = steps.filter(|step| years / *step as f64 <= most);
    fitting.next().unwrap_or(1_000_000_000)
}

fn years(window: &Window, step: i64) -> Vec<(f64, String)> {
    let first = i64::from(date_of(window.from).0).div_euclid(step);
    let last = i64::from(date_of(window.upto).0).div_euclid(step);
    let named = (first..=last + 1).filter_map(|mark| {
        // There is no year 0 to put a round number on: 100 BC is the year -99.
        let year = mark * step + i64::from(step > 1 && mark <= 0);
        let year = i32::try_from(year).ok()?;
        Some((day_of(year, 1), year_name(year)))
    });
    named.collect()
}

fn months(window: &Window, step: u32) -> Vec<(f64, String)> {
    let (year, month, _) = date_of(window.from);
    let mut at = (year, u32::from(month - 1) / step * step);
    let mut named = Vec::new();
    loop {
        let month = u8::try_from(at.1 + 1).unwrap_or(1);
        let day = day_of(at.0, month);
        if day > window.upto {
            return named;
        }
        let year = year_name(at.0);
        named.push((day, if month == 1 { year } else { format!("{} {year}", month_name(month)) }));
        at = if at.1 + step > 11 { (at.0 + 1, 0) } else { (at.0, at.1 + step) };
    }
}

fn days(window: &Window, step: i64) -> Vec<(f64, String)> {
    let first = floor(window.from).div_euclid(step) + 1;
    let last = floor(window.upto).div_euclid(step);
    let named = (first..=last).map(|mark| {
        let (year, month, date) = calendar::to_gregorian(mark * step + EPOCH);
        (float(mark * step), format!("{date} {} {}", month_name(month), year_name(year)))
    });
    named.collect()
}

fn date_of(day: f64) -> (i32, u8, u8) {
    calendar::to_gregorian(floor(day) + EPOCH)
}

fn day_of(year: i32, month: u8) -> f64 {
    float(calendar::from_gregorian((year, month, 1)) - EPOCH)
}

fn month_name(month: u8) -> &'static str {
    let name = calendar::MONTHS.get(usize::from(month).saturating_sub(1));
    name.and_then(|name| name.get(..3)).unwrap_or_default()
}

fn year_name(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i64::from(year)) }
}

#[expect(clippy::cast_possible_truncation, reason = "days of years that a card can name")]
fn floor(day: f64) -> i64 {
    day.floor() as i64
}

#[expect(clippy::cast_precision_loss, reason = "days of years that a card can name")]
pub(super) fn float(day: i64) -> f64 {
    day as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(from: (i32, u8, u8), upto: (i32, u8, u8)) -> Vec<String> {
        let day = |date| float(calendar::from_gregorian(date) - EPOCH);
        let window = Window { from: day(from), upto: day(upto), width: 700.0 };
        ticks(&window).into_iter().map(|tick| tick.name).collect()
    }

    #[test]
    fn from_millennia_to_days() {
        assert_eq!(
            names((-2999, 1, 1), (2020, 1, 1)),
            ["3000 BC", "2000 BC", "1000 BC", "1", "1000", "2000"][1..5]
        );
        assert_eq!(names((1930, 6, 1), (1941, 6, 1)), ["1932", "1934", "1936", "1938", "1940"]);
        assert_eq!(
            names((1938, 11, 20), (1939, 3, 20)),
            ["Dec 1938", "1939", "Feb 1939", "Mar 1939"]
        );
        assert_eq!(
            names((1938, 9, 27), (1938, 10, 2)),
            ["28 Sep 1938", "29 Sep 1938", "30 Sep 1938", "1 Oct 1938"]
        );
        assert_eq!(names((-1, 1, 1), (3, 1, 1)), ["1 BC", "1", "2"]);
    }

    #[test]
    fn no_time_is_too_long() {
        let window = Window { from: -9e11, upto: 9e11, width: 1000.0 };
        assert!(ticks(&window).len() < 12);
    }
}
