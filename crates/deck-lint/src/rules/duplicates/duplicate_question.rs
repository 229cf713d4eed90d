use crate::diagnostic::Level;
use crate::finding::{Finding, Related};
use crate::rule::{Check, FixKind, Group, ItemCx, Members, Rollup, Rule, dialects};
use crate::twins::{QUESTIONS, twins};

/// The same question twice, with two answers.
pub(crate) static RULE: Rule = Rule {
    name: "duplicate-question",
    summary: "the same question stands twice in the workspace, with different answers",
    group: Group::Duplicates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("duplicate_question.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions of this file stand elsewhere too"),
        one_card_in: None,
    }),
    check: Check::Workspace { index: &QUESTIONS, judge },
};

fn judge(members: &Members<'_>) -> Vec<(usize, Finding)> {
    let items: Vec<ItemCx<'_>> = members.items().collect();
    // The same card twice is duplicate-card's.
    let different = twins(members).into_iter().filter(|twin| !twin.same_answer);
    different
        .filter_map(|twin| {
            let finding = Finding::new(
                items[twin.later].card()?.front,
                "this question is asked on another card, with a different answer",
            )
            .label("asked again")
            .help(
                "make one card of the two, or say in each question what sets it apart: when it \
                 comes up you cannot know which answer is wanted",
            )
            .related(Related {
                member: Some(twin.earlier),
                range: items[twin.earlier].card()?.front,
                text: "asked here first".to_owned(),
            });
            Some((twin.later, finding))
        })
        .collect()
}
