use deck_syntax::{Dialect, LineKind, hashcards, headings, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rule};

/// A mark in a fence or a comment, which the program does not see.
pub(crate) static RULE: Rule = Rule {
    name: "label-inside-code",
    summary: "a mark in code or a comment starts or ends a card all the same",
    group: Group::Structure,
    dialects: &[Dialect::Hashcards, Dialect::Headings],
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("label_inside_code.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if !cx.item.lines.iter().any(|line| line.verbatim) {
        return;
    }
    let parted = cx.lines().any(|line| line.kind == LineKind::Separator);
    for line in cx.lines().filter(|line| line.verbatim) {
        let found = match cx.dialect() {
            Dialect::Hashcards => in_hashcards(line.content),
            _ => in_headings(cx, line.content, parted),
        };
        if let Some((length, what)) = found {
            findings.push(finding(&line, length, what));
        }
    }
}

/// How long the mark is, and what it does.
fn in_hashcards(line: &str) -> Option<(usize, &'static str)> {
    use hashcards::Mark::{Answer, Cloze, Definition, Question, Separator, Term};
    match hashcards::mark(line)? {
        Question | Cloze | Term => Some((hashcards::Mark::LABEL, "hashcards starts a card here")),
        Answer | Definition => Some((hashcards::Mark::LABEL, "hashcards starts an answer here")),
        Separator => Some((line.trim_end().len(), "hashcards ends the card here")),
    }
}

fn in_headings(cx: &ItemCx<'_>, line: &str, parted: bool) -> Option<(usize, &'static str)> {
    if native::heading(line).is_some_and(|(level, ..)| level == 2) {
        return Some((2, "this line becomes the question of a card"));
    }
    let parts = headings::is_separator(line) && cx.card().is_some();
    let what = if parted { "the card ends here" } else { "the question ends here" };
    parts.then_some((1, what))
}

fn finding(line: &ItemLine<'_>, length: usize, what: &str) -> Finding {
    let (place, ends) = match line.kind {
        LineKind::Comment => ("comment", "a comment"),
        _ => ("code", "code"),
    };
    let mark = line.content[..length].trim();
    let at = line.content.len() - line.content.trim_start().len();
    let finding = Finding::new(line.part(at, length), format!("{what}, although this is {ends}"))
        .label(format!("a mark in {place}"));
    if mark == "---" {
        return finding.help(
            "write the code so that no line of it is `---` alone; all that stands below it is lost",
        );
    }
    finding
        .help("put a space before it: marks count at the very start of a line alone")
        .fix(Fix::safe("Put a space before it", [TextEdit::insert(line.start, " ")]))
}
