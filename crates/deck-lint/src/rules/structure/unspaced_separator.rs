use std::ops::Range;

use deck_syntax::{CardForm, ItemKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{item_above, item_below, open_lines};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// `front::back`, where the spaces are missing.
pub(crate) static RULE: Rule = Rule {
    name: "unspaced-separator",
    summary: "a `::` lacks the spaces around it, and so makes no card",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("unspaced_separator.md"),
    rollup: Some(Rollup {
        message: |count| {
            format!("{count} lines here lack the spaces around their `::` and are no cards")
        },
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.item.kind != ItemKind::Prose || memchr::memmem::find(cx.text.as_bytes(), b"::").is_none()
    {
        return;
    }
    let mut known = None;
    for open in open_lines(cx) {
        let Some(colons) = unspaced(open.line.content) else { continue };
        let asks = native::is_question(open.line.content[..colons.start].trim_end());
        if asks || *known.get_or_insert_with(|| beside_cards(cx) || all_alike(cx)) {
            findings.push(finding(&open.line, colons));
        }
    }
}

/// The one `::` or `:::` of the line, if words stand on both its sides and it makes no card.
fn unspaced(line: &str) -> Option<Range<usize>> {
    let start = memchr::memmem::find(line.as_bytes(), b"::")?;
    let colons = line[start..].bytes().take_while(|&b| b == b':').count();
    let end = start + colons;
    let worded = |side: &str| side.contains(char::is_alphanumeric);
    let alone = colons <= 3
        && worded(&line[..start])
        && worded(&line[end..])
        && !line[end..].contains("::")
        && !line.contains('`')
        && !line.starts_with("..")
        && native::separator(line).is_none();
    alone.then_some(start..end)
}

/// Whether a one-line card stands directly above or below the item.
fn beside_cards(cx: &ItemCx<'_>) -> bool {
    [item_above(cx), item_below(cx)]
        .into_iter()
        .flatten()
        .any(|item| item.card().is_some_and(|card| matches!(card.form, CardForm::OneLine { .. })))
}

/// Whether the item is three lines or more, of which nine in ten have such a `::`. One line with
/// it may be C++.
fn all_alike(cx: &ItemCx<'_>) -> bool {
    let (mut alike, mut lines) = (0, 0);
    for line in cx.lines().filter(|line| !native::is_blank(line.content)) {
        lines += 1;
        alike += usize::from(unspaced(line.content).is_some());
    }
    lines > 2 && alike * 10 >= lines * 9
}

fn finding(line: &ItemLine<'_>, colons: Range<usize>) -> Finding {
    let content = line.content;
    let mut edits = Vec::new();
    if !content[..colons.start].ends_with([' ', '\t']) {
        edits.push(TextEdit::insert(line.part(colons.start, colons.start).start(), " "));
    }
    if !content[colons.end..].starts_with([' ', '\t']) {
        edits.push(TextEdit::insert(line.part(colons.end, colons.end).start(), " "));
    }
    Finding::new(line.part(colons.start, colons.end), "this `::` makes no card")
        .label("needs a space on both sides")
        .help("put a space before and behind it; as it stands the line is text, and is never asked")
        .fix(Fix::safe("Put spaces around it", edits))
}
