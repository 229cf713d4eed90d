//! Eight times as much text takes about eight times as long, whatever shape it has. Two runs are
//! compared, not one with a clock: a slow machine is slow in both.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use deck_ide::preview::{Gallery, timeline};
use deck_ide::timeline::events;
use deck_lint::{FileId, Live, Workspace};

const FEW: usize = 300;
const TIMES: usize = 8;
/// What eight times as much may take: work that grows with the square would take 64 times as long.
const MOST: f64 = 20.0;

fn one_line(dates: usize) -> String {
    let mut text = "What did he do?\n- ".to_owned();
    for date in 0..dates {
        let _ = write!(text, "on {} May {} he wrote, ", date % 28 + 1, 1800 + date % 200);
    }
    text + "\n"
}

fn many_lines(dates: usize) -> String {
    let lines = (0..dates).map(|date| format!("- in {} he wrote\n", 1800 + date % 200));
    format!("What did he do?{}?\n{}", " and why".repeat(dates), lines.collect::<String>())
}

fn many_sections(dates: usize) -> String {
    let parts: Vec<String> = (0..dates)
        .map(|date| format!("# Part {date}\n\nWhat began in {}?\nIt\n\n", 1800 + date))
        .collect();
    parts.concat()
}

fn alike(dates: usize) -> String {
    (0..dates).map(|_| "When did the war begin?\nOn 1 September 1939\n\n").collect()
}

fn opened(text: &str) -> Live {
    Live::new(Workspace::of_texts([(PathBuf::from("a.deck"), text.as_bytes().to_vec())]))
}

/// How many times as long the second takes. Each is run several times, turn and turn about, and the
/// shortest counts: what else the machine did is in the others.
fn ratio(few: &Live, many: &Live, work: &dyn Fn(&Live)) -> f64 {
    let run = |live: &Live| {
        let start = Instant::now();
        work(live);
        start.elapsed().as_secs_f64()
    };
    let mut shortest = [f64::MAX; 2];
    for _ in 0..20 {
        shortest = [shortest[0].min(run(few)), shortest[1].min(run(many))];
        if shortest[1] < shortest[0] * MOST {
            break;
        }
    }
    shortest[1] / shortest[0]
}

fn grows_with_the_text(what: &str, work: &dyn Fn(&Live)) {
    for (shape, make) in [
        ("one line", one_line as fn(usize) -> String),
        ("many lines", many_lines),
        ("many sections", many_sections),
        ("cards that are alike", alike),
    ] {
        let (few, many) = (opened(&make(FEW)), opened(&make(FEW * TIMES)));
        let ratio = ratio(&few, &many, work);

        assert!(
            ratio < MOST,
            "{what} of {shape}: {ratio:.1} times as long for {TIMES} times as many"
        );
    }
}

#[test]
fn finding_events() {
    grows_with_the_text("events", &|live| {
        let files = live.workspace().selected().map(|(_, file)| file);
        assert!(!events(files, &|path: &Path| path.display().to_string()).is_empty());
    });
}

#[test]
fn drawing_a_page() {
    grows_with_the_text("page", &|live| {
        let files: Vec<FileId> = live.workspace().selected().map(|(file, _)| file).collect();
        let picture = Gallery::default().picture(live, &files);
        assert!(!timeline(live, &picture).entries.is_empty());
    });
}
