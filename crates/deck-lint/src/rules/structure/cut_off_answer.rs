use deck_syntax::{CardForm, ItemKind, LineKind, native, obsidian};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::item_below;
use crate::near_miss::obsidian::{ending, settings, text_lines};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// An answer that announces a list which is no part of it.
pub(crate) static RULE: Rule = Rule {
    name: "cut-off-answer",
    summary: "an answer ends before the list that it announces",
    group: Group::Structure,
    dialects: dialects::OBSIDIAN,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("cut_off_answer.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} answers here end before the list that they announce"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(card) = cx.card() else { return };
    let Some(back) = card.back.filter(|back| announces(&cx.text[*back])) else { return };
    if !item_below(cx).is_some_and(|below| is_list(&below)) {
        return;
    }
    let Some(line) = text_lines(cx).last() else { return };
    let from = usize::from(back.start().checked_sub(line.start).unwrap_or_default());
    let range = line.part(from, line.content.trim_end().len());
    let finding = match card.form {
        CardForm::Separated { .. } => below_blank_line(cx, &line, Finding::new(range, MESSAGE)),
        CardForm::OneLine { both_ways } => {
            below_line(cx, &line, both_ways, Finding::new(range, MESSAGE))
        }
        _ => return,
    };
    findings.push(finding);
}

const MESSAGE: &str = "this answer ends before the list that it announces";

fn announces(answer: &str) -> bool {
    let last = answer.lines().next_back().unwrap_or_default();
    let plain = last.trim_end().trim_end_matches(['*', '_']);
    plain.ends_with(':') && !plain.ends_with("::")
}

/// Whether the item begins with a point of a list, code, or a table.
fn is_list(cx: &ItemCx<'_>) -> bool {
    let first = text_lines(cx).next().filter(|_| cx.item.kind == ItemKind::Prose);
    first.is_some_and(|line| {
        let words = line.content.trim_start();
        native::bullet(words).is_some()
            || native::number(words).is_some()
            || words.starts_with(['|', '`', '~']) && line.verbatim
            || words.starts_with('|')
    })
}

/// A blank line ends a card.
fn below_blank_line(cx: &ItemCx<'_>, line: &ItemLine<'_>, finding: Finding) -> Finding {
    let finding = finding.label("a blank line below this ends the card").help(
        "take the blank line out, so that the list belongs to the answer; without it the answer \
         has nothing to show",
    );
    let mut below = cx.lines().filter(|below| below.start > line.start).peekable();
    let start = below.peek().map(|first| first.start);
    match (start, below.all(|below| below.kind == LineKind::Blank)) {
        (Some(start), true) => {
            let blank = deck_syntax::TextRange::new(start, cx.item.len());
            finding.fix(Fix::unsafe_("Take the blank line out", [TextEdit::delete(blank)]))
        }
        _ => finding,
    }
}

/// A card with `::` is its line and no more.
fn below_line(cx: &ItemCx<'_>, line: &ItemLine<'_>, both_ways: bool, finding: Finding) -> Finding {
    let settings = settings(cx.file);
    let mark =
        if both_ways { &settings.both_ways_line_separator } else { &settings.line_separator };
    let finding = finding.label("the card ends with its line").help(format!(
        "a card that takes more than a line has a line `{mark}` between question and answer, and \
         no blank line in it"
    ));
    let alone = cx.item.lines.len() == 1 && !mark.is_empty();
    match obsidian::inline_separator(line.content, settings).filter(|_| alone) {
        Some(separator) => {
            let ending = ending(cx);
            let before = line.content[..separator.start].trim_end().len();
            let after = &line.content[separator.end..];
            let upto = separator.end + after.len() - after.trim_start().len();
            finding.fix(Fix::unsafe_(
                format!("Put `{mark}` between question and answer"),
                [TextEdit::replace(line.part(before, upto), format!("{ending}{mark}{ending}"))],
            ))
        }
        None => finding,
    }
}
