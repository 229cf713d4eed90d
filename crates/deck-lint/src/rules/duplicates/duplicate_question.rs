use deck_similarity::Tier;

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::rule::{Check, FixKind, Group, Members, Rollup, Rule, dialects};
use crate::twins::{Likeness, QUESTIONS};

/// The same question twice.
pub(crate) static RULE: Rule = Rule {
    name: "duplicate-question",
    summary: "the same question stands twice in the workspace, in the same or in other words",
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
    let twins = members.twins().iter().filter_map(|twin| match twin.likeness {
        Likeness::Question(tier @ (Tier::Same | Tier::Equivalent)) => Some((twin, tier)),
        _ => None,
    });
    twins
        .filter_map(|(twin, tier)| {
            let (message, there) = match tier {
                Tier::Same => ("this question is asked on another card", "asked here first"),
                _ => (
                    "this question is asked on another card in other words",
                    "asked here in other words",
                ),
            };
            let finding = Finding::new(members.item(twin.later).card()?.front, message)
                .label("asked again")
                .help(
                    "make one card of the two, or say in each question what sets it apart: when it \
                     comes up you cannot know which answer is wanted",
                )
                .related_all(twin.places(members, there), twin.more);
            Some((twin.later, finding))
        })
        .collect()
}
