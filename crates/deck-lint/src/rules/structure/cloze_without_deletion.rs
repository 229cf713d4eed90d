use deck_syntax::{CardForm, SyntaxErrorKind, TextRange};

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule};

/// A cloze card that hides nothing.
pub(crate) static RULE: Rule = Rule {
    name: "cloze-without-deletion",
    summary: "a cloze card has no gap",
    group: Group::Structure,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("cloze_without_deletion.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for error in &cx.item.errors {
        if error.kind == SyntaxErrorKind::ClozeWithoutDeletion && !is_listed(cx, error.range) {
            findings.push(finding(cx, error.range));
        }
    }
}

/// Whether `C:` is one of a list of letters, "C: confidentiality, I: integrity, A: availability",
/// or the third of choices that stand apart.
fn is_listed(cx: &ItemCx<'_>, range: TextRange) -> bool {
    let is_letter = |line: &str| {
        let mut start = line.trim_start_matches(['*', '_']).bytes();
        let letter = start.next().filter(|b| b.is_ascii_uppercase() && !matches!(b, b'Q' | b'C'));
        letter.is_some() && matches!(start.next(), Some(b':' | b'*' | b'_'))
    };
    let near = |end: usize, start: usize| {
        let above = cx.text[..end].trim_end().lines().next_back();
        let below = cx.text[start..].trim_start().lines().next();
        above.is_some_and(is_letter) || below.is_some_and(is_letter)
    };
    let end = usize::from(range.end());
    let line_end = cx.text[end..].find('\n').map_or(cx.text.len(), |at| end + at);
    near(usize::from(range.start()), line_end)
}

fn finding(cx: &ItemCx<'_>, range: TextRange) -> Finding {
    let is_card = cx.card().is_some_and(|card| card.form == CardForm::Cloze);
    let message = if is_card {
        "this cloze card has no gap, so it asks nothing"
    } else {
        "this `C:` has no gap, so it makes no card: it is read as text"
    };
    Finding::new(range, message)
        .label("no `{{…}}` here")
        .help("put what is to be hidden into `{{` and `}}`, as in `in {{1936}}`; if it is no cloze card, write `\\C:`")
}
