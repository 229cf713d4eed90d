use crate::asking::{Asking, keys};
use crate::diagnostic::Level;
use crate::facts::prose;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};
use crate::words::words;

/// An answer that stands word by word in its question.
pub(crate) static RULE: Rule = Rule {
    name: "answer-in-question",
    summary: "the question already says the answer",
    group: Group::Recall,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("answer_in_question.md"),
    rollup: None,
    check: Check::Item(check),
};

/// A longer answer is hardly ever in its question.
const MOST_WORDS: u32 = 8;
/// Words after which a question names what may be chosen.
const CHOICE: [u64; 6] = keys(["or", "between", "versus", "vs", "than", "and"]);

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(wording) = cx.facts.map(|facts| &facts.wording) else { return };
    let fits = (1..=MOST_WORDS).contains(&wording.back.words);
    if !fits || wording.back.words >= wording.front.words {
        return;
    }
    let Some(back) = cx.card().and_then(|card| card.back) else { return };
    if !is_plain(&cx.text[back]) {
        return;
    }
    let answer = prose(cx, back);
    let wanted: Vec<u64> = words(&answer).map(|word| word.key).collect();
    if cx.text[back].len() < SHORTEST || cx.facts.is_none() {
        return;
    }
    let Some((asking, at)) = stands_in(cx, &wanted) else { return };
    findings.push(
        Finding::new(
            asking.range(at, at + wanted.len() - 1),
            "the question already says the answer",
        )
        .label("the whole answer stands here")
        .help("ask for it in other words: as it is, you only have to read the card to be right"),
    );
}

/// Shorter answers are letters and symbols.
const SHORTEST: usize = 4;

/// Whether an answer is words, and nothing but words.
fn is_plain(answer: &str) -> bool {
    answer.bytes().all(|b| b.is_ascii_alphabetic() || b" .,'-*\n".contains(&b))
}

/// The question, and the first word of the answer in it.
fn stands_in<'a>(cx: &ItemCx<'a>, wanted: &[u64]) -> Option<(Asking<'a>, usize)> {
    let asking = Asking::of(cx)?;
    let keys: Vec<u64> = (0..asking.len()).map(|word| asking.key(word)).collect();
    let at = keys.windows(wanted.len()).position(|window| window == wanted)?;
    let says_something = (at..at + wanted.len()).any(|word| !asking.is_light(word));
    let chooses = keys.iter().any(|key| CHOICE.contains(key));
    (says_something && !chooses && !asking.prose().trim().contains('\n')).then_some((asking, at))
}
