use deck_syntax::native;

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{OpenLine, above, asks, below, label_swallows, open_lines, orders};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// A question without its mark, or an examiner's order, that opens no card.
pub(crate) static RULE: Rule = Rule {
    name: "unmarked-question",
    summary: "a question has no question mark, and so opens no card",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("unmarked_question.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here have no question mark and open no card"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for open in open_lines(cx) {
        let line = open.line.content.trim_end();
        if let Some(what) = prompt(line)
            && could_open(cx, &open, what)
        {
            findings.push(finding(cx, &open.line, line, what));
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Prompt {
    Question,
    Order,
}

/// What a line asks for that does not end as a sentence does. Long lines, and lines with a full
/// stop inside, are answers.
fn prompt(line: &str) -> Option<Prompt> {
    let what = match () {
        () if line.len() > 200 => return None,
        () if asks(line) => Prompt::Question,
        () if orders(line) => Prompt::Order,
        () => return None,
    };
    let words = line.trim_end_matches(['*', '_']);
    let ends = words.ends_with(['.', ':', ',', ';', '…', '!', '：', '-', '\\']);
    let mut stops = words.match_indices(". ");
    let sentences = stops.any(|(at, _)| words[at + 2..].starts_with(char::is_uppercase));
    let other = line.contains(['?', '？']) || line.contains("::");
    (!ends && !sentences && !other).then_some(what)
}

/// Whether a card could have opened here. In mid-answer an order may be a step of it ("Calculate
/// the mean"), unless the answer is a list that this line interrupts.
fn could_open(cx: &ItemCx<'_>, open: &OpenLine<'_>, what: Prompt) -> bool {
    let below = below(cx, &open.line);
    let line = open.line.content;
    if goes_on(line, below) || native::is_question(below) {
        return false;
    }
    let list =
        || native::bullet(above(cx, &open.line)).is_some() && native::bullet(below).is_some();
    let capital = line.starts_with(|c: char| c.is_uppercase() || c == '*');
    open.opens_block || !below.is_empty() && capital && (what == Prompt::Question || list())
}

/// Whether the line is broken, as a paragraph is, or is a heading with a line under it.
fn goes_on(line: &str, below: &str) -> bool {
    let broken = line.len() > 50 && below.starts_with(char::is_lowercase);
    broken || below.len() > 2 && below.bytes().all(|b| b"=-~^".contains(&b))
}

fn finding(cx: &ItemCx<'_>, line: &ItemLine<'_>, words: &str, what: Prompt) -> Finding {
    let place = line.part(0, words.len());
    let (help, edit) = if what == Prompt::Question || label_swallows(cx) {
        let help = "end it with `?`; as text it belongs to what stands above, and is never asked";
        (help, TextEdit::insert(place.end(), "?"))
    } else {
        let help = "put `Q:` before it, or end it with `?`; as text it is never asked";
        (help, TextEdit::insert(place.start(), "Q: "))
    };
    Finding::new(place, "this question opens no card")
        .label("no question mark, so it is read as text")
        .help(help)
        .fix(Fix::unsafe_("Mark it as a question", [edit]))
}
