use deck_syntax::{CardForm, ItemKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{OpenLine, above, asks, below, open_lines};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule};

/// A question without its mark, or an examiner's order, that opens no card.
pub(crate) static RULE: Rule = Rule {
    name: "unmarked-question",
    summary: "a question has no question mark, and so opens no card",
    group: Group::Structure,
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
        let Some(what) = prompt(line) else { continue };
        if could_open(cx, &open, what) && !native::is_question(below(cx, &open.line)) {
            findings.push(finding(cx, &open.line, line, what));
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Prompt {
    Question,
    Order,
}

/// What a line asks for that does not end as a sentence does. Longer lines are answers.
fn prompt(line: &str) -> Option<Prompt> {
    if line.len() > 200 || !matches!(line.as_bytes().first(), Some(b'A'..=b'Z' | b'*' | b'_' | b'w' | b'h')) {
        return None;
    }
    let what = if asks(line) {
        Prompt::Question
    } else if orders(line) {
        Prompt::Order
    } else {
        return None;
    };
    let words = line.trim_end_matches(['*', '_']);
    let ends = words.ends_with(['.', ':', ',', ';', '…', '!', '：']);
    (!ends && !line.contains(['?', '？']) && !line.contains("::")).then_some(what)
}

/// Whether the line begins with an examiner's order. Most of those verbs are nouns, too ("State
/// control", "List comprehension"): behind these an article, a number or a possessive must follow.
fn orders(line: &str) -> bool {
    let mut words = line.trim_start_matches(['*', '_']).split_ascii_whitespace();
    let (Some(verb), Some(object)) = (words.next(), words.next()) else { return false };
    match verb {
        "Define" | "Explain" | "Describe" | "Discuss" | "Evaluate" | "Calculate" | "Suggest"
        | "Summarise" | "Summarize" | "Distinguish" | "Differentiate" | "Identify" | "Justify" => true,
        "State" | "Name" | "List" | "Give" | "Outline" | "Compare" | "Contrast" => {
            DETERMINERS.contains(&object) || object.ends_with("'s") || object.ends_with("’s")
        }
        _ => false,
    }
}

const DETERMINERS: &[&str] = &[
    "the", "a", "an", "one", "two", "three", "four", "five", "six", "2", "3", "4", "5", "6", "all",
    "any", "some", "both", "what", "how", "why", "which", "whether",
];

/// Whether a card could open here. In mid-answer an order may be a step of it ("Calculate the
/// mean"), unless the answer is a list that this line interrupts.
fn could_open(cx: &ItemCx<'_>, open: &OpenLine<'_>, what: Prompt) -> bool {
    let below = below(cx, &open.line);
    if open.opens_block {
        return true;
    }
    let list = || {
        native::bullet(above(cx, &open.line)).is_some() && native::bullet(below).is_some()
    };
    !below.is_empty() && (what == Prompt::Question || list())
}

fn finding(cx: &ItemCx<'_>, line: &ItemLine<'_>, words: &str, what: Prompt) -> Finding {
    let finding = Finding::new(line.part(0, words.len()), "this question opens no card")
        .label("no question mark, so it is read as text");
    let start = line.part(0, 0).start();
    if what == Prompt::Question || swallows_cards(cx) {
        let end = line.part(words.len(), words.len()).end();
        return finding
            .help("end it with `?`; as text it belongs to what stands above, and is never asked")
            .fix(Fix::unsafe_("End it with a question mark", [TextEdit::insert(end, "?")]));
    }
    finding
        .help("put `Q:` before it, or end it with `?`; as text it is never asked")
        .fix(Fix::unsafe_("Put `Q:` before it", [TextEdit::insert(start, "Q: ")]))
}

/// Whether a card with a label in here would take the cards below it for its answer: only labels,
/// headings and `---` end it.
fn swallows_cards(cx: &ItemCx<'_>) -> bool {
    let deck = &cx.file.deck;
    let next = deck.item_at(cx.start).map_or(0, |index| index + 1);
    let closing = deck.items()[next..].iter().find(|item| item.kind != ItemKind::Prose);
    closing.and_then(|item| item.card()).is_some_and(|card| {
        matches!(card.form, CardForm::Question | CardForm::OneLine { .. })
    })
}
