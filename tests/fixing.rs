//! `--fix` changes what it should and nothing else, whatever happens meanwhile.
#![allow(clippy::unwrap_used)]

#[cfg(unix)]
#[path = "fixing/unix.rs"]
mod unix;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use tempfile::TempDir;

const WRONG: &str = "What grew?\n- Schools\n-Factories\n";
const RIGHT: &str = "What grew?\n- Schools\n- Factories\n";

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_decklint"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command
}

fn decklint(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
        + &String::from_utf8(output.stderr.clone()).unwrap()
}

/// Runs `git` as a person without any settings.
fn git(folder: &TempDir, arguments: &[&str]) {
    let done = Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=m"])
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn what_is_not_committed_is_left_alone() {
    let folder = folder(&[("kept.deck", WRONG), ("changed.deck", "What is it?\nThat\n")]);
    git(&folder, &["init"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-m", "Decks"]);
    fs::write(folder.path().join("changed.deck"), WRONG.replace("grew", "fell")).unwrap();
    fs::write(folder.path().join("new deck.deck"), WRONG.replace("grew", "rose")).unwrap();
    fs::write(folder.path().join("staged.deck"), WRONG.replace("grew", "sank")).unwrap();
    git(&folder, &["add", "staged.deck"]);

    let output = decklint(folder.path(), &["--fix"]);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains("left alone: changed.deck, which holds changes"), "{text}");
    assert!(text.contains("left alone: new deck.deck, which is not in Git yet"), "{text}");
    assert!(
        text.contains("left alone: staged.deck, which holds changes that are staged"),
        "{text}"
    );
    assert!(text.contains("put right: 1 problem: 1 malformed-bullet"), "{text}");
    assert_eq!(read(&folder, "kept.deck"), RIGHT);
    assert!(read(&folder, "changed.deck").contains("-Factories"));

    decklint(folder.path(), &["--fix", "--allow-staged"]);
    assert!(read(&folder, "staged.deck").contains("- Factories"));
    assert!(read(&folder, "new deck.deck").contains("-Factories"));

    let output = decklint(folder.path(), &["--fix", "--allow-dirty"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(read(&folder, "changed.deck").contains("- Factories"));
    assert!(read(&folder, "new deck.deck").contains("- Factories"));
}

#[test]
fn without_the_git_program_nothing_is_refused() {
    let folder = folder(&[("a.deck", WRONG), (".git/HEAD", "ref: refs/heads/m\n")]);
    let output = command(folder.path(), &["--fix"]).env("PATH", "").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(read(&folder, "a.deck"), RIGHT);
}

#[test]
fn fix_only_says_nothing_of_what_remains() {
    let folder = folder(&[("a.deck", &format!("{WRONG}\nWhat is GDP?\n"))]);
    let output = decklint(folder.path(), &["--fix-only"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(said(&output), "put right: 1 problem: 1 malformed-bullet\n");
    assert_eq!(read(&folder, "a.deck"), format!("{RIGHT}\nWhat is GDP?\n"));
}

/// A report that nobody would write is refused rather than missed later.
#[test]
fn what_shows_no_findings_writes_no_report() {
    let folder = folder(&[("a.deck", WRONG)]);
    for mode in ["--diff", "--fix-only"] {
        let output = decklint(folder.path(), &[mode, "--format", "json=report.json"]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("cannot be used with"), "{}", said(&output));
        assert_eq!(read(&folder, "a.deck"), WRONG);
    }
}

#[test]
fn unsafe_fixes_are_for_those_who_ask() {
    let twice = "What is GDP?\nOutput\n\nWhat is GDP?\nOutput\n";
    let folder = folder(&[("a.deck", twice)]);
    let select = ["--select", "duplicate-card"];
    decklint(folder.path(), &[&select[..], &["--fix"]].concat());
    assert_eq!(read(&folder, "a.deck"), twice);
    let alone = decklint(folder.path(), &["--unsafe-fixes"]);
    assert_eq!(alone.status.code(), Some(2), "{}", said(&alone));
    let shown = decklint(folder.path(), &[&select[..], &["--diff", "--unsafe-fixes"]].concat());
    assert_eq!(shown.status.code(), Some(1), "{}", said(&shown));
    assert_eq!(read(&folder, "a.deck"), twice);
    let output = decklint(folder.path(), &[&select[..], &["--fix", "--unsafe-fixes"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(read(&folder, "a.deck").matches("What is GDP?").count(), 1);
}

/// Whatever moment the power fails at, the file is the old one or the new one.
#[test]
fn killed_at_any_moment_it_leaves_the_old_or_the_new_file() {
    let cards = |bullet: &str| -> String {
        let cards: Vec<String> = (0..1_000)
            .map(|n| format!("What grew in {n}?\n- Schools\n{bullet}Factories\n\n"))
            .collect();
        cards.concat()
    };
    let (old, new) = (cards("-"), cards("- "));
    let folder = folder(&[("a.deck", &old)]);
    let path = folder.path().join("a.deck");
    let arguments = ["--fix-only", "--quiet", "--select", "malformed-bullet"];
    // On a machine that does other work, too, some runs take several times as long as others.
    let run = || {
        fs::write(&path, &old).unwrap();
        let started = Instant::now();
        assert_eq!(decklint(folder.path(), &arguments).status.code(), Some(0));
        started.elapsed()
    };
    let whole = (0..3).map(|_| run()).max().unwrap();
    let (mut olds, mut news) = (0, 0);
    for round in 0_u32..30 {
        fs::write(&path, &old).unwrap();
        let mut child = command(folder.path(), &arguments).spawn().unwrap();
        // It writes in the last part of the time it takes.
        std::thread::sleep(whole * (20 + 6 * round) / 100);
        child.kill().unwrap();
        child.wait().unwrap();
        let now = fs::read_to_string(&path).unwrap();
        assert!(now == old || now == new, "round {round}: {} bytes", now.len());
        olds += usize::from(now == old);
        news += usize::from(now == new);
    }
    assert!(olds > 0 && news > 0, "never killed in between: {olds} old, {news} new");
    // What a killed run left behind is no deck to the next.
    fs::write(folder.path().join(".abc.decklint-tmp"), WRONG).unwrap();
    fs::write(&path, RIGHT).unwrap();
    let output = decklint(folder.path(), &["--format", "concise"]);
    assert!(said(&output).contains("in 1 deck"), "{}", said(&output));
}

#[test]
fn two_runs_at_once_do_no_harm() {
    let old: String = (0..500).map(|n| WRONG.replace("grew", &format!("grew in {n}"))).collect();
    let folder = folder(&[("a.deck", &old)]);
    let arguments = ["--fix-only", "--select", "malformed-bullet"];
    let runs: Vec<_> =
        (0..4).map(|_| command(folder.path(), &arguments).spawn().unwrap()).collect();
    for mut run in runs {
        assert_eq!(run.wait().unwrap().code(), Some(0));
    }
    assert_eq!(read(&folder, "a.deck"), old.replace("-Factories", "- Factories"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing left behind");
}
