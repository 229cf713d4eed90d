//! Eight times as many places in one line take about eight times as long to be named. Two runs are
//! compared, not one with a clock: a slow machine is slow in both.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use deck_lint::{FileId, Workspace};
use deck_syntax::TextSize;

const FEW: u32 = 2_000;
const TIMES: u32 = 8;
/// What eight times as much may take: work that grows with the square would take 64 times as long.
const MOST: u32 = 20;
/// What is asked for again and again.
const PLACE: &str = "était là en 1936, où? ";

/// How long it takes to name so many places, which all lie in one line.
fn time(places: u32) -> Duration {
    let text = PLACE.repeat(places as usize);
    let workspace = Workspace::of_texts([(PathBuf::from("a.deck"), text.into_bytes())]);
    let file = workspace.file(FileId(0));
    let (bytes, characters) = (u32::from(TextSize::of(PLACE)), PLACE.chars().count());
    let start = Instant::now();
    for place in 0..places {
        let (line, column) = file.line_column(TextSize::new(bytes * place));
        assert_eq!((line, column), (1, place as usize * characters + 1));
    }
    start.elapsed()
}

#[test]
fn naming_places_of_one_line() {
    let mut shortest = [Duration::MAX; 2];
    for _ in 0..20 {
        shortest = [shortest[0].min(time(FEW)), shortest[1].min(time(FEW * TIMES))];
        if shortest[1] < shortest[0] * MOST {
            return;
        }
    }
    panic!("{:?} for {FEW} places, {:?} for {TIMES} times as many", shortest[0], shortest[1]);
}
