use deck_syntax::{ItemKind, LineKind, TextRange, TextSize};

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::near_miss::{asked_above, item_above};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};
use crate::rules;

/// Text between cards that belongs to none.
pub(crate) static RULE: Rule = Rule {
    name: "loose-text",
    summary: "text between cards belongs to none of them",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("loose_text.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} pieces of text here belong to no card"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    // What stands before the first card introduces the deck.
    if cx.item.kind != ItemKind::Prose || !cx.item.context.card_above() {
        return;
    }
    let Some(above) = item_above(cx).map(|above| &above.item.kind) else { return };
    let heads = matches!(above, ItemKind::Section { .. } | ItemKind::Title { .. });
    let Some(start) = first_words(cx).filter(|_| !heads && !is_near_miss(cx)) else { return };
    let below_card = matches!(above, ItemKind::Card(_)) && !cx.item.context.block_start();
    findings.push(finding(cx, start, below_card));
}

/// Where the first words start: rules, pictures and page furniture hold none.
fn first_words(cx: &ItemCx<'_>) -> Option<TextSize> {
    let mut lines = cx.lines().filter(|line| line.kind == LineKind::Prose);
    let line = lines.find(|line| {
        !line.content.starts_with(['<', '!']) && line.content.contains(char::is_alphanumeric)
    })?;
    Some(line.start)
}

/// Whether another rule says why this is no card.
fn is_near_miss(cx: &ItemCx<'_>) -> bool {
    if !cx.item.errors.is_empty() || asked_above(cx) {
        return true;
    }
    let mut found = Findings::default();
    for rule in rules::ALL.iter().filter(|rule| NEAR_MISSES.contains(&rule.name)) {
        if let Check::Item(check) = rule.check {
            check(cx, &mut found);
        }
    }
    !found.0.is_empty()
}

const NEAR_MISSES: &[&str] = &[
    "indented-label",
    "missing-separator",
    "numbered-question",
    "setext-heading",
    "text-after-question",
    "unmarked-question",
    "unspaced-separator",
    "wrapped-question",
];

fn finding(cx: &ItemCx<'_>, start: TextSize, below_card: bool) -> Finding {
    let end = cx.text[cx.item.visible()].trim_end().len();
    let range = TextRange::new(start, TextSize::try_from(end).unwrap_or(start));
    let finding = Finding::new(range, "this text belongs to no card").label("never asked");
    if below_card {
        finding.help(
            "if it belongs to the card above, indent it; if it asks something, write it as a \
               question",
        )
    } else {
        finding.help(
            "if it is an answer, put its question above it; notes for yourself can stand in a \
               comment `<!-- … -->`",
        )
    }
}
