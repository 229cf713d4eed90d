//! Comments that allow what is found.

use deck_lint::rules;
use deck_syntax::Dialect;

use super::place::{At, starts_with, tail};
use super::{Completion, CompletionKind};

const ORDERS: [(&str, &str); 4] = [
    ("decklint-allow", "allow a rule on the card below, or on this line"),
    ("decklint-allow-file", "allow a rule in the whole file"),
    ("decklint-off", "allow a rule from here on"),
    ("decklint-on", "end what decklint-off began"),
];

/// The words of a comment for decklint, where one is typed.
pub(super) fn complete(at: &At<'_>) -> Option<Vec<Completion>> {
    let before = at.line.before;
    let body = match at.dialect() {
        Dialect::Anki => before.strip_prefix('#')?,
        _ => before.rsplit_once("<!--").map(|(_, body)| body).filter(|it| !it.contains("-->"))?,
    };
    let body = body.trim_start();
    let Some((order, names)) = body.split_once([' ', '\t']) else {
        return orders(at, body);
    };
    if !ORDERS.iter().any(|(name, _)| *name == order) {
        return None;
    }
    if names.contains(':') {
        return Some(Vec::new());
    }
    Some(rule_names(at, names))
}

fn orders(at: &At<'_>, typed: &str) -> Option<Vec<Completion>> {
    let found: Vec<Completion> = (0..)
        .zip(ORDERS)
        .filter(|(_, (name, _))| name.starts_with(typed))
        .map(|(rank, (name, detail))| {
            at.propose((name, CompletionKind::Order), typed, detail, rank)
        })
        .collect();
    // A comment may be anything; the head of text for Anki has other proposals.
    let is_ours = !typed.is_empty() || at.dialect() != Dialect::Anki;
    (is_ours && !found.is_empty()).then_some(found)
}

/// The rules of the dialect, first those that found something here, then those that found
/// something in the file.
fn rule_names(at: &At<'_>, names: &str) -> Vec<Completion> {
    let typed = tail(names, |c| !matches!(c, ',' | ' ' | '\t'));
    let listed = &names[..names.len() - typed.len()];
    let is_listed = |name: &str| listed.split([',', ' ', '\t']).any(|it| it == name);
    let rules = rules::ALL.iter().filter(|rule| rule.reads(at.dialect()) && !is_listed(rule.name));
    let near = at.item.map_or(at.offset, |(_, item)| item.start + item.item.len());
    rules
        .filter(|rule| rule.name.contains(typed) || starts_with(rule.name, typed))
        .map(|rule| {
            let mut found = at.cx.findings.iter().filter(|it| it.rule.name == rule.name).peekable();
            let anywhere = found.peek().is_some();
            // A comment speaks of the card it stands in, or of the one below.
            let here = found.any(|it| it.range.end() >= at.line.start && it.range.start() <= near);
            let rank = if here {
                0
            } else if anywhere {
                1
            } else {
                2
            };
            at.propose((rule.name, CompletionKind::Rule), typed, rule.summary, rank)
        })
        .collect()
}
