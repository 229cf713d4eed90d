use deck_syntax::native;

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{OpenLine, asks, below, blank_line, label_swallows, open_lines, orders};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A question with text behind it, its answer or more of it.
pub(crate) static RULE: Rule = Rule {
    name: "text-after-question",
    summary: "text follows a question on its line, so that it opens no card",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("text_after_question.md"),
    rollup: Some(Rollup {
        message: |count| {
            format!("{count} questions here have text behind their mark and open no card")
        },
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for open in open_lines(cx) {
        if let Some((mark, text)) = followed(&open) {
            findings.push(finding(cx, &open, mark, text));
        }
    }
}

/// Where the question's mark ends and where the text behind it starts.
fn followed(open: &OpenLine<'_>) -> Option<(usize, usize)> {
    let line = open.line.content.trim_end();
    if !open.opens_block || !asks(line) {
        return None;
    }
    let mark = line.find('?')? + 1;
    let text = line[mark..].trim_start();
    let words = text.starts_with(char::is_alphanumeric) && line[mark..].len() > text.len();
    let alone = !text.contains('?') && !line.contains("::");
    (words && alone && native::is_question(&line[..mark]) && !native::is_question(line))
        .then_some((mark, line.len() - text.len()))
}

fn finding(cx: &ItemCx<'_>, open: &OpenLine<'_>, mark: usize, text: usize) -> Finding {
    let line = &open.line;
    let words = line.content.trim_end();
    Finding::new(
        line.part(text, words.len()),
        "this text keeps the question before it from opening a card",
    )
    .label("behind the question mark")
    .help("put the answer on the line below; if this is still the question, put `Q:` before it all")
    .fix(fix(cx, open, mark, text))
}

/// Parts the answer from the question. Where an answer stands below, or the text goes on asking, it
/// is part of the question, and only a label can say so.
fn fix(cx: &ItemCx<'_>, open: &OpenLine<'_>, mark: usize, text: usize) -> Fix {
    let line = &open.line;
    let words = &line.content[text..];
    let title = "Make a card of it";
    let still_asks =
        orders(words) || words.starts_with(char::is_lowercase) || !below(cx, line).is_empty();
    if still_asks && !label_swallows(cx) {
        return Fix::unsafe_(title, [TextEdit::insert(line.start, "Q: ")]);
    }
    let edit = TextEdit::replace(line.part(mark, text), blank_line(cx, line.start));
    // In an answer the question may be one that it asks itself.
    if still_asks || open.in_answer {
        Fix::unsafe_(title, [edit])
    } else {
        Fix::safe(title, [edit])
    }
}
