use deck_syntax::{ItemKind, LineKind, SyntaxError, SyntaxErrorKind, TextRange};

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// Text where no card is open, at which hashcards stops.
pub(crate) static RULE: Rule = Rule {
    name: "text-outside-cards",
    summary: "text stands where no card is open: above the first card or below a `---`",
    group: Group::Structure,
    dialects: dialects::HASHCARDS,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("text_outside_cards.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let outside = matches!(
        cx.item.kind,
        ItemKind::Prose | ItemKind::Blank | ItemKind::Separator | ItemKind::FrontMatter(_)
    );
    if !outside || is_answer(cx) {
        return;
    }
    let says = |kind| matches!(kind, LineKind::Prose | LineKind::Comment);
    let mut lines = cx.lines().filter(|line| says(line.kind));
    let Some(first) = lines.next() else { return };
    let last = lines.last().unwrap_or(first);
    let range = TextRange::new(first.start, last.range().end());
    let (what, help) = match first.kind {
        LineKind::Comment => (
            "this comment stands above the first card or below a `---`",
            "put it below the answer of a card, or at the end of a line of one",
        ),
        _ => (
            "this text belongs to no card",
            "begin it with `Q:` or `C:` if it is to be a card, or take it away",
        ),
    };
    findings.push(
        Finding::new(range, what)
            .label("hashcards stops here and reads no card")
            .help(format!("{help}; as it is, hashcards 0.5 reads no card of the whole collection")),
    );
}

/// Whether another rule says that this is an answer without its question.
fn is_answer(cx: &ItemCx<'_>) -> bool {
    let is_it = |error: &SyntaxError| error.kind == SyntaxErrorKind::MissingQuestion;
    cx.item.kind == ItemKind::Prose && cx.item.errors.iter().any(is_it)
}
