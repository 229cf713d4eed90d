//! Whatever is thrown at it, `decklint` says what is wrong with a place and an exit code, and
//! changes no file.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn decklint(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_decklint"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// What it printed, findings first.
fn said(output: &Output) -> String {
    let mut said = String::from_utf8(output.stdout.clone()).unwrap();
    said += &String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    said
}

fn check(output: &Output, code: i32, words: &[&str]) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    for word in words {
        assert!(said.contains(word), "no `{word}` in\n{said}");
    }
}

#[test]
fn a_path_that_is_not_there() {
    let folder = folder(&[]);
    check(&decklint(folder.path(), &["nope.deck"]), 2, &["no file or folder nope.deck"]);
}

#[test]
fn a_folder_without_decks() {
    let folder = folder(&[("notes.md", b"# Notes\n")]);
    check(&decklint(folder.path(), &["."]), 2, &["no decks in .", "`.deck`"]);
    check(&decklint(folder.path(), &[]), 2, &["no decks in"]);
}

#[test]
fn a_named_file_that_is_no_deck() {
    let folder = folder(&[("notes.md", b"# Notes\n\nWe met and ate. A: is a letter.\n")]);
    check(&decklint(folder.path(), &["notes.md"]), 0, &["notes.md is no deck"]);
}

#[test]
fn a_named_file_of_any_name_is_read() {
    let folder = folder(&[("notes.txt", b"What is GDP?\n")]);
    check(&decklint(folder.path(), &["notes.txt"]), 1, &["missing-answer", "notes.txt:1:1"]);
}

#[test]
fn a_file_that_cannot_be_read_keeps_nothing_else_from_being_checked() {
    let folder = folder(&[("b.deck", b"What is GDP?\n")]);
    // A folder in a file's place cannot be read as a file, even by root.
    std::os::unix::fs::symlink("gone", folder.path().join("a.deck")).unwrap();
    fs::create_dir(folder.path().join("c.deck")).unwrap();
    check(&decklint(folder.path(), &["."]), 1, &["missing-answer"]);
    check(&decklint(folder.path(), &["a.deck"]), 2, &["a.deck"]);
}

#[test]
fn bytes_that_are_not_utf8() {
    let bytes = b"What is a caf\xe9?\nA place\n\nWhat is GDP?\n";
    let folder = folder(&[("a.deck", bytes)]);
    let output = decklint(folder.path(), &["--format", "concise", "--fix", "."]);
    check(&output, 1, &["invalid-utf8", "a.deck:4:1: error: this question has no answer"]);
    assert_eq!(fs::read(folder.path().join("a.deck")).unwrap(), bytes, "never rewritten");
}

#[test]
fn a_configuration_that_is_wrong() {
    for (text, place, help) in [
        (
            "[rules]\nmissing-anwser = \"off\"\n",
            "decklint.toml:2:1",
            "did you mean `missing-answer`?",
        ),
        ("exlude = []\n", "decklint.toml:1:1", "did you mean `exclude`?"),
        ("[rules\n", "decklint.toml:1:", "decklint init"),
        ("exclude = [\"a[\"]\n", "decklint.toml:1:", "is no glob"),
        (
            "<<<<<<< ours\n[rules]\n=======\n>>>>>>> theirs\n",
            "decklint.toml:1:1",
            "keep one version",
        ),
        ("extends = \"gone.toml\"\n", "decklint.toml:1:12", "there is no file"),
        ("extends = \"https://example.org/a.toml\"\n", "decklint.toml:1:12", "keep a copy"),
        ("extends = \".\"\n", "decklint.toml:1:", "extend each other in a circle"),
    ] {
        let folder = folder(&[("decklint.toml", text.as_bytes()), ("a.deck", b"What?\n")]);
        check(&decklint(folder.path(), &["."]), 2, &[place, help]);
    }
}

#[test]
fn words_in_the_middle_of_a_merge() {
    let words = b"keepalive\n<<<<<<< ours\nteh\n=======\nheyar\n>>>>>>> theirs\n";
    let folder = folder(&[(".decklint-words", words), ("a.deck", b"What is it?\nThat\n")]);
    check(&decklint(folder.path(), &[]), 2, &[".decklint-words: two versions of it were merged"]);
}

#[test]
fn a_deck_in_the_middle_of_a_merge() {
    let deck = b"What is it?\n<<<<<<< ours\n-That\n- b\n=======\n-This\n- c\n>>>>>>> theirs\n";
    let folder = folder(&[("a.deck", deck)]);
    let output = decklint(folder.path(), &["--format", "concise", "--fix", "--unsafe-fixes"]);
    check(&output, 1, &["a.deck:2:1: error", "found 1 error"]);
    assert_eq!(fs::read(folder.path().join("a.deck")).unwrap(), deck);
}

#[test]
fn a_file_of_zero_bytes() {
    let folder = folder(&[("a.deck", &[0; 4096])]);
    check(&decklint(folder.path(), &[]), 1, &["nothing but zero bytes", "backup", "found 1 error"]);
}

#[test]
fn a_folder_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("a.deck", b"What is it?\nThat\n"), ("closed/b.deck", b"What?\n")]);
    let closed = folder.path().join("closed");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let output = if fs::read_dir(&closed).is_ok() {
        as_nobody(folder.path(), &[])
    } else {
        Some(decklint(folder.path(), &[]))
    };
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    match output {
        Some(output) => check(&output, 2, &["cannot read closed: permission denied"]),
        None => eprintln!("skipped: root may read everything, and there is no setpriv"),
    }
}

/// Runs decklint as someone whom permissions bind, if that can be done.
fn as_nobody(folder: &Path, arguments: &[&str]) -> Option<Output> {
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    // The program may lie where nobody may run it.
    let place = TempDir::new().unwrap();
    fs::set_permissions(place.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let program = place.path().join("decklint");
    fs::copy(env!("CARGO_BIN_EXE_decklint"), &program).unwrap();
    Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .ok()
}

#[test]
fn a_text_without_anything_in_it() {
    let folder = folder(&[]);
    // An empty text is a deck without cards; a folder without decks is most likely a mistake.
    check(&with_input(folder.path(), &["-"], b""), 0, &[]);
    check(&decklint(folder.path(), &["."]), 2, &["no decks"]);
}

#[test]
fn a_rule_that_is_not_there() {
    let folder = folder(&[("a.deck", b"What is it?\nThat\n")]);
    for flag in ["--select", "--ignore", "--warn", "--error"] {
        let output = decklint(folder.path(), &[flag, "missing-anwser"]);
        check(&output, 2, &["no rule `missing-anwser`", "did you mean `missing-answer`?"]);
    }
    check(&decklint(folder.path(), &["explain", "duplicat-card"]), 2, &["duplicate-card"]);
}

#[test]
fn monsters() {
    let long_line = "What is ".to_owned() + &"very ".repeat(200_000) + "long?\n";
    let bullets = "What is nested?\n".to_owned()
        + &(0..100_000).map(|n| " ".repeat(n % 50) + "- x\n").collect::<String>();
    let nul = "What\0is\0it?\n\0\0\0\n".repeat(10_000);
    let escapes = "What is \u{1b}[31mred\u{1b}[0m?\n";
    let folder = folder(&[
        ("long.deck", long_line.as_bytes()),
        ("bullets.deck", bullets.as_bytes()),
        ("nul.deck", nul.as_bytes()),
        ("escapes.deck", escapes.as_bytes()),
    ]);
    for format in ["full", "concise", "json"] {
        let output = decklint(folder.path(), &["--format", format, "."]);
        assert_eq!(output.status.code(), Some(1));
        let said = said(&output);
        // A program gets every edit of every fix; a person gets one finding for 50,000 equal ones.
        assert!(format == "json" || said.len() < 20_000, "{format}: {} bytes", said.len());
        assert!(format == "json" || !said.contains('\u{1b}'), "{format}: an escape gets through");
    }
    let full = decklint(folder.path(), &["long.deck"]);
    assert!(said(&full).lines().all(|line| line.len() < 2_000), "long lines are cut");
}

#[test]
fn a_loop_of_links() {
    let folder = folder(&[("deep/a.deck", b"What is GDP?\n")]);
    std::os::unix::fs::symlink("..", folder.path().join("deep/loop")).unwrap();
    std::os::unix::fs::symlink("self.deck", folder.path().join("self.deck")).unwrap();
    let output = decklint(folder.path(), &["--format", "concise", "."]);
    check(&output, 1, &["deep/a.deck:1:1"]);
    assert_eq!(said(&output).matches("missing-answer").count(), 1);
    check(&decklint(folder.path(), &["self.deck"]), 2, &["self.deck"]);
}

#[test]
fn nobody_reads_to_the_end() {
    let deck = "What is GDP?\n\n".repeat(20_000);
    let folder = folder(&[("a.deck", deck.as_bytes())]);
    for arguments in [
        &["--ignore", "duplicate-card", "--select", "missing-answer", "."][..],
        &["rules"],
        &["cards", "a.deck"],
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_decklint"))
            .args(arguments)
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        let code = child.wait().unwrap().code();
        assert!(matches!(code, Some(0 | 1)), "{code:?} {errors}");
        assert!(!errors.contains("panicked") && !errors.contains("Broken pipe"), "{errors}");
    }
}

#[test]
fn standard_input_stands_in_for_a_file() {
    let folder = folder(&[
        ("a.deck", b"When was Rome founded?\nIn 753 BC\n"),
        ("b.deck", b"What is GDP?\nAll that is made\n"),
    ]);
    let arguments = ["--format", "concise", "-", "--stdin-filename", "b.deck"];
    let output = with_input(folder.path(), &arguments, b"When was Rome founded?\nIn 753 BC\n");
    check(&output, 1, &["b.deck:1:1: error: this card stands twice"]);
}

#[test]
fn fixing_keeps_what_it_does_not_fix() {
    let before = "\u{feff}What grew?\r\n- Schools\r\n-Factories\r\n\r\nWhat is GDP?";
    let folder = folder(&[("a.deck", before.as_bytes())]);
    let path = folder.path().join("a.deck");
    let output = decklint(folder.path(), &["--diff", "."]);
    check(&output, 1, &["-Factories", "+- Factories"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), before, "--diff changes nothing");
    check(
        &decklint(folder.path(), &["--fix", "."]),
        1,
        &["put right: 1 problem", "missing-answer"],
    );
    let after = before.replace("-Factories", "- Factories");
    assert_eq!(fs::read_to_string(&path).unwrap(), after);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing left behind");
}

/// Runs decklint with text on standard input.
fn with_input(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_decklint"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn fixing_standard_input_prints_the_deck_and_nothing_else() {
    let folder = folder(&[("a.deck", b"What fell?\n- Apples\n-Pears\n")]);
    let deck = b"What grew?\n- Schools\n-Factories\n\nWhat is GDP?\n";
    let output = with_input(folder.path(), &["--fix", "-"], deck);
    check(&output, 1, &["missing-answer"]);
    let fixed = "What grew?\n- Schools\n- Factories\n\nWhat is GDP?\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), fixed);
    // A deck that is no text comes out as it went in.
    let latin = b"What grew?\n- Caf\xe9s\n-Factories\n";
    assert_eq!(with_input(folder.path(), &["--fix", "-"], latin).stdout, latin);
    // And a file named beside it is written to itself.
    let output = with_input(folder.path(), &["--fix", "-", "a.deck"], deck);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), fixed);
    let written = fs::read_to_string(folder.path().join("a.deck")).unwrap();
    assert_eq!(written, "What fell?\n- Apples\n- Pears\n");
}

#[test]
fn many_twins_and_many_allowances_take_no_time() {
    let twins = "What is GDP in a word?\nOutput\n\n".repeat(30_000);
    let card = "<!-- decklint-allow missing-answer -->\nWhat is GDP?\n\n";
    let folder =
        folder(&[("a.deck", twins.as_bytes()), ("b.deck", card.repeat(30_000).as_bytes())]);
    let started = std::time::Instant::now();
    check(&decklint(folder.path(), &["--statistics", "."]), 1, &["29999  error    duplicate-card"]);
    // Seconds even in a debug build on a busy machine; minutes if it were quadratic.
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}
