//! A bar while decks are being read, where someone watches and it takes a while.

use std::io::IsTerminal as _;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How long nothing is shown, since most work is done by then.
const PATIENCE: Duration = Duration::from_millis(500);

/// A progress bar on standard error.
pub(crate) struct Progress {
    started: Instant,
    watched: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts watching the time.
    pub(crate) fn new(quiet: bool) -> Self {
        let watched = !quiet && std::io::stderr().is_terminal();
        Self { started: Instant::now(), watched, bar: OnceLock::new() }
    }

    /// `done` of `total` files are read.
    pub(crate) fn update(&self, done: usize, total: usize) {
        if !self.watched || self.started.elapsed() < PATIENCE {
            return;
        }
        let bar = self.bar.get_or_init(|| bar(total as u64));
        bar.set_position(done as u64);
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: u64) -> ProgressBar {
    let template = "reading decks {wide_bar} {pos}/{len}";
    let style =
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(total).with_style(style)
}
