//! `--watch` follows what people and editors do to files.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{BufRead as _, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use tempfile::TempDir;

/// A running `decklint --watch`, and the lines it prints.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Watching {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_decklint"))
            .args(["--watch", "--format", "concise", "."])
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = channel();
        let stdout: Box<dyn Read + Send> = Box::new(child.stdout.take().unwrap());
        let stderr: Box<dyn Read + Send> = Box::new(child.stderr.take().unwrap());
        for stream in [stdout, stderr] {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        Self { child, lines }
    }

    /// Waits for a line with these words in it. Lines of standard output and standard error come in
    /// any order: a step waits for one of them only.
    fn expect(&self, words: &str) {
        let mut before = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(Duration::from_secs(20)) {
            assert!(!line.contains('\u{1b}'), "no terminal is cleared where there is none: {line}");
            if line.contains(words) {
                return;
            }
            before.push(line);
        }
        panic!("no `{words}` after {before:#?}");
    }
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn what_changes_is_checked_again() {
    let folder = folder(&[("a.deck", "What is GDP?\n"), ("b.deck", "What grew?\nSchools\n")]);
    let path = |name: &str| folder.path().join(name);
    let watching = Watching::start(folder.path());
    watching.expect("found 1 error: 2 cards in 2 decks");

    fs::write(path("a.deck"), "What is GDP?\nOutput\n").unwrap();
    watching.expect("nothing found: 2 cards in 2 decks");

    // As editors save: written beside it, and renamed.
    fs::write(path(".a.deck.new"), "What is GDP?\nOutput\n\nWhat grew?\nSchools\n").unwrap();
    fs::rename(path(".a.deck.new"), path("a.deck")).unwrap();
    watching.expect("b.deck:1:1: error: this card stands twice");

    fs::remove_file(path("b.deck")).unwrap();
    watching.expect("nothing found: 2 cards in 1 deck");
    fs::rename(path("a.deck"), path("c.deck")).unwrap();
    watching.expect("nothing found: 2 cards in 1 deck");
    fs::write(path("c.deck"), "What is inflation?\n").unwrap();
    watching.expect("c.deck:1:1: error");

    // A folder that was not there, and a deck in it some time later.
    fs::create_dir(path("new")).unwrap();
    std::thread::sleep(Duration::from_millis(500));
    fs::write(path("new/d.deck"), "What is a tariff?\n").unwrap();
    watching.expect("new/d.deck:1:1: error");
}

#[test]
fn a_configuration_is_followed_and_may_be_nonsense_for_a_while() {
    let folder = folder(&[("a.deck", "What is GDP?\n"), ("decklint.toml", "")]);
    let config = folder.path().join("decklint.toml");
    let watching = Watching::start(folder.path());
    watching.expect("a.deck:1:1: error");
    fs::write(&config, "[rules]\nmissing-answer = \"hint\"\n").unwrap();
    watching.expect("a.deck:1:1: hint");
    fs::write(&config, "[rules\n").unwrap();
    watching.expect("decklint.toml:1:");
    fs::write(&config, "[rules]\nmissing-answer = \"warning\"\n").unwrap();
    watching.expect("a.deck:1:1: warning");
    // All decks go, and one comes back.
    fs::remove_file(folder.path().join("a.deck")).unwrap();
    watching.expect("no decks in .");
    fs::write(folder.path().join("a.deck"), "What is GDP?\n").unwrap();
    watching.expect("a.deck:1:1: warning");
}

/// A shared configuration lies beside the decks' folder, with files that are nobody's business.
#[test]
fn what_a_configuration_extends_is_followed_wherever_it_is() {
    let around = folder(&[("shared.toml", "[rules]\nmissing-answer = \"hint\"\n")]);
    let decks = around.path().join("decks");
    fs::create_dir(&decks).unwrap();
    fs::write(decks.join("a.deck"), "What is GDP?\n").unwrap();
    fs::write(decks.join("decklint.toml"), "extends = \"../shared.toml\"\n").unwrap();
    let watching = Watching::start(&decks);
    watching.expect("found 1 hint");
    std::thread::sleep(Duration::from_millis(200));
    let _ = watching.lines.try_iter().count();

    fs::write(around.path().join("b.deck"), "What is it?\n").unwrap();
    fs::write(around.path().join("other.toml"), "[rules\n").unwrap();
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(watching.lines.try_iter().collect::<Vec<_>>(), [""; 0]);

    let shared = |text: &str| fs::write(around.path().join("shared.toml"), text).unwrap();
    shared("[rules]\nmissing-answer = \"warning\"\n");
    watching.expect("a.deck:1:1: warning");
    shared("[rules\n");
    watching.expect("shared.toml:1:");
    shared("[rules]\nmissing-answer = \"error\"\n");
    watching.expect("a.deck:1:1: error");
}

/// Systems tell of files that are read, too: reading everything anew must not make it be read anew.
#[test]
fn where_nothing_changes_nothing_is_said() {
    let folder = folder(&[
        ("a.deck", "What is GDP?\n"),
        ("decklint.toml", ""),
        ("README.md", "# Read me\n\nThis is no deck.\n"),
    ]);
    let watching = Watching::start(folder.path());
    watching.expect("found 1 error: 1 card");
    fs::create_dir(folder.path().join("new")).unwrap();
    fs::write(folder.path().join("new/b.deck"), "What is it?\nThat\n").unwrap();
    watching.expect("found 1 error: 2 cards in 2 decks");
    std::thread::sleep(Duration::from_secs(1));
    let _ = watching.lines.try_iter().count();
    let _ = fs::read(folder.path().join("decklint.toml")).unwrap();
    let _ = fs::read_dir(folder.path()).unwrap().count();
    std::thread::sleep(Duration::from_secs(1));
    let more: Vec<String> = watching.lines.try_iter().collect();
    assert_eq!(more, [""; 0]);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_well() {
    let folder = folder(&[("a.deck", "What is GDP?\n")]);
    let mut watching = Watching::start(folder.path());
    watching.expect("found 1 error");
    let pid = watching.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(watching.child.wait().unwrap().code(), Some(0));
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let folder = folder(&[("a.deck", "What is GDP?\n")]);
    for arguments in
        [&["--watch", "-"][..], &["--watch", "--format", "json"], &["--watch", "--fix"]]
    {
        let done = Command::new(env!("CARGO_BIN_EXE_decklint"))
            .args(arguments)
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
    }
}
