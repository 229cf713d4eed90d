//! Reports of much.

use std::fmt::Write as _;
use std::path::Path;

use tempfile::TempDir;

use super::repository::{decklint, write, write_all};

/// A folder with `decks` decks of `hints` hints each; the last has an error too.
fn many(decks: usize, hints: usize) -> TempDir {
    let folder = TempDir::new().unwrap();
    for number in 0..decks {
        let mut text = String::from("---\nlang: en\n---\n\n");
        for card in 0..hints {
            write!(text, "Was it {card} at {number}?\nYes\n\n").unwrap();
        }
        if number + 1 == decks {
            text.push_str("What was king <b>12</b> called?\n");
        }
        write(&folder.path().join(format!("{number:03}.deck")), text.as_bytes());
    }
    folder
}

const RULES: [&str; 2] = ["--select", "yes-no-question,missing-answer"];

fn said(folder: &Path, format: &str) -> String {
    let arguments = [&RULES[..], &["--isolated", "--format", format]].concat();
    String::from_utf8(decklint(folder, &arguments).stdout).unwrap()
}

#[test]
fn a_summary_fits_into_a_comment_and_names_what_is_gravest() {
    let folder = many(40, 30);
    let summary = said(folder.path(), "markdown");
    assert!(summary.len() < 65_536 && summary.len() > 50_000, "{}", summary.len());
    assert!(summary.starts_with("## decklint: 1 error, 1200 hints\n"));
    assert!(summary.contains("| hint | `yes-no-question` | 1200 |"));
    assert!(summary.contains("**error**: this question has no answer"), "though it is last");
    assert_eq!(summary.matches("<details>").count(), summary.matches("</details>").count());
    let shown = summary.matches("\n- line ").count();
    let last = summary.lines().last().unwrap();
    assert_eq!(last, format!("{} more findings: too many for this report.", 1201 - shown));
}

#[test]
fn github_is_told_how_many_it_will_not_show() {
    let of = |hints| said(many(1, hints).path(), "github");
    assert!(!of(10).contains("GitHub shows"));
    let more = of(13);
    assert_eq!(more.matches("\n::notice ").count(), 13 - 1, "after the first line");
    let last = more.lines().last().unwrap();
    assert!(last.contains("so 3 of these stand only here"), "{last}");
}

#[test]
fn every_fault_can_be_reported() {
    let faults = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../decks/faults");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reports-of-faults");
    let ran = write_all(&faults, &out, &["--isolated", "."]);
    assert_eq!(ran.status.code(), Some(1), "{}", String::from_utf8_lossy(&ran.stderr));
}
