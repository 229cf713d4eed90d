//! Random decks, made of what decks are made of.
#![allow(dead_code, unreachable_pub)]

use deck_lint::{Workspace, rules};
use deck_syntax::Dialect;
use proptest::prelude::*;

pub const PIECES: &[&str] = &[
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
    "Q\u{200b}: ",
    "A1é. ",
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

pub fn dialect() -> impl Strategy<Value = Dialect> {
    prop::sample::select(&Dialect::ALL[..])
}

pub fn deck() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

pub fn workspace(texts: &[String], dialect: Dialect) -> Workspace {
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
pub fn config() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 2000;
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(1929);
    }
    config
}
