use deck_syntax::{CardForm, TextRange};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A link in a cloze card, whose text becomes a gap.
pub(crate) static RULE: Rule = Rule {
    name: "link-inside-cloze",
    summary: "the text of a link in a cloze card is taken for a gap",
    group: Group::Structure,
    dialects: dialects::HASHCARDS,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("link_inside_cloze.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(card) = cx.card().filter(|card| card.form == CardForm::Cloze) else { return };
    for deletion in &card.deletions {
        let Some(link) = target(&cx.text[usize::from(deletion.range.end())..]) else { continue };
        let whole = TextRange::new(
            deletion.range.start(),
            deletion.range.end() + deck_syntax::TextSize::of(link),
        );
        let text = &cx.text[deletion.text];
        findings.push(
            Finding::new(whole, "the text of this link becomes a gap")
                .label("the brackets are gone on the card")
                .help(
                    "write the address without brackets, as in `<https://example.org>`; hashcards \
                     takes every bracket of a `C:` for a gap",
                )
                .fix(Fix::unsafe_(
                    "Write the text and its address",
                    [TextEdit::replace(whole, format!("{text} <{}>", &link[1..link.len() - 1]))],
                )),
        );
    }
}

/// The `(address)` with which `rest` begins.
fn target(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix('(')?;
    let end = inner.find([')', ' ', '\n', '\r']).filter(|&end| inner[end..].starts_with(')'))?;
    let address = &inner[..end];
    let is_address = address.contains("://") || address.starts_with("mailto:");
    is_address.then(|| &rest[..end + 2])
}
