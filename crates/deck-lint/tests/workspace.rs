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

const NOTE: &str = "#flashcards/history\n\nWhen was Rome founded?::In 753 BC\n";

/// `file dialect` for each deck of a folder.
fn decks(folder: &Path, options: &Options) -> Vec<String> {
    let workspace = Workspace::open(options, &|_, _| ()).unwrap();
    let folder = folder.canonicalize().unwrap();
    let line = |file: &deck_lint::SourceFile| {
        format!("{} {}", file.display_path(&folder), file.deck.dialect().name())
    };
    workspace.selected().map(|(_, file)| line(file)).collect()
}

fn options_for(folder: &Path) -> Options {
    Options { paths: vec![folder.to_owned()], ..Options::default() }
}

#[test]
fn a_folder_holds_decks_of_several_dialects_and_documents_that_are_none() {
    let folder = folder(&[
        ("a.deck", TWINS),
        ("note.md", NOTE),
        ("README.md", "# Decks\n\n## What is this?\n\nDecks to revise with.\n"),
        ("CHANGELOG.md", "## 1.0\n\n- Why not?\n"),
        ("main.rs", "fn main() {}\n// What is this?\n"),
    ]);
    let found = decks(folder.path(), &options_for(folder.path()));
    assert_eq!(found, ["a.deck deck", "note.md obsidian"]);
}

#[test]
fn the_configuration_says_what_files_are_written_in() {
    let config = "[[files]]\nglob = \"cards/**\"\ndialect = \"deck\"\n\n\
                  [[files]]\nglob = \"**/*.org\"\ndialect = \"deck\"\n";
    let folder = folder(&[
        ("decklint.toml", config),
        ("cards/note.md", NOTE),
        ("cards/short.txt", TWINS),
        ("x.org", TWINS),
        ("y.txt", TWINS),
    ]);
    let found = decks(folder.path(), &options_for(folder.path()));
    assert_eq!(found, ["cards/note.md deck", "cards/short.txt deck", "x.org deck"]);
}

#[test]
fn the_command_line_says_what_the_files_it_names_are_written_in() {
    let folder = folder(&[("a/note.md", NOTE), ("b/note.md", NOTE)]);
    let options = Options {
        dialect: Some(deck_syntax::Dialect::Deck),
        ..options_for(&folder.path().join("a"))
    };
    assert_eq!(decks(folder.path(), &options), ["a/note.md deck"]);
}

#[test]
fn obsidian_notes_are_read_as_the_vault_is_set_up() {
    let plugin = r##"{"settings":{"flashcardTags":["#cards"],"singleLineCardSeparator":">>"}}"##;
    let folder = folder(&[
        (".obsidian/plugins/obsidian-spaced-repetition/data.json", plugin),
        ("unit/note.md", "#cards\n\nWhen was Rome founded?>>In 753 BC\n"),
        ("unit/plain.md", NOTE),
    ]);
    let workspace = Workspace::open(&options_for(folder.path()), &|_, _| ()).unwrap();
    let cards: Vec<usize> = workspace.selected().map(|(_, file)| file.card_count()).collect();
    assert_eq!(cards, [1], "the note with the tag of this vault, and its one card");
}

#[test]
fn a_file_that_is_named_is_read_and_what_it_lacks_is_said() {
    let folder = folder(&[("notes.txt", "Nothing to ask.\n")]);
    let workspace =
        Workspace::open(&options_for(&folder.path().join("notes.txt")), &|_, _| ()).unwrap();
    let [(_, reason)] = workspace.not_decks.as_slice() else { panic!("one file") };
    assert_eq!(reason, "it has no mark of any dialect");
}

#[test]
fn a_document_of_prompts_is_told_what_to_do() {
    let folder =
        folder(&[("notes.txt", &"Explain inflation.\nIt is a rise in prices.\n".repeat(6))]);
    let path = folder.path().join("notes.txt");
    let text = fs::read_to_string(&path).unwrap();
    let (detection, _) = Workspace::dialect_of(&Options::default(), &path, &text).unwrap();
    assert!(detection.dialect.is_none());
    assert!(detection.reason.contains("6 lines read like questions"), "{}", detection.reason);
}

#[test]
fn the_configuration_says_which_cards_are_compared() {
    let found = |scope: &str| {
        let config = format!("[duplicates]\nscope = \"{scope}\"\n");
        let files = [
            ("decklint.toml", config.as_str()),
            ("a/one.deck", TWINS),
            ("a/two.deck", TWINS),
            ("b/one.deck", TWINS),
        ];
        let folder = folder(&files);
        lint(folder.path(), Options { paths: vec![".".into()], ..Options::default() })
    };
    assert_eq!(
        found("workspace"),
        ["a/two.deck duplicate-card error", "b/one.deck duplicate-card error"]
    );
    assert_eq!(found("folder"), ["a/two.deck duplicate-card error"]);
    assert_eq!(found("file"), [""; 0]);
}

#[test]
fn words_of_the_configuration_and_of_lists_beside_it_are_spelled_rightly() {
    const SLIPS: &str = "What was the goverment of the seperate republic?\nIt was the wierd one\n";
    let rules = "[rules]\nmisspelling = \"warning\"\n";
    let words = "[text]\nwords = [\"Goverment\"]\n";
    let count = |config: &str, list: &str| {
        let folder =
            folder(&[("decklint.toml", config), (".decklint-words", list), ("1.deck", SLIPS)]);
        lint(folder.path(), of(&[""])).len()
    };
    assert_eq!(count(rules, ""), 3);
    assert_eq!(count(words, ""), 2);
    assert_eq!(count(words, "# ours\nseperate # of the subject\nwierd\n"), 0);
}

#[test]
fn pictures_are_looked_for_on_the_disk() {
    const SHOWN: &str = "What is on the map?\n![a](maps/here.png) ![b](../map%20two.png) \
                         ![c](maps/Case.png) ![d](gone.png) ![e](../../outside.png)\n";
    let folder = folder(&[
        ("decklint.toml", ""),
        ("a/1.deck", SHOWN),
        ("a/maps/here.png", ""),
        ("a/maps/case.png", ""),
        ("map two.png", ""),
    ]);
    let found = lint(folder.path(), of(&[""]));
    assert_eq!(found, ["a/1.deck media-case warning", "a/1.deck missing-media error"]);
}

#[test]
fn an_absent_folder_of_pictures_is_one_finding() {
    let deck = "What is on the map?\n![a](maps/a.png) ![b](maps/b.png)\n";
    let folder = folder(&[("decklint.toml", ""), ("1.deck", deck), ("2.deck", deck)]);
    let mut found = lint(folder.path(), of(&[""]));
    found.retain(|it| it.contains("missing-media"));
    assert_eq!(found, ["1.deck missing-media error"]);
}
