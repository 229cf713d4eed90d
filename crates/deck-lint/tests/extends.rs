//! Configuration files that extend others, and those in folders inside folders.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use deck_lint::{OpenError, Options, Scope, Workspace};
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn open(folder: &Path) -> Result<Workspace, OpenError> {
    let options = Options { paths: vec![folder.to_owned()], ..Options::default() };
    Workspace::open(&options, &|_, _| ())
}

/// `file level` for each question without an answer.
fn unanswered(folder: &TempDir) -> Vec<String> {
    let workspace = open(folder.path()).unwrap();
    let found = workspace.lint().diagnostics.into_iter();
    let line = |d: deck_lint::Diagnostic| {
        let path = workspace.file(d.file).display_path(&workspace.root);
        format!("{path} {}", d.level.name())
    };
    found.filter(|d| d.rule.name == "missing-answer").map(line).collect()
}

const UNANSWERED: &str = "What is GDP?\n";

#[test]
fn what_is_extended_holds_where_nothing_else_is_said() {
    let folder = folder(&[
        ("decklint.toml", "extends = \"school/base.toml\"\nexclude = [\"old\"]\n"),
        ("school/base.toml", "extends = \"../country\"\nexclude = [\"drafts\"]\n"),
        (
            "country/decklint.toml",
            "[rules]\nmissing-answer = \"hint\"\n[duplicates]\nscope = \"file\"\n",
        ),
        ("a.deck", UNANSWERED),
        ("drafts/b.deck", UNANSWERED),
        ("old/c.deck", UNANSWERED),
    ]);
    assert_eq!(unanswered(&folder), ["a.deck hint"]);
    let at = folder.path().join("a.deck");
    let in_force = Workspace::in_force(&Options::default(), &at).unwrap();
    assert_eq!(in_force.scope.0, Scope::File);
    let origin = &in_force.rules[0].origin;
    assert!(origin.path.ends_with("country/decklint.toml"), "{origin:?}");
    assert_eq!(origin.line, 2);
    fs::write(
        folder.path().join("school/base.toml"),
        "extends = \"../country\"\n[rules]\nmissing-answer = \"warning\"\n",
    )
    .unwrap();
    assert_eq!(unanswered(&folder)[0], "a.deck warning");
}

/// Globs of a file that is extended are read as if they stood in the file that extends it.
#[test]
fn globs_of_an_extended_file_are_relative_to_the_file_that_extends_it() {
    let base = "[[overrides]]\nfiles = [\"notes/**\"]\nrules = { missing-answer = \"hint\" }\n";
    let folder = folder(&[
        ("decklint.toml", "extends = \"school/base.toml\"\n"),
        ("school/base.toml", base),
        ("notes/a.deck", UNANSWERED),
        ("school/notes/b.deck", UNANSWERED),
    ]);
    assert_eq!(unanswered(&folder), ["notes/a.deck hint", "school/notes/b.deck error"]);
}

#[test]
fn the_innermost_configuration_wins_whatever_its_folder_is_called() {
    let level = |level: &str| format!("[rules]\nmissing-answer = \"{level}\"\n");
    // `a` sorts before `decklint.toml`, `z` after it.
    for inner in ["a", "z"] {
        let folder = folder(&[
            ("decklint.toml", ""),
            ("m/decklint.toml", &level("warning")),
            (&format!("m/{inner}/decklint.toml"), &level("hint")),
            (&format!("m/{inner}/a.deck"), UNANSWERED),
        ]);
        assert_eq!(unanswered(&folder), [format!("m/{inner}/a.deck hint")]);
    }
}

#[test]
fn files_that_extend_each_other_are_an_error_that_names_them() {
    let folder = folder(&[
        ("decklint.toml", "extends = \"a.toml\"\n"),
        ("a.toml", "extends = \"b.toml\"\n"),
        ("b.toml", "extends = \"a.toml\"\n"),
        ("a.deck", UNANSWERED),
    ]);
    let OpenError::Config(error) = open(folder.path()).unwrap_err() else {
        panic!("no such error")
    };
    assert_eq!(
        error.message,
        "these files extend each other in a circle: a.toml → b.toml → a.toml"
    );
    assert!(error.path.ends_with("b.toml"));
    assert_eq!(&error.text[error.range.clone()], "a.toml");
}

#[test]
fn a_baseline_of_an_extended_file_lies_beside_that_file() {
    let folder = folder(&[
        ("decklint.toml", "extends = \"school\"\n"),
        ("school/decklint.toml", "baseline = \"known.baseline\"\n"),
        ("a.deck", UNANSWERED),
    ]);
    let in_force = Workspace::in_force(&Options::default(), &folder.path().join("a.deck")).unwrap();
    let (path, origin) = in_force.baseline.unwrap();
    assert!(path.ends_with("school/known.baseline"), "{path:?}");
    assert_eq!(origin.line, 1);
}
