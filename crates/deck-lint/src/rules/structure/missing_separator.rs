use std::collections::HashSet;

use deck_syntax::{ItemKind, LineKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::asked_above;
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// Lines of `term - definition`, where `::` would make cards of them.
pub(crate) static RULE: Rule = Rule {
    name: "missing-separator",
    summary: "terms and definitions stand side by side without the `::` that makes cards of them",
    group: Group::Structure,
    dialects: dialects::NATIVE,
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

/// What stands between a term and its definition.
const MARKS: [&str; 4] = [" - ", " – ", " — ", ": "];

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.item.kind != ItemKind::Prose || cx.item.lines.len() < ENOUGH {
        return;
    }
    let lines: Vec<ItemLine<'_>> = cx.lines().collect();
    let mut is_deck = None;
    let mut asked = asked_above(cx);
    let parts = |line: &ItemLine<'_>| matches!(line.kind, LineKind::Blank | LineKind::Comment);
    for block in lines.split(parts) {
        let Some(last) = block.last() else { continue };
        // Below a question it is the answer, though the question may open no card.
        let answers = std::mem::replace(&mut asked, last.content.trim_end().ends_with('?'));
        let Some(finding) = judge(block).filter(|_| !answers) else { continue };
        // A text without cards may be anything, unless this is most of it.
        let most = block.len() >= 2 * ENOUGH && block.len() * 2 > lines.len();
        if most || *is_deck.get_or_insert_with(|| cx.file.deck.cards().next().is_some()) {
            findings.push(finding);
        }
    }
}

/// A block of terms and definitions.
fn judge(lines: &[ItemLine<'_>]) -> Option<Finding> {
    let first = lines.first().filter(|_| lines.len() >= ENOUGH)?;
    let mark = MARKS.into_iter().find(|mark| term(first, mark).is_some())?;
    // In a dialogue the same names come again and again.
    let mut terms = HashSet::new();
    let mut edits = Vec::new();
    for line in lines {
        let term = term(line, mark).filter(|term| terms.insert(*term))?;
        edits.push(TextEdit::replace(line.part(term.len(), term.len() + mark.len()), " :: "));
    }
    let last = lines.last()?;
    let sign = mark.trim();
    Some(
        Finding::new(
            first.range().cover(last.range()),
            format!("these {} lines are no cards", lines.len()),
        )
        .label(format!("`{sign}` does not part a question from its answer"))
        .help(format!(
            "if they are cards, write ` :: ` instead of `{sign}`; as text they are never asked"
        ))
        .fix(Fix::unsafe_("Make a card of every line", edits)),
    )
}

/// The term before `mark`, if the line is one with its definition; a term is a few words.
fn term<'a>(line: &ItemLine<'a>, mark: &str) -> Option<&'a str> {
    let (term, definition) = line.content.split_once(mark)?;
    let plain =
        !line.verbatim && term.starts_with(char::is_alphanumeric) && !definition.contains("::");
    let short = term.split_whitespace().nth(6).is_none() && native::number(term).is_none();
    let says = !native::is_blank(definition) && !definition.contains("://");
    let page = PAGE.iter().any(|word| term.eq_ignore_ascii_case(word));
    (plain && short && says && !page && native::label(line.content).is_none()).then_some(term)
}

/// What is said of a page rather than learnt.
const PAGE: &[&str] = &[
    "author", "chapter", "class", "course", "created", "date", "deck", "exam", "from", "lecturer",
    "level", "licence", "license", "module", "name", "note", "notes", "page", "source", "subject",
    "tags", "teacher", "title", "to", "topic", "unit", "updated", "version", "week",
];
