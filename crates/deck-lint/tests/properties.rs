//! What holds for any deck whatever: rules never panic, point into the text, and say the same
//! twice; safe fixes end, and lose no card.
#![allow(clippy::unwrap_used)]

use deck_lint::{FileId, Workspace, apply_fixes, rules};
use deck_syntax::Dialect;
use proptest::prelude::*;

const PIECES: &[&str] = &[
    "What is it?\n",
    "What is it\n",
    "What is it? That.\n",
    "Is it?",
    "- a\n",
    "-A b\n",
    "* a\n",
    "1. a\n",
    "2. b\n",
    "2. c\n",
    "Q: a\n",
    "A: b\n",
    "  Q: a\n",
    "Q1. a\n",
    "C: {{c1::x}} y\n",
    "C: x\n",
    "{{",
    "}}",
    "a::b\n",
    "a :: b\n",
    "a - b\n",
    "a: b\n",
    "---\n",
    "----\n",
    "====\n",
    "```\n",
    "$$\n",
    "<!-- c -->\n",
    "<!--",
    "-->",
    "`",
    "# T\n",
    "## What is it?\n",
    "##x\n",
    "@id x\n",
    "@tag y\n",
    "@date 1920-13\n",
    "@reverse z\n",
    "\\",
    "?",
    "(",
    ")",
    "**",
    "$",
    "31 September 1938\n",
    "in may 1935\n",
    "title: x\n",
    "\u{200b}",
    "\u{a0}",
    "x\u{7}y",
    "é",
    "中",
    "\r\n",
    "\r",
    "\n",
    "\n\n",
    " ",
    "\t",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "x",
    "<!-- decklint-allow missing-answer -->\n",
    "<!-- decklint-off loose-text -->\n",
    "<!-- decklint-on -->\n",
    "<!-- decklint-allow nothing, missing-answer: x -->",
    "C: a [b] c\n",
    "T: x\n",
    "D: y\n",
    "q: a\n",
    "A. b\n",
    "A水\n",
    "[",
    "](https://example.org)",
    "name = \"x\"\n",
    "%\n",
    "%%\n",
    "## a\n",
    "[#x]()\n",
    "Words\n-----\n",
    "\n?\n",
    "? a\n",
    "==x==",
    "a\tb\n",
    "#separator:tab\n",
    "\"",
];

fn dialect() -> impl Strategy<Value = Dialect> {
    prop::sample::select(&Dialect::ALL[..])
}

fn deck() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn workspace(texts: &[String], dialect: Dialect) -> Workspace {
    let files = texts
        .iter()
        .enumerate()
        .map(|(n, text)| (format!("{n}.deck").into(), text.clone().into(), dialect));
    let mut workspace = Workspace::of_decks(files);
    let all: Vec<String> = rules::ALL.iter().map(|rule| rule.name.to_owned()).collect();
    workspace.select(&all);
    workspace
}

/// The same cases in every run, so that a build fails for what it changes and nothing else;
/// `PROPTEST_CASES=100000` looks further, and the fuzz targets look elsewhere.
fn config() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 2000;
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(1929);
    }
    config
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn findings_point_into_the_text(
        texts in prop::collection::vec(deck(), 1..3),
        dialect in dialect(),
    ) {
        let workspace = workspace(&texts, dialect);
        let report = workspace.lint();
        for diagnostic in &report.diagnostics {
            let text = &workspace.file(diagnostic.file).text;
            prop_assert!(text.get(std::ops::Range::<usize>::from(diagnostic.range)).is_some(), "{diagnostic:?}");
            prop_assert!(diagnostic.labels.len() <= 5);
            for label in &diagnostic.labels {
                let text = &workspace.file(label.file).text;
                prop_assert!(text.get(std::ops::Range::<usize>::from(label.range)).is_some(), "{label:?}");
            }
            for edit in diagnostic.fixes.iter().flat_map(|fix| &fix.edits) {
                prop_assert!(text.get(std::ops::Range::<usize>::from(edit.range)).is_some(), "{edit:?}");
            }
        }
        let again = workspace.lint();
        let prints = |r: &deck_lint::Report| r.diagnostics.iter().map(|d| d.fingerprint).collect::<Vec<_>>();
        prop_assert_eq!(prints(&report), prints(&again));
    }

    #[test]
    fn safe_fixes_end_and_lose_no_card(text in deck(), dialect in dialect()) {
        let mut workspace = workspace(std::slice::from_ref(&text), dialect);
        let cards = workspace.file(FileId(0)).card_count();
        for round in 0.. {
            prop_assert!(round < 10, "{:?}: fixes of {:?} never end: {:?}", dialect, text, workspace.file(FileId(0)).text);
            let report = workspace.lint();
            let applied = apply_fixes(&workspace.file(FileId(0)).text, &report.diagnostics, false);
            if applied.text == workspace.file(FileId(0)).text {
                break;
            }
            workspace.set_text(FileId(0), applied.text);
        }
        let left = workspace.file(FileId(0));
        prop_assert!(left.card_count() >= cards, "{:?}: {:?} became {:?}", dialect, text, left.text);
    }
}
