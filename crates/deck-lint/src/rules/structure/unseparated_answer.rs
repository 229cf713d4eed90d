use deck_syntax::{ItemKind, LineKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::obsidian::{ending, settings, text_lines, words};
use crate::rule::{Check, DeckCx, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// A question and its answer without the line that makes a card of them.
pub(crate) static RULE: Rule = Rule {
    name: "unseparated-answer",
    summary: "a question and its answer lack the line between them that makes them a card",
    group: Group::Structure,
    dialects: dialects::OBSIDIAN,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("unseparated_answer.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here have no line between them and the answer"),
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

/// From how many cards on a note is there to be asked.
const ENOUGH: usize = 3;

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let separator = &settings(cx.file).line_separator;
    if separator.is_empty() {
        return;
    }
    let found: Vec<_> =
        cx.items().filter_map(|item| question(&item).map(|line| (item, line))).collect();
    // Where most questions are written so, the note is one to be read.
    if found.is_empty() || cx.file.card_count() < found.len().max(ENOUGH) {
        return;
    }
    for (item, line) in found {
        findings.push(finding(&item, &line, separator));
    }
}

/// The question with which a block of prose begins, if what stands below may be its answer.
fn question<'a>(cx: &ItemCx<'a>) -> Option<ItemLine<'a>> {
    if cx.item.kind != ItemKind::Prose || !cx.item.context.block_start() {
        return None;
    }
    let mut lines = text_lines(cx);
    let first = lines.next().filter(|line| !line.verbatim)?;
    if !native::is_question(words(first.content).1) {
        return None;
    }
    let mut below = lines.peekable();
    below.peek()?;
    // A block of several questions is a list of them.
    let answers = |line: ItemLine<'_>| {
        line.kind == LineKind::Prose
            && !line.content.trim_end().trim_end_matches(['*', '_']).ends_with('?')
            && !words(line.content).1.starts_with('?')
    };
    below.all(answers).then_some(first)
}

fn finding(cx: &ItemCx<'_>, line: &ItemLine<'_>, separator: &str) -> Finding {
    let (start, _) = words(line.content);
    let range = line.part(start, line.content.trim_end().len());
    let next = cx
        .lines()
        .map(|line| line.start)
        .find(|start| *start > line.start)
        .unwrap_or(line.range().end());
    let ending = ending(cx);
    Finding::new(range + cx.start, "this question is no card, though text stands below it")
        .label(format!("no `{separator}` line below this"))
        .help(format!(
            "write `{separator}` on a line of its own between question and answer, or you will \
             never be asked"
        ))
        .fix(Fix::unsafe_(
            format!("Put `{separator}` between question and answer"),
            [TextEdit::insert(next + cx.start, format!("{separator}{ending}"))],
        ))
}
