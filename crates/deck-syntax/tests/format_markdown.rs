//! Formatted lists are the lists they were: checked with a `CommonMark` parser that is not ours.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use deck_syntax::format::{apply, format};
use deck_syntax::parse;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// What `CommonMark` reads, apart from where lines are wrapped and how lists are numbered.
fn read(text: &str) -> Vec<String> {
    let mut read: Vec<String> = Vec::new();
    let mut words = String::new();
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) => words.push_str(&text),
            Event::SoftBreak => words.push(' '),
            event => {
                let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
                words.clear();
                read.extend(Some(text).filter(|text| !text.is_empty()));
                read.push(match event {
                    Event::Start(Tag::List(first)) => format!("list {}", first.is_some()),
                    Event::End(TagEnd::List(_)) => "end of list".to_owned(),
                    event => format!("{event:?}"),
                });
            }
        }
    }
    read
}

/// The same, with lists that stand below each other read as one: a bullet that is put right joins
/// what it had parted, and then some points stand in paragraphs.
fn joined(text: &str) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for event in read(text) {
        let goes_on = event == "list false" && joined.last().is_some_and(|it| it == "end of list");
        if goes_on {
            joined.pop();
        } else if !event.contains("Paragraph") {
            joined.push(event);
        }
    }
    joined
}

fn line() -> impl Strategy<Value = String> {
    let indent =
        prop::sample::select(&["", "", "", " ", "  ", "   ", "    ", "\t", "\t\t", "      "][..]);
    let mark = prop::sample::select(
        &[
            "", "-", "-", "-", "*", "*", "+", "1.", "2.", "3.", "10.", "2)", "> -", "#", "```",
            "- [",
        ][..],
    );
    let gap = prop::sample::select(&[" ", " ", "  ", "   ", "\t", "     ", ""][..]);
    let words =
        prop::sample::select(&["word", "more words", "- inner", "*", "<b>", "\\", "x  ", ""][..]);
    let below =
        prop::sample::select(&["\n", "\n", "\n", "\n", "\n\n", "\n\n\n", " \n", "  \n"][..]);
    (indent, mark, gap, words, below)
        // A fence is read as one however far it is indented, by us and not by Markdown. And the other
        // parser takes a tab and a space at a line's end for a line break, the
        // specification does not.
        .prop_map(|(indent, mark, gap, words, below)| {
            let indent = if mark == "```" { "" } else { indent };
            [indent, mark, gap, words, below].concat().replace("\t  ", "\t").replace("\t ", "\t")
        })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(4000),
        rng_seed: proptest::test_runner::RngSeed::Fixed(1936),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn lists_mean_the_same(lines in prop::collection::vec(line(), 1..12)) {
        let text = format!("What is it?\n\n{}", lines.concat());
        let formatted = apply(&text, &format(&parse(&text), &text));
        prop_assert_eq!(joined(&text), joined(&formatted), "{:?} -> {:?}", text, formatted);
    }
}
