use deck_syntax::{CardForm, LineKind, obsidian};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::obsidian::{ending, settings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rule, dialects};

/// A `::` in code, a formula or a link, which misleads the plugin.
pub(crate) static RULE: Rule = Rule {
    name: "separator-inside-code",
    summary: "a `::` in code, a formula or a link hides or splits a card",
    group: Group::Structure,
    dialects: dialects::OBSIDIAN,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("separator_inside_code.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let settings = settings(cx.file);
    for line in cx.lines().filter(|line| !line.verbatim && is_text(line.kind)) {
        // The plugin looks at the first one of the line, and only asks whether that is code.
        let Some(first) = obsidian::bare_separators(line.content, settings).next() else {
            continue;
        };
        let part = line.part(first.start, first.end);
        match obsidian::inline_separator(line.content, settings) {
            Some(meant) if meant.start == first.start => {}
            Some(meant) if in_code(line.content, first.start, first.end) => {
                findings.push(hidden(cx, &line, &meant, Finding::new(part, HIDDEN)));
            }
            Some(_) => findings.push(split(Finding::new(part, SPLIT))),
            None if !in_code(line.content, first.start, first.end) => {
                findings.push(split(Finding::new(part, MADE)));
            }
            None => {}
        }
    }
}

const HIDDEN: &str = "this card is not seen, since the first `::` of its line is code";
const SPLIT: &str = "the card is split here, inside a formula or link";
const MADE: &str = "this line becomes a card, split here inside a formula, link or table";

fn is_text(kind: LineKind) -> bool {
    use LineKind::{Back, Front, FrontAndBack, Prose};
    matches!(kind, Front | Back | FrontAndBack | Prose)
}

/// Whether the plugin takes what stands there for code: an odd number of backticks on both sides.
fn in_code(line: &str, start: usize, end: usize) -> bool {
    let odd = |part: &str| part.bytes().filter(|&b| b == b'`').count() % 2 == 1;
    odd(&line[..start]) && odd(&line[end..])
}

/// Code before the separator: with a line between the sides the card is seen.
fn hidden(
    cx: &ItemCx<'_>,
    line: &ItemLine<'_>,
    meant: &obsidian::InlineSeparator,
    finding: Finding,
) -> Finding {
    let settings = settings(cx.file);
    let mark =
        if meant.both_ways { &settings.both_ways_line_separator } else { &settings.line_separator };
    let ending = ending(cx);
    let before = line.content[..meant.start].trim_end().len();
    let after = &line.content[meant.end..];
    let upto = meant.end + after.len() - after.trim_start().len();
    let is_card = cx.card().is_some_and(|card| matches!(card.form, CardForm::OneLine { .. }));
    let finding = finding
        .label("the plugin looks no further")
        .help(format!("put a line `{mark}` between question and answer instead"));
    if !is_card || mark.is_empty() {
        return finding;
    }
    finding.fix(Fix::unsafe_(
        format!("Put `{mark}` on a line between question and answer"),
        [TextEdit::replace(line.part(before, upto), format!("{ending}{mark}{ending}"))],
    ))
}

fn split(finding: Finding) -> Finding {
    finding
        .label("the plugin does not see that this is no separator")
        .help("part the two colons: `:{}:` in a formula, `:\\:` elsewhere")
}
