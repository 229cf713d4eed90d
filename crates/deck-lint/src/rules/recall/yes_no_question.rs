use deck_syntax::CardForm;

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A question that is answered by yes or no alone.
pub(crate) static RULE: Rule = Rule {
    name: "yes-no-question",
    summary: "the answer is yes or no, which a guess gets right half the time",
    group: Group::Recall,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("yes_no_question.md"),
    rollup: None,
    check: Check::Item(check),
};

/// An answer with more words than that says why.
const MOST_WORDS: u32 = 3;

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(card) = cx.card().filter(|card| card.form != CardForm::Cloze) else { return };
    let Some(back) = card.back else { return };
    if cx.facts.is_none_or(|facts| facts.wording.back.words > MOST_WORDS) {
        return;
    }
    let answer = cx.text[back].trim_matches(|c: char| !c.is_alphanumeric());
    if !["yes", "no", "true", "false"].iter().any(|word| answer.eq_ignore_ascii_case(word)) {
        return;
    }
    if !cx.text[card.front].trim_end().ends_with('?') || !cx.file.is_english() {
        return;
    }
    findings.push(
        Finding::new(back, format!("the whole answer is `{answer}`"))
            .label("a guess is right half the time")
            .help(
                "ask for what makes it so (`Why is …?`, `What happens when …?`), or put the reason \
                 into the answer: otherwise you can be right for years without knowing anything",
            ),
    );
}
