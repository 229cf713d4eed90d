use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// An answer that is too long to be said from memory.
pub(crate) static RULE: Rule = Rule {
    name: "long-answer",
    summary: "an answer of more than 80 words",
    group: Group::Recall,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("long_answer.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} answers here have more than 80 words"),
        one_card_in: Some(10),
    }),
    check: Check::Item(check),
};

/// More words than anyone says from memory in one breath.
const LONG: u32 = 80;
/// A page: such a card is a text to read.
const TEXT: u32 = 200;

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(words) = cx.facts.map(|facts| facts.wording.back.words) else { return };
    let Some(back) = cx.card().and_then(|card| card.back).filter(|_| words > LONG) else { return };
    let help = if words > TEXT {
        "this is a text to read, not an answer to know: keep it in your notes, and make a card of \
         each thing in it that may be asked"
    } else {
        "make several cards of it, each with one thing to know: of a long answer you remember a \
         part, and can mark the card neither right nor wrong"
    };
    findings.push(
        Finding::new(back, format!("this answer has {words} words"))
            .label("too long to know by heart")
            .help(help),
    );
}
