use std::collections::HashMap;

use deck_similarity::fold_markup;

use crate::diagnostic::Level;
use crate::facts::seen;
use crate::finding::{Finding, Related};
use crate::hash::hash;
use crate::rule::{CardsCx, Check, FixKind, Group, Member, Placed, Rollup, Rule, dialects};

/// The same answer to two questions.
pub(crate) static RULE: Rule = Rule {
    name: "duplicate-answer",
    summary: "two questions have the same answer",
    group: Group::Duplicates,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: false,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("duplicate_answer.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} answers of this file are answers elsewhere too"),
        one_card_in: None,
    }),
    check: Check::Cards(check),
};

/// Shorter answers are shared by many questions: yes, 1936, Stalin.
const LEAST_WORDS: usize = 4;

fn check(cx: &CardsCx<'_>) -> Vec<Placed> {
    let mut firsts: HashMap<u64, Member> = HashMap::new();
    let mut found = Vec::new();
    for member in cx.members() {
        let item = cx.item(member);
        let Some(back) = item.card().and_then(|card| card.back) else { continue };
        let answer = fold_markup(&seen(&item, back));
        if answer.split(' ').count() < LEAST_WORDS {
            continue;
        }
        let first = *firsts.entry(hash(answer.as_bytes())).or_insert(member);
        let question = |member| cx.item(member).facts.and_then(|it| Some(it.keys.as_ref()?.t3));
        if first == member || question(first) == question(member) {
            continue;
        }
        let Some(range) = cx.item(first).card().and_then(|card| card.back) else { continue };
        let finding = Finding::new(back, "this answer stands on another card too")
            .label("the same answer")
            .help(
                "if both questions ask for the same fact, keep one; if not, each answer should say \
                 what is particular to its question",
            )
            .related(Related { member: Some(1), range, text: "answers here already".to_owned() });
        found.push(Placed { members: vec![member, first], finding });
    }
    found
}
