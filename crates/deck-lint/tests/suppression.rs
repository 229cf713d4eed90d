//! What comments allow.
#![allow(clippy::unwrap_used)]

use deck_lint::Workspace;
use deck_syntax::Dialect;

/// `line rule` for each finding, lines from 1.
fn lint(text: &str) -> Vec<String> {
    lint_as(text, Dialect::Deck)
}

fn lint_as(text: &str, dialect: Dialect) -> Vec<String> {
    let mut workspace = Workspace::of_decks([("a.deck".into(), text.into(), dialect)]);
    workspace.select(&["missing-answer", "lowercase-month", "unused-allow"].map(String::from));
    let found = workspace.lint().diagnostics;
    found
        .iter()
        .map(|d| (workspace.file(d.file).line_column(d.range.start()).0, d.rule.name))
        .map(|(line, rule)| format!("{line} {rule}"))
        .collect()
}

#[test]
fn above_a_card_it_covers_the_card_and_no_other() {
    let text = "<!-- decklint-allow missing-answer: later -->\nWhat is A?\n\nWhat is B?\n";
    assert_eq!(lint(text), ["4 missing-answer"]);
    let text = "What is 0?\nNothing\n\n<!-- decklint-allow missing-answer, lowercase-month -->\n\n\
                When was it, and is it English?\nIn may 1935 and in may 1936\n";
    assert_eq!(lint(text), ["4 unused-allow"]);
}

#[test]
fn at_a_lines_end_it_covers_the_line() {
    let text = "What is A? <!-- decklint-allow missing-answer -->\n\nWhat is B?\n";
    assert_eq!(lint(text), ["3 missing-answer"]);
}

#[test]
fn inside_a_card_it_covers_the_line_below() {
    let text = "When did the three great treaties take effect?\n- It was in may 1934\n\
                <!-- decklint-allow lowercase-month -->\n- It was in may 1935\n- It was in may 1936\n";
    assert_eq!(lint(text), ["2 lowercase-month", "5 lowercase-month"]);
}

#[test]
fn for_the_file_and_between_two_comments() {
    let text = "What is A?\n\nWhat is B?\n\n<!-- decklint-allow-file missing-answer -->\n";
    assert_eq!(lint(text), [""; 0]);
    let text = "What is A?\n\n<!-- decklint-off missing-answer -->\n\nWhat is B?\n\n\
                <!-- decklint-on missing-answer -->\n\nWhat is C?\n";
    assert_eq!(lint(text), ["1 missing-answer", "9 missing-answer"]);
}

#[test]
fn in_code_it_is_no_comment() {
    let text =
        "What is A?\n\nHow is it allowed?\n```\n<!-- decklint-allow-file missing-answer -->\n```\n";
    assert_eq!(lint(text), ["1 missing-answer"]);
}

#[test]
fn in_a_note_for_obsidian_it_works_beside_the_review_dates() {
    let text = "What is A?::\n<!--SR:!2025-01-01,1,230-->\n\n\
                <!-- decklint-allow missing-answer: later -->\nWhat is B?\n?\n\n\
                What is C?:: <!-- decklint-allow missing-answer -->\n\n\
                <!-- decklint-allow missing-answer -->\nWhat is D?::It\n";
    assert_eq!(lint_as(text, Dialect::Obsidian), ["1 missing-answer", "10 unused-allow"]);
}

#[test]
fn in_text_for_anki_a_comment_begins_with_a_hash() {
    let lint = |text: &str| {
        let deck = ("a.txt".into(), text.as_bytes().to_vec(), deck_syntax::Dialect::Anki);
        let mut workspace = Workspace::of_decks([deck]);
        workspace.select(&["missing-answer", "unused-allow"].map(String::from));
        let found = workspace.lint().diagnostics;
        found.iter().map(|d| d.rule.name).collect::<Vec<_>>()
    };
    let allow = "# decklint-allow missing-answer: later\n";
    assert_eq!(lint(&format!("{allow}a|\nb|c\nd|e\n")), [""; 0]);
    assert_eq!(lint(&format!("b|c\n{allow}a|\nd|e\n")), [""; 0]);
    assert_eq!(lint(&format!("b|c\n{allow}d|e\na|\n")), ["unused-allow", "missing-answer"]);
}

#[test]
fn in_a_deck_for_hashcards_it_stands_where_the_program_reads_on() {
    let text = "Q: What is A?\nA: B\n<!-- decklint-allow missing-answer: later -->\n\nQ: What is C?\n\n\
                Q: What is D? <!-- decklint-allow missing-answer -->\n\nQ: What is E?\n";
    assert_eq!(lint_as(text, Dialect::Hashcards), ["9 missing-answer"]);
}

#[test]
fn in_a_deck_of_headings_it_covers_the_card_below() {
    let text = "# T\n\n<!-- decklint-allow missing-answer: later -->\n\n## What is A?\n\n\
                ## What is B? <!-- decklint-allow missing-answer -->\n\n## What is C?\n";
    assert_eq!(lint_as(text, Dialect::Headings), ["9 missing-answer"]);
}

#[test]
fn above_what_was_to_be_a_card_it_holds_for_the_whole_block() {
    let text = "#flashcards\n\n<!-- decklint-allow malformed-separator: on purpose -->\n\
                What is F?\n? foo\n\nWhat is G?\n? bar\n\nWhat is H?::It\n";
    let deck = ("a.md".into(), text.as_bytes().to_vec(), Dialect::Obsidian);
    let mut workspace = Workspace::of_decks([deck]);
    workspace.select(&["malformed-separator", "unused-allow"].map(String::from));
    let found = workspace.lint().diagnostics;
    let lines: Vec<_> = found
        .iter()
        .map(|d| (d.rule.name, text[..usize::from(d.range.start())].lines().count()))
        .collect();
    assert_eq!(lines, [("malformed-separator", 7)]);
}
