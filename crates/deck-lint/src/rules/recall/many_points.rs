use deck_syntax::CardForm;

use crate::asking::{Asking, keys};
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::points::points;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A list that is too long to be known by heart.
pub(crate) static RULE: Rule = Rule {
    name: "many-points",
    summary: "a list of more than seven points, or of more than the question asks for",
    group: Group::Recall,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("many_points.md"),
    rollup: None,
    check: Check::Item(check),
};

/// More points than that are recited, not known.
const MANY: usize = 7;

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(card) = cx.card().filter(|card| card.form != CardForm::Cloze) else { return };
    let Some(back) = card.back else { return };
    // Fewer than two ends of lines part no three points.
    if cx.text[back].bytes().filter(|&b| b == b'\n').nth(1).is_none() {
        return;
    }
    let points = points(&cx.text[back]);
    if points <= 2 {
        return;
    }
    if points > MANY {
        findings.push(
            Finding::new(back, format!("this answer is a list of {points} points"))
                .label("more than seven")
                .help(
                    "ask for each point by its reason or in its group: of a long list you forget \
                     another point each time, and the card never gets easier",
                ),
        );
    } else if let Some(asked) = asked(cx).filter(|&asked| asked < points) {
        let message = format!("the question asks for {asked}, and the answer lists {points}");
        findings.push(Finding::new(back, message).label(format!("{points} points")).help(
            "ask for as many as there are, or leave out what is not needed: as it is, nobody can \
             say when the answer is complete",
        ));
    }
}

const NUMBERS: [u64; 6] = keys(["two", "three", "four", "five", "six", "seven"]);
/// What stands before or after the number where that many are asked for.
const ASKS: [u64; 7] = keys(["name", "give", "list", "state", "describe", "explain", "outline"]);

/// How many points the question asks for: `Name three reasons`.
fn asked(cx: &ItemCx<'_>) -> Option<usize> {
    let asking =
        cx.facts.filter(|facts| facts.wording.front.counts).and_then(|_| Asking::of(cx))?;
    let number = |word: usize| NUMBERS.iter().position(|key| *key == asking.key(word));
    let (first, second) = (asking.key(0), asking.key(1));
    let at = if ASKS.contains(&first) {
        1
    } else if first == keys(["what"])[0] && second == keys(["are"])[0] {
        if asking.key(2) == keys(["the"])[0] { 3 } else { 2 }
    } else {
        return None;
    };
    Some(number(at)? + 2)
}
