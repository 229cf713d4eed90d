//! Texts that were once read wrongly, found by fuzzing or by reading the specification again.

use deck_syntax::{parse, tree};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let printed = tree::print(&parse(text), text);
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
}

/// A comment in mid-line that is not closed in its block said that none below it is.
#[test]
fn an_unclosed_comment_does_not_open_the_one_below() {
    check(
        "What?\na <!-- b\n<!-- c\n\nd -->\nWhat is it?\nThat.\n",
        &[
            "card 1-2",
            "  question 1: \"What?\"",
            "  answer 2: \"a <!-- b\"",
            "card 6-7",
            "  question 6: \"What is it?\"",
            "  answer 7: \"That.\"",
            "error unclosed-comment 2: \"<!--\"",
        ],
    );
}

/// The info string of a fence was a question.
#[test]
fn a_fence_asks_nothing() {
    check(
        "What is it?\n\n~~~ is it a :: b?\nx\n~~~\n",
        &[
            "card 1-5",
            "  question 1: \"What is it?\"",
            "  answer 3-5: \"~~~ is it a :: b?\\nx\\n~~~\"",
        ],
    );
}

/// An answer that starts its block and has a `::` in it became a card on one line.
#[test]
fn a_label_wins_over_a_separator() {
    check(
        "What is its type?\n\nA: map :: (a -> b)\n",
        &["card 1-3", "  question 1: \"What is its type?\"", "  answer 3: \"map :: (a -> b)\""],
    );
}

/// A formula in one card, while it was typed, was closed by the formula of the next one.
#[test]
fn an_unclosed_formula_ends_at_the_next_label() {
    check(
        "Q: a\nA: $$x\nQ: b\nA: $$y$$\n",
        &[
            "card with labels 1-2",
            "  question 1: \"a\"",
            "  answer 2: \"$$x\"",
            "card with labels 3-4",
            "  question 3: \"b\"",
            "  answer 4: \"$$y$$\"",
            "error unclosed-math 2: \"$$\"",
        ],
    );
}

/// The comment on a heading was part of its words.
#[test]
fn comments_are_no_words_of_a_heading() {
    check("## Cells <!-- chapter 6 -->\n", &["section of level 2 1: \"Cells\""]);
}

/// A question whose first line is nothing but comment had no words.
#[test]
fn a_comment_is_not_the_first_line_of_a_question() {
    check(
        "Q: <!-- from the lecture -->\nWhat is it\nThat.\n",
        &["card with labels 1-3", "  question 2: \"What is it\"", "  answer 3: \"That.\""],
    );
}

/// A deletion in a comment that reaches over its line was one of the card's, and converting the card
/// panicked.
#[test]
fn a_comment_over_two_lines_hides_no_words() {
    let text = "Water is ==wet== <!-- not\n==dry== -->\n\nSnow is cold <!-- ==white==\n-->\n";
    let settings = std::sync::Arc::default();
    let deck = deck_syntax::parse_as(text, deck_syntax::Dialect::Obsidian, &settings);
    let hidden: Vec<_> = deck
        .cards()
        .flat_map(|card| card.card.deletions.iter().map(move |it| &text[it.text + card.start]))
        .collect();
    assert_eq!(hidden, ["wet"]);
    deck_syntax::outline::Outline::of(&deck, text);
}
