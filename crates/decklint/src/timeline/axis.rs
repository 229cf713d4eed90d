//! Steps of years that are easy to read.

use deck_dates::calendar;

use super::Event;

/// The years of the first and the last day of any event; `None` if there is none.
pub(super) fn years(events: &[Event]) -> Option<(i32, i32)> {
    let first = events.iter().map(|event| event.days.first).min()?;
    let last = events.iter().map(|event| event.days.last).max()?;
    Some((calendar::to_gregorian(first).0, calendar::to_gregorian(last).0))
}

/// The least of some steps with which no more than `most` of them lie between two years.
pub(super) fn step((first, last): (i32, i32), most: i64, steps: &[i64]) -> i64 {
    let count = |step: i64| bin(last, step) - bin(first, step) + 1;
    let mut scale = 1;
    loop {
        if let Some(step) = steps.iter().map(|step| step * scale).find(|step| count(*step) <= most)
        {
            return step;
        }
        scale *= steps.last().copied().unwrap_or(10).max(10);
    }
}

/// The number of the step that a year lies in, as people count: with steps of a hundred years, 0 is
/// 1 to 99, 1 is the 100s, -1 is 99 to 1 BC and -2 is the 100s BC.
pub(super) fn bin(year: i32, step: i64) -> i64 {
    let year = i64::from(year);
    if year > 0 || step == 1 { year / step } else { -((1 - year) / step) - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_fit() {
        assert_eq!(step((1914, 1939), 30, &[1, 10, 100]), 1);
        assert_eq!(step((1789, 1939), 30, &[1, 10, 100]), 10);
        assert_eq!(step((-489, 1939), 30, &[1, 10, 100]), 100);
        assert_eq!((bin(1, 100), bin(0, 100), bin(-98, 100), bin(-99, 100)), (0, -1, -1, -2));
        assert_eq!((bin(1, 1), bin(0, 1), bin(-1, 1)), (1, 0, -1));
        assert_eq!(step((i32::MIN, i32::MAX), 30, &[1, 10, 100]), 1_000_000_000);
    }
}
