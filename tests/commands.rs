//! Commands whose output is too long for a transcript.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

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
    fs::write(folder.path().join("decklint.baseline"), "# decklint baseline 1\n").unwrap();
    fs::create_dir(folder.path().join("school")).unwrap();
    fs::write(folder.path().join("school/decklint.toml"), "").unwrap();
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

/// What `decklint fmt` with these arguments prints when that is its standard input.
fn format_stdin(input: &[u8], arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_decklint"))
        .arg("fmt")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_deck_goes_in_and_comes_out_formatted() {
    let untidy = "\u{FEFF}What is it? \r\n*   \u{1b}[1mthat\u{1b}[0m\r\n\r\n\r\n".as_bytes();
    let tidy = "\u{FEFF}What is it?\r\n- \u{1b}[1mthat\u{1b}[0m\r\n".as_bytes();
    for arguments in [&["-"][..], &["--stdin-filename", "new.deck", "--isolated"]] {
        let output = format_stdin(untidy, arguments);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(output.stdout, tidy);
    }
    let checked = format_stdin(untidy, &["-", "--check"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(printed(&checked).starts_with("would format "));
    // What is no deck, or cannot be read, is not changed.
    let prose = b"It is said that\n\n\n\nno one knew.  \n";
    assert_eq!(format_stdin(prose, &["-"]).stdout, prose);
    let latin1 = format_stdin(b"caf\xe9?\nx \n", &["-"]);
    assert_eq!(latin1.status.code(), Some(2));
    assert!(latin1.stdout.is_empty());
}

#[test]
fn formatting_writes_only_what_changes() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("tidy.deck"), "What is GDP?\nMoney\n").unwrap();
    fs::write(path("untidy.deck"), "What is GDP?\nMoney\n\n\n").unwrap();
    let mode = |name: &str| fs::metadata(path(name)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(path("untidy.deck"), fs::Permissions::from_mode(0o620)).unwrap();
    let written = |name: &str| fs::metadata(path(name)).unwrap().modified().unwrap();
    let before = written("tidy.deck");
    let output = decklint(&folder, &["fmt"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "1 file formatted, 1 unchanged\n");
    assert_eq!(fs::read_to_string(path("untidy.deck")).unwrap(), "What is GDP?\nMoney\n");
    assert_eq!(mode("untidy.deck"), 0o620);
    assert_eq!(written("tidy.deck"), before);
}
