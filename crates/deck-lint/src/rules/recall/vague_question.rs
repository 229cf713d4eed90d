use crate::asking::{Asking, keys};
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A question that does not say what it is about.
pub(crate) static RULE: Rule = Rule {
    name: "vague-question",
    summary: "a question that fits any card",
    group: Group::Recall,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("vague_question.md"),
    rollup: None,
    check: Check::Item(check),
};

/// A question with more words than that says something.
const MOST_WORDS: u32 = 6;

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.facts.is_none_or(|facts| facts.wording.front.words > MOST_WORDS) {
        return;
    }
    let Some(asking) = Asking::of(cx).filter(|asking| asking.ends_in_mark() && is_vague(asking))
    else {
        return;
    };
    findings.push(
        Finding::new(
            asking.range(0, asking.len() - 1),
            "the question does not say what it is about",
        )
        .label("of what?")
        .help(
            "name what is asked about: `What happened at Khalkhin Gol?`. A card is met alone, \
                 on any day, between any others",
        ),
    );
}

/// Whether a question would stand as well on any other card.
pub(crate) fn is_vague(asking: &Asking<'_>) -> bool {
    let says_nothing = |word: usize| asking.is_light(word) || EMPTY.contains(&asking.key(word));
    asking.len() > 0
        && asking.len() <= MOST_WORDS as usize
        && (0..asking.len()).all(says_nothing)
        // Code, formulas, pictures and other scripts are no words here, and say enough.
        && asking.prose().bytes().all(|b| b.is_ascii_alphabetic() || b" ?.!*_'".contains(&b))
        && !asking.prose().contains("  ")
}

/// Words that say nothing of what is asked about.
const EMPTY: [u64; 24] = keys([
    "it", "this", "these", "they", "happen", "happened", "happens", "next", "mean", "means",
    "meaning", "called", "matter", "work", "works", "example", "examples", "purpose", "reason",
    "reasons", "result", "results", "first", "later",
]);
