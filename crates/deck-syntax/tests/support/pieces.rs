//! Random texts that look like decks.

use deck_syntax::Dialect;
use proptest::prelude::*;

/// Pieces of decks, well-formed and not, so that random texts are full of near misses.
pub(crate) const PIECES: &[&str] = &[
    "What is it?",
    "Is it?",
    "- a\n",
    "-A b",
    "Q:",
    "Q: ",
    "A:",
    "A: ",
    "B: x",
    "C: ",
    "C: {{c1::x}}",
    "{{",
    "}}",
    "{{c2::",
    "::",
    " :: ",
    " ::: ",
    "---",
    "---\n",
    "```",
    "```\n",
    "~~~",
    "$$",
    "$$\n",
    "$",
    "<!--",
    "-->",
    "<!-- c -->",
    "`",
    "# ",
    "## ",
    "#",
    "@id x",
    "@tags",
    "@reverse",
    "@",
    "\\",
    "?",
    "\\?",
    "(",
    ")",
    "[",
    "](",
    "*",
    "**",
    "\"",
    "“",
    "”",
    "…",
    "！",
    "？",
    "中",
    "é",
    "\u{feff}",
    "\u{200b}",
    "\u{a0}",
    " ",
    "  ",
    "\t",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\0",
    "a",
    "word ",
    "title: x\n",
    "key = 1\n",
    "1. ",
    "> ",
    "| a |",
    "What is it?\nThat.\n",
    "Q: a\nA: b\n\n",
    "term :: meaning\n",
    "\\Q: ",
    ";",
    "Τι είναι;",
    "Q:a",
    "T: x\n",
    "D: y\n",
    "C: a [b] c\n",
    "![x](y.png)",
    "[",
    "]",
    "\\[",
    "a::b",
    "a:::b\n",
    "\n?\n",
    "\n??\n",
    "? \n",
    "==x==",
    "==",
    "#flashcards/a",
    "#flashcards\n",
    "<!--SR:!2025-01-01,1,2-->",
    "^block-1",
    "#separator:tab\n",
    "#separator:Comma\n",
    "#html:true\n",
    "#tags column:3\n",
    "#guid column:1\n",
    "#columns:a\tb\n",
    "tags: x\n",
    "# ",
    "front\tback\n",
    "\"",
    "\"\"",
    "\"a\nb\"\t",
    ",",
    "|",
    "%\n",
    "## What is it?\n",
    "### a\n",
];

/// Any dialect.
pub(crate) fn dialect() -> impl Strategy<Value = Dialect> {
    prop::sample::select(&Dialect::ALL[..])
}

/// A text of pieces.
pub(crate) fn deck_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// The same cases in every run, so that a build fails for what it changes and nothing else;
/// `PROPTEST_CASES=100000` looks further, and the fuzz targets look elsewhere.
pub(crate) fn config() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 2000;
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(1929);
    }
    config
}
