//! What a rule is about: where a comment names it, and where it has found something.

use deck_lint::{Diagnostic, FixKind, Rule, rules};
use deck_syntax::{TextRange, TextSize};

use super::Hover;
use crate::spot::{Spot, bytes};

/// What comments can say to the linter.
const ORDERS: [(&str, &str); 4] = [
    (
        "decklint-allow",
        "Lets the rules that it names say nothing of the card below, or of the line it ends.",
    ),
    ("decklint-allow-file", "Lets the rules that it names say nothing in this file."),
    ("decklint-off", "Lets the rules that it names say nothing from here on, up to `decklint-on`."),
    ("decklint-on", "Lets the rules that it names speak again; without names, all of them."),
];

/// The rule, or the order, under the cursor in a comment. The range is relative to the item.
pub(super) fn in_comment(spot: &Spot<'_>) -> Option<Hover> {
    let comment = spot.cx.item.comments.iter().find(|comment| spot.touches(**comment))?;
    if !spot.cx.text[*comment].contains("decklint-") {
        return None;
    }
    let range = kebab(spot.cx.text, spot.at);
    let word = &spot.cx.text[range];
    if let Some((order, meaning)) = ORDERS.iter().find(|(order, _)| *order == word) {
        return Some(Hover { range, markdown: format!("**{order}**\n\n{meaning}") });
    }
    rules::by_name(word).map(|rule| Hover { range, markdown: page(rule) })
}

/// The word of letters and hyphens at a place.
fn kebab(text: &str, at: TextSize) -> TextRange {
    let at = usize::from(at);
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
    let (before, after) = text.as_bytes().split_at(at);
    let start = at - before.iter().rev().take_while(|b| is_part(b)).count();
    let end = at + after.iter().take_while(|b| is_part(b)).count();
    // The hyphens of `<!--` and `-->` are no part of a word.
    let word = text[start..end].trim_matches('-');
    let start = start + text[start..end].len() - text[start..end].trim_start_matches('-').len();
    bytes(start, start + word.len())
}

/// What the rules say that have found something at a byte offset of the file: two at most, since
/// the editor shows their messages anyway.
pub(super) fn said_at(findings: &[Diagnostic], offset: TextSize) -> Option<Hover> {
    let here = findings.iter().filter(|it| it.range.contains_inclusive(offset));
    let mut said: Vec<&Diagnostic> = here.collect();
    said.sort_by_key(|it| (std::cmp::Reverse(it.level), it.range.len(), it.rule.name));
    said.dedup_by_key(|it| it.rule.name);
    said.truncate(2);
    let range = said.first()?.range;
    let pages: Vec<String> = said.iter().map(|it| page(it.rule)).collect();
    Some(Hover { range, markdown: pages.join("\n\n") })
}

/// The start of a rule's page: what it finds and why that matters, with the list that this may
/// announce, and without the rest.
fn page(rule: &Rule) -> String {
    let page = rule.plain_page();
    let mut paragraphs = page.split("\n\n");
    let mut about = paragraphs.next().unwrap_or_default().trim().to_owned();
    if about.ends_with(':') {
        about += "\n\n";
        about += paragraphs.next().unwrap_or_default().trim();
    }
    let fix = match rule.fix {
        FixKind::None => "no fix",
        FixKind::Safe => "safe fix",
        FixKind::Unsafe => "unsafe fix",
    };
    format!("**{}** · {} · {fix}\n\n{about}", rule.name, rule.level.name())
}
