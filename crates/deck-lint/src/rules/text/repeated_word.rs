use text_size::{TextRange, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::facts::{prose, sides, stutters};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};
use crate::words::{Word, words};

/// The same word twice in a row.
pub(crate) static RULE: Rule = Rule {
    name: "repeated-word",
    summary: "a word stands there twice in a row",
    group: Group::Text,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("repeated_word.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let stutter = |wording: &crate::facts::Wording| wording.front.stutters || wording.back.stutters;
    if !cx.facts.is_some_and(|facts| stutter(&facts.wording)) || !cx.file.is_english() {
        return;
    }
    for side in sides(cx) {
        let prose = prose(cx, side);
        let words: Vec<Word> = words(&prose).collect();
        for pair in words.windows(2) {
            let [one, other] = pair else { continue };
            // A formula or code that was blanked may stand between the two.
            let gap = &cx.text[side][one.end..other.start];
            if stutters(&prose, one, other) && gap.trim().is_empty() {
                findings.push(finding(cx, side.start(), one, other));
            }
        }
    }
}

fn finding(cx: &ItemCx<'_>, start: TextSize, one: &Word, other: &Word) -> Finding {
    let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX)) + start;
    let range = TextRange::new(size(one.start), size(other.end));
    let word = &cx.text[TextRange::new(size(other.start), size(other.end))];
    let second = TextRange::new(size(one.end), size(other.end));
    Finding::new(range, format!("`{word}` stands here twice"))
        .label("one of them is too many")
        .help("leave one out: you stumble over it each time the card comes back")
        .fix(Fix::safe(format!("Leave out the second `{word}`"), [TextEdit::replace(second, "")]))
}
