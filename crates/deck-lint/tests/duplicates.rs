//! Cards that ask the same, however many there are and however odd they are.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use deck_lint::{Diagnostic, Workspace};

fn lint(text: &str) -> Vec<Diagnostic> {
    let mut workspace = Workspace::of_texts([("a.deck".into(), text.as_bytes().to_vec())]);
    let rules = ["duplicate-card", "duplicate-question", "similar-question", "conflicting-answers"];
    workspace.select(&rules.map(String::from));
    workspace.lint().diagnostics
}

fn names(text: &str) -> Vec<&'static str> {
    lint(text).iter().map(|diagnostic| diagnostic.rule.name).collect()
}

#[test]
fn a_great_many_equal_cards_are_one_finding_and_take_no_time() {
    let started = Instant::now();
    let found = lint(&"What is it?\nThat\n\n".repeat(100_000));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].count, 99_999);
    assert!(started.elapsed() < Duration::from_mins(1), "{:?}", started.elapsed());
}

#[test]
fn letters_with_their_marks_apart_are_the_same() {
    let composed = "What does the caf\u{e9} sell?\nCoffee\n\n";
    let apart = "What does the cafe\u{301} sell?\nCoffee\n\n";
    assert_eq!(names(&format!("{composed}{apart}")), ["duplicate-card"]);
}

#[test]
fn prompts_of_one_sign_stay_apart() {
    for (a, b) in
        [("p", "P"), ("SELECT", "SELECT *"), ("<C-v>", "<C-V>"), ("-1", "1"), ("日", "曰")]
    {
        assert_eq!(names(&format!("{a} :: one\n\n{b} :: one\n")), [""; 0], "{a} {b}");
    }
}

#[test]
fn nothing_to_ask_is_nobodys_twin() {
    assert_eq!(names(":: a\n\n:: a\n\nQ:\nA: a\n\nQ:\nA: a\n"), [""; 0]);
    assert_eq!(names("??!\na\n\n!?\na\n"), [""; 0]);
}

#[test]
fn a_question_of_a_megabyte_is_read() {
    let question = "word ".repeat(200_000) + "what?";
    assert_eq!(names(&format!("{question}\na\n\n{question}\na\n")), ["duplicate-card"]);
}

#[test]
fn each_later_card_is_reported_once_in_the_gravest_way() {
    let text = "When was Rome founded?\n753 BC\n\nWhen was **Rome** founded?\n753 BC\n\n\
                When was Rome founded?\n735 BC\n\nWhen was Rome founded?\nIn the distant past, they say\n";
    assert_eq!(names(text), ["duplicate-card", "conflicting-answers", "duplicate-question"]);
    let last = &lint(text)[2];
    assert_eq!((last.labels.len(), last.more), (3, 0));
}
