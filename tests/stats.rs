//! `decklint stats` where a transcript would be too long: its page, and files that it writes.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const DECK: &str = "What is GDP?\n- What a country makes\n\nWhen did it begin?\n- In may 1935\n";

fn stats(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_decklint"))
        .args(["stats", "--isolated"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn page(folder: &Path) -> String {
    let ran = stats(folder, &["--format", "html"]);
    assert_eq!(ran.status.code(), Some(0), "{ran:?}");
    String::from_utf8(ran.stdout).unwrap()
}

fn json(folder: &Path) -> serde_json::Value {
    serde_json::from_slice(&stats(folder, &["--format", "json"]).stdout).unwrap()
}

#[test]
fn the_page_asks_nobody_for_anything_and_runs_nothing() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.deck"), DECK).unwrap();
    let page = page(folder.path());
    assert!(page.contains("<h1>2 cards in 1 deck</h1>"), "{page}");
    assert!(page.contains("default-src 'none'"), "{page}");
    for wanted_not in ["<script", "script-src", "http://", "https://", "url(", "@import"] {
        assert!(!page.contains(wanted_not), "{wanted_not}: {page}");
    }
    assert_eq!(page.matches("<table").count(), page.matches("<caption>").count());
    let row = "<th scope=\"row\" class=\"name\">with a date</th><td class=\"number\">1</td>\
               <td class=\"share\"><span>50%</span>";
    assert!(page.contains(row), "{page}");
}

#[cfg(unix)]
#[test]
fn what_a_file_is_called_is_text() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a\"<b>&\u{1b}[31m\n.deck"), DECK).unwrap();
    let page = page(folder.path());
    assert!(page.contains("a&quot;&lt;b&gt;&amp;?[31m .deck</th>"), "{page}");
}

/// Those with errors come before those with warnings, however many.
#[test]
fn decks_with_the_gravest_problems_come_first() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.deck", "What is GNP?\n- What its people make\n");
    write(
        "b.deck",
        "---\nlang: en\n---\nWhen was it?\n- In may 1936\n\nWhen did it end?\n- In may 1937\n",
    );
    write("c.deck", "What is GDP?\n");
    let page = page(folder.path());
    let at = |name: &str| page.find(&format!("{name}</th>")).unwrap();
    assert!(at("c.deck") < at("b.deck") && at("b.deck") < at("a.deck"), "{page}");
    let decks = &json(folder.path())["by_deck"];
    let names: Vec<_> = decks.as_array().unwrap().iter().map(|it| &it["file"]).collect();
    assert_eq!(names, ["a.deck", "b.deck", "c.deck"], "the order of their paths");
    assert_eq!((&decks[1]["warnings"], &decks[2]["errors"]), (&2.into(), &1.into()));
}

#[test]
fn figures_are_written_to_a_file_as_they_are_printed() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.deck"), DECK).unwrap();
    for format in ["text", "json", "html"] {
        let printed = stats(folder.path(), &["--format", format]).stdout;
        let ran = stats(folder.path(), &["--format", format, "--output", "figures"]);
        assert_eq!((ran.status.code(), ran.stdout.len()), (Some(0), 0), "{ran:?}");
        assert_eq!(fs::read(folder.path().join("figures")).unwrap(), printed, "{format}");
    }
}

/// Nor is one by `export`, or by a report.
#[test]
fn a_deck_is_not_written_over() {
    let folder = TempDir::new().unwrap();
    let deck = folder.path().join("a.deck");
    fs::write(&deck, DECK).unwrap();
    for arguments in [
        ["stats", "--format", "html", "--output", "./a.deck"].as_slice(),
        &["export", "--format", "html", "--output", "a.deck"],
        &["--format", "html=a.deck"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_decklint"));
        let ran = command.args(arguments).current_dir(folder.path()).output().unwrap();
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(ran.stderr).unwrap();
        assert!(said.contains("a.deck is a deck, and would be lost"), "{said}");
        assert_eq!(fs::read_to_string(&deck).unwrap(), DECK, "{arguments:?}");
    }
}

#[test]
fn without_decks_nothing_is_written() {
    let folder = TempDir::new().unwrap();
    let ran = stats(folder.path(), &["--format", "html", "--output", "figures.html"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(!folder.path().join("figures.html").exists());
    fs::write(folder.path().join("a.deck"), "").unwrap();
    assert!(page(folder.path()).contains("There are no cards yet."));
}

/// A list of words in Latin-1 is a file that nobody can read, root neither.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_named_on_the_page() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write("<i>/a.deck", DECK.as_bytes());
    write("<i>/decklint.toml", b"");
    write("<i>/.decklint-words", b"caf\xe9\n");
    let run = |format| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_decklint"));
        let ran = command.args(["stats", "--format", format]).current_dir(folder.path());
        let ran = ran.output().unwrap();
        assert_eq!(ran.status.code(), Some(2), "{ran:?}");
        let said = String::from_utf8(ran.stderr).unwrap();
        assert!(said.contains("cannot read <i>/.decklint-words"), "{said}");
        String::from_utf8(ran.stdout).unwrap()
    };
    let page = run("html");
    assert!(page.contains("<li><code>&lt;i&gt;/.decklint-words</code>: "), "{page}");
    assert!(page.contains("<h1>2 cards in 1 deck</h1>"), "{page}");
    let json: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(json["unread"][0]["file"], "<i>/.decklint-words");
}
