use deck_syntax::{ItemKind, LineKind, TextRange, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule};

/// Lines of `term - definition`, where `::` would make cards of them.
pub(crate) static RULE: Rule = Rule {
    name: "missing-separator",
    summary: "terms and definitions stand side by side without the `::` that makes cards of them",
    group: Group::Structure,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("missing_separator.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} blocks here are terms and definitions without `::`"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

/// From how many lines on a block shows that it is made of terms and definitions.
const ENOUGH: usize = 3;

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.item.kind != ItemKind::Prose || cx.item.lines.len() < ENOUGH {
        return;
    }
    let lines: Vec<ItemLine<'_>> = cx.lines().collect();
    let blocks = lines.split(|line| line.kind == LineKind::Blank);
    findings.0.extend(blocks.filter_map(block));
}

/// A block of terms and definitions.
fn block(lines: &[ItemLine<'_>]) -> Option<Finding> {
    let first = lines.first().filter(|_| lines.len() >= ENOUGH)?;
    let mark = [" - ", " – ", " — ", " = ", ": "].into_iter().find(|mark| splits(first, mark).is_some())?;
    let places: Vec<TextRange> =
        lines.iter().map_while(|line| splits(line, mark)).collect();
    if places.len() < lines.len() {
        return None;
    }
    let last = lines.last()?;
    let edits: Vec<TextEdit> =
        places.into_iter().map(|place| TextEdit::replace(place, " :: ")).collect();
    let sign = mark.trim();
    Some(
        Finding::new(first.range().cover(last.range()), format!("these {} lines are no cards", lines.len()))
            .label(format!("`{sign}` does not part a question from its answer"))
            .help(format!("if they are cards, write ` :: ` instead of `{sign}`; as text they are never asked"))
            .fix(Fix::unsafe_("Make a card of every line", edits)),
    )
}

/// Where `mark` parts a line into a term and its definition; a term is short.
fn splits(line: &ItemLine<'_>, mark: &str) -> Option<TextRange> {
    let content = line.content;
    let plain = !line.verbatim && !content.starts_with([' ', '\t', '|', '>', '<']);
    let at = content.find(mark).filter(|_| plain && !content.contains("::"))?;
    let bullet = native::bullet(content).or_else(|| native::number(content)).unwrap_or(0);
    let term = content.get(bullet..at)?.trim();
    let definition = content[at + mark.len()..].trim();
    let short = !term.is_empty() && term.split_whitespace().nth(6).is_none();
    (short && !definition.is_empty()).then(|| line.part(at, at + mark.len()))
}
