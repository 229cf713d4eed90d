use deck_similarity::Tier;

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::rule::{Check, FixKind, Group, Members, Rollup, Rule, dialects};
use crate::twins::{Likeness, QUESTIONS};

/// Two questions that nearly ask the same.
pub(crate) static RULE: Rule = Rule {
    name: "similar-question",
    summary: "two questions differ in an auxiliary or in the order of their words only",
    group: Group::Duplicates,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("similar_question.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions of this file are nearly asked elsewhere too"),
        one_card_in: None,
    }),
    check: Check::Workspace { index: &QUESTIONS, judge },
};

fn judge(members: &Members<'_>) -> Vec<(usize, Finding)> {
    let twins =
        members.twins().iter().filter(|twin| twin.likeness == Likeness::Question(Tier::Similar));
    twins
        .filter_map(|twin| {
            let card = members.item(twin.later).card()?;
            let finding = Finding::new(card.front, "another card asks nearly the same")
                .label("nearly the same question")
                .help(
                    "if both want the same answer, keep one; if not, say in each question what \
                     sets it apart",
                )
                .related_all(twin.places(members, "asked here nearly so"), twin.more);
            Some((twin.later, finding))
        })
        .collect()
}
