use deck_syntax::{SyntaxError, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::Finding;
use crate::near_miss::{begins_question, blank_line, question_mark};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A question line that ends a block of an answer, where it opens no card.
pub(crate) static RULE: Rule = Rule {
    name: "question-inside-answer",
    summary: "a question at the end of an answer opens no card",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("question_inside_answer.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here are read as parts of answers"),
        one_card_in: None,
    }),
    check: Check::Syntax(report),
};

fn report(error: &SyntaxError, cx: &ItemCx<'_>) -> Option<Finding> {
    (could_be_card(cx, error)).then(|| finding(cx, error))
}

/// Whether the line may be meant as a card. The first line of an answer is not: the question above
/// would have none. Answers that end with a mark seldom begin as questions do ("The sum is built
/// again, does it match?"); in other languages than English nobody knows how those begin.
fn could_be_card(cx: &ItemCx<'_>, error: &SyntaxError) -> bool {
    let answer = cx.card().and_then(|card| card.back);
    answer.is_none_or(|answer| answer.start() != error.range.start())
        && (begins_question(&cx.text[error.range]) || !cx.file.is_english())
}

fn finding(cx: &ItemCx<'_>, error: &SyntaxError) -> Finding {
    let start = line_start(cx.text, error.range.start());
    let finding = Finding::new(error.range, "this question is read as part of the answer above")
        .label("opens no card")
        .help(
            "if it is a card, put a blank line before it; if it belongs to the answer, put `\\` \
                   before its `?`",
        )
        .fix(Fix::unsafe_(
            "Put a blank line before it: it is a card",
            [TextEdit::insert(start, blank_line(cx, start))],
        ));
    match question_mark(&cx.text[error.range]).and_then(|at| TextSize::try_from(at).ok()) {
        Some(at) => finding.fix(Fix::unsafe_(
            "Escape the question mark: it belongs to the answer",
            [TextEdit::insert(error.range.start() + at, "\\")],
        )),
        None => finding,
    }
}

/// Where the line starts on which `at` lies: comments may stand before the question.
fn line_start(text: &str, at: TextSize) -> TextSize {
    let start = text[..usize::from(at)].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    TextSize::try_from(start).unwrap_or(at)
}
