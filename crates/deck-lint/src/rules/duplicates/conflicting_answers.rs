use deck_similarity::Conflict;

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::rule::{Check, FixKind, Group, Members, Rollup, Rule, dialects};
use crate::twins::{Likeness, QUESTIONS};

/// The same question with two answers that cannot both be right.
pub(crate) static RULE: Rule = Rule {
    name: "conflicting-answers",
    summary: "the same question stands twice, and the answers cannot both be right",
    group: Group::Duplicates,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("conflicting_answers.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions of this file have other answers elsewhere"),
        one_card_in: None,
    }),
    check: Check::Workspace { index: &QUESTIONS, judge },
};

fn judge(members: &Members<'_>) -> Vec<(usize, Finding)> {
    let twins = members.twins().iter().filter_map(|twin| match twin.likeness {
        Likeness::Conflict(conflict) => Some((twin, conflict)),
        _ => None,
    });
    twins
        .filter_map(|(twin, conflict)| {
            let card = members.item(twin.later).card()?;
            let what = match conflict {
                Conflict::YesNo => "one card says yes to this question, another says no",
                Conflict::Number => "two cards answer this question with two numbers",
                Conflict::Date => "two cards answer this question with two dates",
                Conflict::Words => "two cards answer this question with two answers",
            };
            let finding = Finding::new(card.back.unwrap_or(card.front), what)
                .label("answered otherwise here")
                .help(
                    "find out which is right and delete the other card; if both are, say in each \
                     question what sets it apart",
                )
                .related_all(twin.places(members, "the same question"), twin.more);
            Some((twin.later, finding))
        })
        .collect()
}
