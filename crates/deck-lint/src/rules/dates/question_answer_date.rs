use deck_dates::{Mention, Relation, compare};
use deck_syntax::CardForm;

use crate::dated::{after, before, is_exact, last_word, lower_words};
use crate::diagnostic::Level;
use crate::facts::CardFacts;
use crate::finding::{Finding, Findings};
use crate::restated::{asks_about, dated_otherwise};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// An answer that lies in another year than its question.
pub(crate) static RULE: Rule = Rule {
    name: "question-answer-date",
    summary: "the answer gives another date than the question asks about",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("question_answer_date.md"),
    rollup: None,
    check: Check::Item(check),
};

/// Words in an answer that lead to another time than that of the question.
#[rustfmt::skip]
const ELSEWHEN: &[&str] = &[
    "after", "ago", "already", "although", "as", "because", "before", "born", "but", "by", "died",
    "during", "earlier", "finally", "first", "following", "former", "from", "had", "has", "having",
    "later", "not", "now", "once", "originally", "previous", "previously", "since", "so", "then",
    "though", "to", "until", "until", "when", "which", "while", "who", "whose", "would",
];

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some((facts, back)) = cx.facts.zip(cx.card().and_then(|card| card.back)) else { return };
    let [asked] = facts.front_dates() else { return };
    if !is_exact(asked) || !facts.back_dates().iter().any(|it| is_apart(asked, it)) {
        return;
    }
    let Some(card) = cx.card().filter(|card| card.form != CardForm::Cloze) else { return };
    if !cx.file.is_english() || !asks_about(cx, asked) {
        return;
    }
    let given = given(cx, facts, &cx.text[back])
        .filter(|given| is_apart(asked, given))
        .or_else(|| dated_otherwise(cx, asked, card.front, back));
    if let Some(given) = given {
        findings.push(finding(cx, asked, given));
    }
}

fn is_apart(asked: &Mention, given: &Mention) -> bool {
    is_exact(given) && compare(asked, given) == Some(Relation::Disjoint)
}

/// The one date of a short answer, where it says when the answer was: it opens it, or follows a
/// comma or a verb of the question.
fn given<'a>(cx: &ItemCx<'_>, facts: &'a CardFacts, answer: &str) -> Option<&'a Mention> {
    let [given] = facts.back_dates() else { return None };
    let words: Vec<String> = lower_words(answer).collect();
    if words.len() > 14 || words.iter().any(|word| ELSEWHEN.contains(&&**word)) {
        return None;
    }
    let back = cx.card()?.back?;
    let lead = before(cx, given).get(usize::from(back.start())..)?.trim_end();
    let lead = lead.strip_suffix("the").unwrap_or(lead).trim_end();
    let preposition = last_word(lead);
    let opens = lead.is_empty();
    if !opens && !matches!(preposition, "in" | "In" | "on" | "On") {
        return None;
    }
    let lead = lead[..lead.len() - preposition.len()].trim_end();
    let verb = last_word(lead).to_lowercase();
    let question = &cx.text[cx.card()?.front];
    let shared = lower_words(question).skip(1).any(|word| word == verb);
    let plain = !after(cx, given).starts_with([')', ']']);
    (plain && (lead.is_empty() || lead.ends_with(',') || shared)).then_some(given)
}

fn finding(cx: &ItemCx<'_>, asked: &Mention, given: &Mention) -> Finding {
    let (asked_text, text) = (&cx.text[asked.range], &cx.text[given.range]);
    let said = format!("the question is about {asked_text}, and the answer says {text}");
    Finding::new(given.range, said)
        .label("another time than the question's")
        .help("one of the two dates is wrong, or the answer should say what links them")
        .place(asked.range, "asked about here")
}
