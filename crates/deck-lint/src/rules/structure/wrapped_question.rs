use deck_syntax::{ItemKind, RawLine, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::{asks, below, open_lines};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// A question that is broken over two lines.
pub(crate) static RULE: Rule = Rule {
    name: "wrapped-question",
    summary: "a question is broken over two lines, so that its beginning is lost",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("wrapped_question.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here are broken over two lines"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    // The first line of a file is taken for its title where a question stands below it.
    let title = matches!(cx.item.kind, ItemKind::Title { .. }).then(|| cx.lines().next()).flatten();
    let open = open_lines(cx).filter(|open| open.opens_block).map(|open| open.line);
    for line in title.into_iter().chain(open) {
        if goes_on(cx, &line) {
            findings.push(finding(cx, &line));
        }
    }
}

/// Whether the line is the beginning of a question that the line below ends.
fn goes_on(cx: &ItemCx<'_>, line: &ItemLine<'_>) -> bool {
    let words = line.content.trim_end();
    if !asks(words) || words.ends_with(['.', ':', ';', '!', '?']) {
        return false;
    }
    let below = below(cx, line);
    native::is_question(below)
        && !asks(below)
        && (below.starts_with(char::is_lowercase) || hangs(words))
}

/// Whether the line ends with a word that cannot be its last.
fn hangs(line: &str) -> bool {
    let last = line.rsplit([' ', '\t']).next().unwrap_or(line);
    matches!(
        last,
        "a" | "an"
            | "and"
            | "as"
            | "at"
            | "by"
            | "for"
            | "from"
            | "in"
            | "into"
            | "of"
            | "on"
            | "or"
            | "that"
            | "the"
            | "to"
            | "with"
    )
}

fn finding(cx: &ItemCx<'_>, line: &ItemLine<'_>) -> Finding {
    let words = line.content.trim_end().len();
    let raw = RawLine::at(cx.text, line.start.into());
    let gap = line.part(words, raw.next - raw.start);
    Finding::new(line.part(0, words), "this question goes on below, where only its end is read")
        .label("read as text")
        .help("put the whole question on one line; broken in two, only its second half is asked")
        .fix(Fix::safe("Join the two lines", [TextEdit::replace(gap, " ")]))
}
