use crate::asking::{AUXILIARIES, Asking, keys};
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// Two questions on one card.
pub(crate) static RULE: Rule = Rule {
    name: "several-questions",
    summary: "one card asks two questions",
    group: Group::Recall,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("several_questions.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(front) = cx.facts.map(|facts| facts.wording.front) else { return };
    if front.asking < 2 {
        return;
    }
    let Some(asking) = Asking::of(cx) else { return };
    let Some(second) = second(&asking) else { return };
    findings.push(
        Finding::new(
            asking.range(second, asking.len() - 1),
            "this is a second question on the card",
        )
        .label("asked here, too")
        .help(
            "make two cards of it: if you know one answer and not the other, you can mark the \
                 card neither right nor wrong",
        ),
    );
}

const WORDS: [u64; 9] =
    keys(["what", "which", "who", "whom", "whose", "when", "where", "why", "how"]);
const AND: u64 = keys(["and"])[0];

/// The word with which another question begins.
fn second(asking: &Asking<'_>) -> Option<usize> {
    let asks = |word: usize| WORDS.contains(&asking.key(word));
    let first = (0..asking.len()).find(|&word| asks(word))?;
    (first + 2..asking.len()).find(|&word| {
        let before = asking.gap(word - 1);
        // `When and where …`: one question in two words.
        let joined = asking.key(word - 1) == AND && !asks(word - 2) && opens(asking, word);
        let new = before.contains('?');
        asks(word) && (joined || new)
    })
}

/// Whether the question word opens a question of its own: `and what did`, not `and how to`.
fn opens(asking: &Asking<'_>, word: usize) -> bool {
    (word + 1..=word + 3).any(|next| AUXILIARIES.contains(&asking.key(next)))
}
