//! Commands whose output is too long for a transcript.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

fn decklint(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_decklint"))
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn init_writes_a_configuration_that_changes_nothing() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.deck"), "What is GDP?\n").unwrap();
    let before = printed(&decklint(&folder, &["--format", "json"]));
    assert_eq!(decklint(&folder, &["init"]).status.code(), Some(0));
    let path = folder.path().join("decklint.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(printed(&decklint(&folder, &["--format", "json"])), before);
    // With every setting's comment mark taken away it still is one, and says the same.
    let settings: String = text
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(setting) if setting.contains(" = ") || setting.starts_with('[') => setting,
            _ => line,
        })
        .map(|line| line.to_owned() + "\n")
        .collect();
    assert!(settings.matches(" = \"").count() > 30, "{settings}");
    fs::write(&path, settings).unwrap();
    assert_eq!(printed(&decklint(&folder, &["--format", "json"])), before);
    // And it never overwrites one.
    let again = decklint(&folder, &["init"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8(again.stderr).unwrap().contains("decklint.toml is there already"));
}

#[test]
fn every_rule_is_listed_and_explained() {
    let folder = TempDir::new().unwrap();
    let list = printed(&decklint(&folder, &["rules"]));
    let json = printed(&decklint(&folder, &["rules", "--format", "json"]));
    let rules: serde_json::Value = serde_json::from_str(&json).unwrap();
    for rule in rules.as_array().unwrap() {
        let name = rule["name"].as_str().unwrap();
        assert!(list.contains(name));
        let page = printed(&decklint(&folder, &["explain", name]));
        assert!(page.starts_with(&format!("{name}: ")), "{page}");
        assert!(page.contains("## Wrong") && page.contains("## Right"), "{page}");
    }
}

#[test]
fn completions_for_every_shell_know_the_options() {
    let folder = TempDir::new().unwrap();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = printed(&decklint(&folder, &["completions", shell]));
        assert!(script.contains("stdin-filename") && script.contains("explain"), "{shell}");
        let knows_values = !matches!(shell, "elvish" | "powershell");
        assert_eq!(script.contains("impossible-date"), knows_values, "{shell}");
    }
}

#[test]
fn colours_are_for_those_who_want_them() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.deck"), "What is GDP?\n").unwrap();
    for format in ["full", "concise"] {
        let colours = |when: &str| {
            printed(&decklint(&folder, &["--format", format, "--color", when])).contains('\u{1b}')
        };
        assert!(colours("always") && !colours("never") && !colours("auto"), "{format}");
    }
}
