use deck_syntax::{CardForm, LineKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::begins_question;
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// A question with its answer inside the answer of a card with labels.
pub(crate) static RULE: Rule = Rule {
    name: "swallowed-question",
    summary: "a question below a card with labels lacks its `Q:`, and so belongs to that card",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("swallowed_question.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here belong to the card above them"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.card().is_none_or(|card| card.form != CardForm::Labelled) {
        return;
    }
    let mut lines = cx.lines().peekable();
    let mut above_blank = false;
    while let Some(line) = lines.next() {
        let answered = lines.peek().is_some_and(|below| below.kind == LineKind::Back);
        let looks = line.kind == LineKind::Back && !line.verbatim && above_blank && answered;
        if looks && native::is_question(line.content) && begins_question(line.content) {
            findings.push(finding(&line));
        }
        above_blank = line.kind == LineKind::Blank;
    }
}

fn finding(line: &ItemLine<'_>) -> Finding {
    let place = line.part(0, line.content.trim_end().len());
    let mark = line.content.rfind(['?', '？', '؟']).unwrap_or_default();
    let mark = line.part(mark, mark).start();
    Finding::new(place, "this question belongs to the answer above it")
        .label("no `Q:`, so it opens no card below an `A:`")
        .help(
            "put `Q:` before it: an answer with a label goes on until the next label, heading or \
             `---`; if it does belong to the answer, put `\\` before its `?`",
        )
        .fix(Fix::unsafe_("Make it a card", [TextEdit::insert(place.start(), "Q: ")]))
        .fix(Fix::unsafe_("Keep it in the answer", [TextEdit::insert(mark, "\\")]))
}
