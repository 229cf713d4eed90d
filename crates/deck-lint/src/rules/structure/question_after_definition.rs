use deck_syntax::{CardForm, TextRange, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{item_above, line_ending};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A `Q:` that no `---` parts from the definition above it.
pub(crate) static RULE: Rule = Rule {
    name: "question-after-definition",
    summary: "a question stands below a definition, with no `---` between them",
    group: Group::Structure,
    dialects: dialects::HASHCARDS,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("question_after_definition.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let form = |cx: &ItemCx<'_>| cx.card().map(|card| card.form);
    if form(cx) != Some(CardForm::Labelled) {
        return;
    }
    let Some(above) = item_above(cx).filter(|above| form(above) == Some(CardForm::Term)) else {
        return;
    };
    let ending = line_ending(above.text);
    findings.push(
        Finding::new(
            TextRange::up_to(TextSize::of("Q:")),
            "hashcards does not read a question below a definition",
        )
        .label("no `---` stands above")
        .help(
            "put a line `---` between the two cards; as it is, hashcards 0.5 reads no card of the \
             whole collection",
        )
        .fix(Fix::safe(
            "Put a `---` above it",
            [TextEdit::insert(TextSize::new(0), format!("---{ending}{ending}"))],
        )),
    );
}
