use deck_syntax::{TextRange, TextSize};

use crate::diagnostic::Level;
use crate::encoding::{is_void, wide};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rule, dialects};
use crate::wording::count;

/// A file that is not UTF-8.
pub(crate) static RULE: Rule = Rule {
    name: "invalid-utf8",
    summary: "the file holds bytes that are not UTF-8",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("invalid_utf8.md"),
    rollup: None,
    check: Check::Deck(check),
};

const HOW: &str = "save the file as UTF-8: most editors ask for the encoding under Save as";

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    if let Some(encoding) = wide(cx.file) {
        let first = TextRange::up_to(cx.text().chars().next().map_or(0.into(), TextSize::of));
        let message = format!("this file is {encoding}, so nothing in it can be read as a card");
        findings.push(Finding::new(first, message).label("not UTF-8").help(HOW).alone());
    } else if is_void(cx.file) {
        let message = "this file is no text: it holds nothing but zero bytes";
        findings.push(
            Finding::new(TextRange::up_to(1.into()), message)
                .label("no text")
                .help(
                    "a crash or a fault of the disk leaves such files: take the deck from your last \
                     commit or backup",
                )
                .alone(),
        );
    } else if let Some(&first) = cx.file.invalid.first() {
        findings.push(finding(first, &cx.file.invalid));
    }
}

fn finding(first: TextSize, invalid: &[TextSize]) -> Finding {
    let named: Vec<String> = invalid.iter().take(5).map(|&at| u32::from(at).to_string()).collect();
    let more = if invalid.len() > named.len() { ", …" } else { "" };
    let offsets = if invalid.len() == 1 { "offset" } else { "offsets" };
    Finding::new(
        TextRange::at(first, TextSize::new(1)),
        format!(
            "{} of this file cannot be read as UTF-8 (byte {offsets} {}{more})",
            count(invalid.len(), "byte"),
            named.join(", "),
        ),
    )
    .label("an accent or a quotation mark, perhaps")
    .help(HOW)
}
