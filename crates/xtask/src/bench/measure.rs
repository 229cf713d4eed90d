//! Time and memory of child processes.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4 as _;

use super::contender::Contender;
use crate::Result;

/// What one run took, or the medians of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cost {
    /// From start to exit.
    pub(super) wall: Duration,
    /// User and system time of all threads.
    pub(super) cpu: Duration,
    /// Largest resident size in bytes. The kernel counts the moment of the fork, too, so it is
    /// never below what this program itself takes, a few megabytes.
    pub(super) peak: u64,
}

/// A contender's name and what it took.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) name: String,
    pub(super) cost: Cost,
}

impl Cost {
    /// The median of each figure; zero where there is none.
    pub(super) fn median(costs: &[Self]) -> Self {
        Self {
            wall: median(costs.iter().map(|cost| cost.wall)),
            cpu: median(costs.iter().map(|cost| cost.cpu)),
            peak: median(costs.iter().map(|cost| cost.peak)),
        }
    }
}

/// The middle of the values; of an even number, the lower one of the two in the middle.
fn median<T: Ord + Default>(values: impl Iterator<Item = T>) -> T {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    let middle = values.len().saturating_sub(1) / 2;
    values.into_iter().nth(middle).unwrap_or_default()
}

/// Runs a command to its end and drops what it prints.
///
/// # Errors
///
/// Where it does not start, or ends with a code that is not one of `codes`.
pub(super) fn run(command: &mut Command, codes: &[i32]) -> Result<Cost> {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    // Read and dropped, not sent to the null device: grep notices that one, and stops at a file's
    // first match.
    if let Some(mut output) = child.stdout.take() {
        io::copy(&mut output, &mut io::sink())?;
    }
    let used = child.wait4()?;
    let wall = start.elapsed();
    match used.status.code() {
        Some(code) if codes.contains(&code) => {}
        _ => return Err(format!("{command:?} failed with {}", used.status).into()),
    }
    let cpu = used.rusage.utime + used.rusage.stime;
    Ok(Cost { wall, cpu, peak: used.rusage.maxrss })
}

/// Runs all contenders once, then all of them again, and so on; gives the medians.
pub(super) fn in_turn(contenders: &[Contender], folder: &Path, rounds: u16) -> Result<Vec<Sample>> {
    let mut costs = vec![Vec::new(); contenders.len()];
    for _ in 0..rounds {
        for (contender, costs) in contenders.iter().zip(&mut costs) {
            costs.push(run(&mut contender.command(folder), contender.codes)?);
        }
    }
    let samples = contenders.iter().zip(&costs);
    Ok(samples
        .map(|(contender, costs)| Sample {
            name: contender.name.clone(),
            cost: Cost::median(costs),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median([5, 1, 9].into_iter()), 5);
        assert_eq!(median([5, 1, 9, 7].into_iter()), 5);
        assert_eq!(median(std::iter::empty::<u64>()), 0);
    }

    #[test]
    fn a_command_that_fails_is_no_sample() {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg("--no-such-flag").stderr(std::process::Stdio::null());
        assert!(run(&mut command, &[0]).is_err());
    }
}
