use deck_syntax::{CardForm, LineKind, headings};

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A second `%` in a card, below which all is lost.
pub(crate) static RULE: Rule = Rule {
    name: "repeated-separator",
    summary: "a card has a second `%`, and what stands below it is lost",
    group: Group::Structure,
    dialects: dialects::HEADINGS,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("repeated_separator.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.card().is_none_or(|card| card.form != CardForm::Heading) {
        return;
    }
    let mut lines = cx.lines();
    let Some(first) = lines.find(|line| line.kind == LineKind::Separator) else { return };
    let second = lines.find(|line| !line.verbatim && headings::is_separator(line.content));
    if let Some(second) = second {
        findings.push(
            Finding::new(second.range(), "this card has a second `%`")
                .label("what stands below is not imported")
                .help(
                    "delete it, or begin another card with `##`; a card has one question and one \
                     answer",
                )
                .place(first.range(), "the question ends here"),
        );
    }
}
