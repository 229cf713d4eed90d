use deck_similarity::typo_twins;

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::facts;
use crate::finding::{Finding, Related};
use crate::rule::{CardsCx, Check, FixKind, Group, Placed, Rule, dialects};

/// The same question twice, once with a slip of the pen.
pub(crate) static RULE: Rule = Rule {
    name: "probable-typo-twin",
    summary: "two questions differ in one letter of a word that is written so nowhere else",
    group: Group::Duplicates,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("probable_typo_twin.md"),
    rollup: None,
    check: Check::Cards(check),
};

fn check(cx: &CardsCx<'_>) -> Vec<Placed> {
    let question = |member| facts::question_of(&cx.item(member));
    let cards = || cx.members().filter_map(|member| Some((member, cx.keys(member)?)));
    let twins = typo_twins(cards, question);
    twins
        .into_iter()
        .filter_map(|twin| {
            let (rare, common) = (cx.item(twin.rare), cx.item(twin.common));
            let front = rare.card()?.front;
            let written = question(twin.rare)?.written(twin.slot)?.to_owned();
            let at = rare.text[front].find(&written);
            let word = at.and_then(|at| {
                let start = front.start() + text_size::TextSize::try_from(at).ok()?;
                Some(text_size::TextRange::at(start, text_size::TextSize::of(written.as_str())))
            });
            let mut finding = Finding::new(
                word.unwrap_or(front),
                format!("`{written}` is probably `{}`", twin.common_word),
            )
            .label("written so nowhere else")
            .help(
                "if it is a slip, correct it: the same question stands on another card then, and \
                 one of the two can go",
            )
            .related(Related {
                member: Some(1),
                range: common.card()?.front,
                text: format!("the same question with `{}`", twin.common_word),
            });
            if let Some(word) = word {
                let title = format!("Write `{}`", twin.common_word);
                let edit = TextEdit::replace(word, twin.common_word.clone());
                finding = finding.fix(Fix::unsafe_(title, [edit]));
            }
            Some(Placed { members: vec![twin.rare, twin.common], finding })
        })
        .collect()
}
