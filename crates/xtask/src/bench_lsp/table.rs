//! Figures as a table for a terminal.

use std::time::Duration;

use super::probe::Times;

/// The head of the table. Times are milliseconds.
pub(super) const HEAD: &str = "\
| server | file | first findings | whole workspace | key p50 | p99 | max | completion p50 | p99 | \
hover p50 | p99 | peak MB |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n";

/// One line a server and file.
pub(super) fn row(server: &str, file: &str, times: &Times) -> String {
    let of = |times: &[Duration], percent| shown(percentile(times, percent));
    let Times { first, whole, keys, completions, hovers, peak } = times;
    let peak = peak.map_or("-".to_owned(), |bytes| (bytes / 1_000_000).to_string());
    let cells = [
        server.to_owned(),
        file.to_owned(),
        shown(Some(*first)),
        shown(*whole),
        of(keys, 50),
        of(keys, 99),
        of(keys, 100),
        of(completions, 50),
        of(completions, 99),
        of(hovers, 50),
        of(hovers, 99),
        peak,
    ];
    format!("| {} |\n", cells.join(" | "))
}

fn shown(time: Option<Duration>) -> String {
    time.map_or("-".to_owned(), |time| format!("{:.2}", 1e3 * time.as_secs_f64()))
}

/// The time within which so many percent of all are done; the nearest one that was measured.
fn percentile(times: &[Duration], percent: usize) -> Option<Duration> {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get((times.len() * percent).div_ceil(100).saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        let times: Vec<_> = (1..=200).rev().map(Duration::from_millis).collect();
        assert_eq!(percentile(&times, 50), Some(Duration::from_millis(100)));
        assert_eq!(percentile(&times, 99), Some(Duration::from_millis(198)));
        assert_eq!(percentile(&times, 100), Some(Duration::from_millis(200)));
        assert_eq!(percentile(&[], 99), None);
    }
}
