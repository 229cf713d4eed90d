use deck_syntax::native;

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{OpenLine, asks, open_lines};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule};

/// A question with its answer on the same line.
pub(crate) static RULE: Rule = Rule {
    name: "text-after-question",
    summary: "text follows a question on its line, so that it opens no card",
    group: Group::Structure,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("text_after_question.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here have their answer on the same line and open no card"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for open in open_lines(cx) {
        if let Some((mark, text)) = answered(&open) {
            findings.push(finding(&open, mark, text));
        }
    }
}

/// Where the question's mark ends and where the text behind it starts.
fn answered(open: &OpenLine<'_>) -> Option<(usize, usize)> {
    let line = open.line.content.trim_end();
    if !open.opens_block || !asks(line) {
        return None;
    }
    let mark = line.find('?')? + 1;
    let behind = &line[mark..];
    let text = behind.trim_start();
    let one = behind.len() > text.len() && !text.contains('?') && !line.contains("::");
    (one && native::is_question(&line[..mark]) && !native::is_question(line))
        .then_some((mark, line.len() - text.len()))
}

fn finding(open: &OpenLine<'_>, mark: usize, text: usize) -> Finding {
    let edit = TextEdit::replace(open.line.part(mark, text), "\n");
    let title = "Put the answer on a line of its own";
    // In an answer the question may be one that it asks itself.
    let fix = if open.in_answer { Fix::unsafe_(title, [edit]) } else { Fix::safe(title, [edit]) };
    let end = open.line.content.trim_end().len();
    Finding::new(open.line.part(text, end), "this text keeps the question before it from opening a card")
        .label("behind the question mark")
        .help("put the answer on the line below; as it stands the question is never asked")
        .fix(fix)
}
