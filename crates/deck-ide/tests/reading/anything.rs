//! What holds for any text, any position, any dialect: nothing panics, and what is found lies in
//! the text.

use deck_ide::{
    HoverCx, InlayOptions, Symbol, card_at, document_symbols, folding, highlights, hover,
    inlay_hints, lenses, links, selection_ranges, semantic_tokens, workspace_symbols,
};
use deck_lint::Workspace;
use deck_syntax::{Dialect, TextRange, TextSize};
use proptest::prelude::*;

use crate::support::FILE;

const PIECES: &[&str] = &[
    "What is it?\n",
    "When in 1936?\n",
    "In September, and on 31 April\n",
    "two days later",
    "from May to June 1938",
    "- a\n",
    "  1. b\n",
    "Q: a\n",
    "A: b\n",
    "T: x\nD: y\n",
    "C: {{c1::a {{c2::b}} c::h}} d\n",
    "{{",
    "}}",
    "::",
    "a :: b\n",
    "a::b\n",
    "---\n",
    "---\ntitle: x\ntags: [a, 'b c']\nlang: de\n---\n",
    "name = \"x\"\n",
    "```\n",
    "$$\n",
    "<!-- decklint-allow missing-answer: é -->\n",
    "<!--",
    "-->",
    "# T 1938\n",
    "## S\n",
    "### é\n",
    "## What? ##\n",
    "@id x\n",
    "@tags a, b\n",
    "@date 1936~\n",
    "@hint\n",
    "@reverse",
    "#flashcards\n",
    "\n?\n",
    "==x==",
    "C: a [b] c\n",
    "[#x]()\n",
    "[[Note|it]]",
    "![a](b/../%2e%2e/c.png)",
    "https://a.example/é?",
    "](",
    "<img src=\"\">",
    "[sound:",
    "a\tb\tc\n",
    "#separator:tab\n",
    "#tags column:3\n",
    "#html:true\n",
    "\"",
    "\u{FEFF}",
    "\u{1F600}",
    "e\u{301}",
    "水",
    "\u{200b}",
    "\u{a0}",
    "\r\n",
    "\r",
    "\n",
    "\n\n",
    " ",
    "\t",
    "x",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..30);
    prop_oneof![4 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

/// The same cases in every run; `PROPTEST_CASES=100000` looks further.
fn config() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 3000;
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(1936);
    }
    config
}

fn check_symbols(symbols: &[Symbol], within: TextRange) {
    let mut last = within.start();
    for symbol in symbols {
        assert!(
            within.contains_range(symbol.range) && symbol.range.contains_range(symbol.selection)
        );
        assert!(symbol.range.start() >= last && !symbol.name.is_empty(), "{symbol:?}");
        last = symbol.range.end();
        check_symbols(&symbol.children, symbol.range);
    }
}

fn check_tokens(text: &str, workspace: &Workspace, range: TextRange) {
    let all = semantic_tokens(workspace, FILE, None);
    let mut last = TextSize::new(0);
    for token in &all {
        assert!(token.range.start() >= last && !token.range.is_empty(), "{all:?}");
        assert!(!text[token.range].contains(['\n', '\r']), "{token:?}");
        last = token.range.end();
    }
    let some = semantic_tokens(workspace, FILE, Some(range));
    assert!(some.iter().all(|token| all.contains(token)));
    // All that is in sight is there.
    let start = clamped(text, range.start());
    let end = clamped(text, range.end());
    let seen = |it: &&deck_ide::Token| it.range.start() >= start && it.range.end() <= end;
    assert!(all.iter().filter(seen).all(|token| some.contains(token)));
}

fn clamped(text: &str, at: TextSize) -> TextSize {
    TextSize::new(u32::try_from(text.floor_char_boundary(at.into())).unwrap())
}

fn check_at(text: &str, workspace: &Workspace, at: TextSize) {
    let report = workspace.lint();
    let cx = HoverCx { findings: &report.diagnostics, uses: &|_| None };
    if let Some(hover) = hover(workspace, FILE, at, &cx) {
        assert!(!text[hover.range].is_empty() || !hover.markdown.is_empty());
    }
    if let Some(card) = card_at(workspace, FILE, at) {
        assert!(!text[card.place.range].is_empty() && !card.markdown().is_empty());
    }
    let grown = selection_ranges(workspace, FILE, at);
    assert!(grown.windows(2).all(|pair| pair[1].contains_range(pair[0]) && pair[1] != pair[0]));
    assert!(grown.iter().all(|range| range.contains_inclusive(clamped(text, at))));
    assert_eq!(grown.last().map(|range| range.len()), Some(TextSize::of(text)));
    let term = TextRange::new(at.min(TextSize::of(text)), TextSize::of(text));
    for term in [None, Some(term)] {
        for range in highlights(workspace, FILE, at, term) {
            assert!(!text[range].is_empty());
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_feature_stays_in_the_text(
        text in text(),
        dialect in prop::sample::select(&Dialect::ALL[..]),
        from in 0u32..400,
        length in 0u32..400,
        query in "[a-zW é]{0,4}",
    ) {
        let files = [("a.md".into(), text.clone().into_bytes(), dialect)];
        let workspace = Workspace::of_decks(files);
        let range = TextRange::at(TextSize::new(from), TextSize::new(length));
        let whole = TextRange::up_to(TextSize::of(text.as_str()));
        check_symbols(&document_symbols(&workspace, FILE, &workspace.lint().diagnostics), whole);
        for found in workspace_symbols(&workspace, &query, 5) {
            prop_assert!(text.get(std::ops::Range::<usize>::from(found.place.range)).is_some());
        }
        for fold in folding(&workspace, FILE) {
            let text = &text[fold.range];
            prop_assert!(text.contains(['\n', '\r']), "{:?}", fold);
        }
        check_tokens(&text, &workspace, range);
        check_at(&text, &workspace, range.start());
        let options = InlayOptions { dates: true, numbers: true };
        let hints = inlay_hints(&workspace, FILE, range, options);
        prop_assert!(hints.windows(2).all(|pair| pair[0].at <= pair[1].at));
        prop_assert!(hints.iter().all(|hint| text.is_char_boundary(hint.at.into())));
        for link in links(&workspace, FILE) {
            prop_assert!(!text[link.range].is_empty());
        }
        for lens in lenses(&workspace, FILE, 1, &|index| index) {
            prop_assert!(!text[lens.range].contains(['\n', '\r']));
        }
    }
}

/// If a mark that nothing closes is looked for anew at every mark, some of these take half a minute.
#[test]
fn many_marks_that_nothing_closes_take_no_time() {
    let marks = [
        "[[",
        "](",
        "![a",
        "[sound:",
        "src=\"",
        "https://",
        "<a",
        "&a",
        "{{c1::",
        "<!-- ",
        "@tags a\n",
        "`",
    ];
    for (mark, dialect) in marks.iter().flat_map(|mark| Dialect::ALL.map(|it| (mark, it))) {
        let deck = format!("When?\nIn 1936 {}", mark.repeat(30_000));
        let started = std::time::Instant::now();
        let workspace = Workspace::of_decks([("a.md".into(), deck.into_bytes(), dialect)]);
        links(&workspace, FILE);
        semantic_tokens(&workspace, FILE, None);
        document_symbols(&workspace, FILE, &[]);
        folding(&workspace, FILE);
        let at = TextSize::new(60_000);
        hover(&workspace, FILE, at, &HoverCx { findings: &[], uses: &|_| None });
        highlights(&workspace, FILE, at, None);
        selection_ranges(&workspace, FILE, at);
        let seconds = started.elapsed().as_secs();
        assert!(seconds < 10, "{mark} in {dialect:?} took {seconds} s");
    }
}
