//! Figures as tables for a terminal.

use std::fmt::Write as _;
use std::time::Duration;

use super::contender::OURS;
use super::measure::{Cost, Sample};

/// What was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Input {
    pub(super) cards: usize,
    pub(super) bytes: u64,
}

/// One line a contender, with how many times as much as it decklint takes.
pub(super) fn comparison(samples: &[Sample], input: Input) -> String {
    let ours = samples.iter().find(|sample| sample.name == OURS);
    let size = megabytes(input.bytes);
    let mut out = format!(
        "{:<14} {:>8} {:>8} {:>8} {:>8}   {OURS} ÷ it: wall, cpu\n",
        "", "wall s", "cpu s", "MB/s", "peak MB"
    );
    for Sample { name, cost } in samples {
        let _ = write!(
            out,
            "{name:<14} {:>8.3} {:>8.3} {:>8.0} {:>8.1}",
            cost.wall.as_secs_f64(),
            cost.cpu.as_secs_f64(),
            size / cost.wall.as_secs_f64(),
            megabytes(cost.peak),
        );
        if let Some(ours) = ours {
            let wall = ratio(ours.cost.wall, cost.wall);
            let cpu = ratio(ours.cost.cpu, cost.cpu);
            let _ = write!(out, "   {wall:>19.2}, {cpu:.2}");
        }
        out.push('\n');
    }
    let _ = writeln!(out, "input: {size:.1} MB in {} cards", input.cards);
    if let Some(ours) = ours {
        let share = megabytes(ours.cost.peak) / size;
        let _ = writeln!(out, "{OURS}: {share:.1} bytes of memory for a byte of input");
    }
    out
}

/// One line a size.
pub(super) fn sizes(rows: &[(Input, Cost)]) -> String {
    let mut out = format!(
        "{:>9} {:>9} {:>8} {:>8} {:>12} {:>9} {:>13}\n",
        "cards", "input MB", "wall s", "cpu s", "wall µs/card", "peak MB", "memory/input"
    );
    for (input, cost) in rows {
        let size = megabytes(input.bytes);
        let peak = megabytes(cost.peak);
        let _ = writeln!(
            out,
            "{:>9} {size:>9.1} {:>8.3} {:>8.3} {:>12.2} {peak:>9.1} {:>13.1}",
            input.cards,
            cost.wall.as_secs_f64(),
            cost.cpu.as_secs_f64(),
            1e6 * cost.wall.as_secs_f64() / float(input.cards as u64),
            peak / size,
        );
    }
    out
}

fn megabytes(bytes: u64) -> f64 {
    float(bytes) / 1e6
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

#[expect(clippy::cast_precision_loss, reason = "no figure here comes near 2⁵²")]
fn float(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(milliseconds: u64) -> Cost {
        let time = Duration::from_millis(milliseconds);
        Cost { wall: time, cpu: time * 2, peak: 72_000_000 }
    }

    fn sample(name: &str, milliseconds: u64) -> Sample {
        Sample { name: name.to_owned(), cost: cost(milliseconds) }
    }

    #[test]
    fn a_comparison_relates_decklint_to_each() {
        let samples = [sample("wc -l", 10), sample(OURS, 250)];
        let text = comparison(&samples, Input { cards: 100_000, bytes: 36_000_000 });
        assert_eq!(
            text,
            "                 wall s    cpu s     MB/s  peak MB   decklint ÷ it: wall, cpu
wc -l             0.010    0.020     3600     72.0                 25.00, 25.00
decklint          0.250    0.500      144     72.0                  1.00, 1.00
input: 36.0 MB in 100000 cards
decklint: 2.0 bytes of memory for a byte of input
"
        );
    }

    #[test]
    fn without_decklint_nothing_is_related() {
        let text = comparison(&[sample("wc -l", 10)], Input { cards: 10, bytes: 3600 });
        assert!(text.ends_with("72.0\ninput: 0.0 MB in 10 cards\n"));
    }

    #[test]
    fn sizes_tell_what_a_card_costs() {
        let rows = [(Input { cards: 10_000, bytes: 3_600_000 }, cost(25))];
        assert!(sizes(&rows).contains("    10000       3.6    0.025    0.050         2.50"));
    }
}
