//! What belongs to a workspace, and which level each rule has where.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use deck_lint::{Level, LevelSetting, Options, Overlay, Workspace};
use tempfile::TempDir;

const TWINS: &str = "When was Rome founded?\nIn 753 BC\n";
const UNANSWERED: &str = "What is GDP?\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// `file rule level` for each finding.
fn lint(folder: &Path, options: Options) -> Vec<String> {
    let options =
        Options { paths: options.paths.iter().map(|path| folder.join(path)).collect(), ..options };
    let workspace = Workspace::open(&options, &|_, _| ()).unwrap();
    let folder = folder.canonicalize().unwrap();
    let report = workspace.lint();
    let line = |d: &deck_lint::Diagnostic| {
        let path = workspace.file(d.file).display_path(&folder);
        format!("{path} {} {}", d.rule.name, d.level.name())
    };
    report.diagnostics.iter().map(line).collect()
}

fn of(paths: &[&str]) -> Options {
    Options { paths: paths.iter().map(Into::into).collect(), ..Options::default() }
}

#[test]
fn all_decks_are_compared_and_the_named_ones_shown() {
    let folder = folder(&[("decklint.toml", ""), ("a/1.deck", TWINS), ("b/2.deck", TWINS)]);
    assert_eq!(lint(folder.path(), of(&["b"])), ["b/2.deck duplicate-card error"]);
    assert_eq!(lint(folder.path(), of(&["b/2.deck"])), ["b/2.deck duplicate-card error"]);
    assert_eq!(lint(folder.path(), of(&["a"])), [""; 0]);
    let isolated = Options { isolated: true, ..of(&["b"]) };
    assert_eq!(lint(folder.path(), isolated), [""; 0]);
}

#[test]
fn the_outermost_configuration_marks_the_root_and_inner_ones_change_levels() {
    let folder = folder(&[
        ("decklint.toml", "exclude = [\"old\"]\n[rules]\nmissing-answer = \"warning\"\n"),
        ("a.deck", UNANSWERED),
        ("old/b.deck", "What is stagflation?\n"),
        ("drafts/decklint.toml", "[rules]\nmissing-answer = \"hint\"\n"),
        ("drafts/c.deck", "What is inflation?\n"),
        ("drafts/sub/d.deck", "What is deflation?\n"),
    ]);
    let expected = [
        "a.deck missing-answer warning",
        "drafts/c.deck missing-answer hint",
        "drafts/sub/d.deck missing-answer hint",
    ];
    assert_eq!(lint(folder.path(), of(&["."])), expected);
    assert_eq!(lint(folder.path(), of(&["drafts/sub"])), expected[2..]);
    assert_eq!(lint(folder.path(), of(&["old"])), ["old/b.deck missing-answer warning",]);
    let levels = vec![("missing-answer".to_owned(), LevelSetting::Error)];
    let options = Options { levels, ..of(&["drafts/c.deck"]) };
    assert_eq!(lint(folder.path(), options), ["drafts/c.deck missing-answer error"]);
}

#[test]
fn overrides_change_levels_for_some_files() {
    let folder = folder(&[
        (
            "decklint.toml",
            "[[overrides]]\nfiles = [\"b*.deck\"]\nrules = { missing-answer = \"off\" }\n",
        ),
        ("a.deck", UNANSWERED),
        ("b.deck", "What is inflation?\n"),
    ]);
    assert_eq!(lint(folder.path(), of(&["."])), ["a.deck missing-answer error"]);
}

#[test]
fn without_configuration_the_git_root_is_the_root() {
    let folder = folder(&[
        (".git/HEAD", ""),
        (".gitignore", "ignored\n"),
        ("a.deck", TWINS),
        ("ignored/c.deck", TWINS),
        ("sub/b.deck", TWINS),
    ]);
    assert_eq!(lint(folder.path(), of(&["sub"])), ["sub/b.deck duplicate-card error"]);
    assert_eq!(lint(folder.path(), of(&["ignored"])), ["ignored/c.deck duplicate-card error"]);
}

#[test]
fn an_overlay_stands_in_for_its_file() {
    let folder = folder(&[("decklint.toml", ""), ("a.deck", TWINS), ("b.deck", UNANSWERED)]);
    let path = folder.path().join("b.deck");
    let overlay = Some(Overlay { path, bytes: TWINS.into() });
    let options = Options { overlay, ..Options::default() };
    assert_eq!(lint(folder.path(), options), ["b.deck duplicate-card error"]);
}

#[test]
fn two_files_with_twins_and_a_third_name_the_first() {
    let texts = ["a", "b", "c"].map(|name| (name.into(), TWINS.into()));
    let workspace = Workspace::of_texts(texts);
    let report = workspace.lint();
    assert_eq!(report.count(Level::Error), 2);
    for diagnostic in &report.diagnostics {
        assert_eq!(workspace.file(diagnostic.labels[0].file).path, Path::new("a"));
    }
    assert_eq!(report.diagnostics[0].fingerprint, report.diagnostics[1].fingerprint);
}
