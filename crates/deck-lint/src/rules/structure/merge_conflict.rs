use deck_syntax::{RawLine, TextRange, TextSize};
use memchr::memmem;

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rule, dialects};

/// What Git leaves where two versions disagree.
pub(crate) static RULE: Rule = Rule {
    name: "merge-conflict",
    summary: "the file holds both sides of a merge conflict",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("merge_conflict.md"),
    rollup: None,
    check: Check::Deck(check),
};

const OURS: &str = "<<<<<<< ";
const MIDDLE: &str = "=======";
const THEIRS: &str = ">>>>>>> ";

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let text = cx.text();
    let found = memmem::find_iter(text.as_bytes(), OURS).find_map(|at| {
        let ours = marker(cx, at)?;
        let middle = next_line(cx, ours.next, |line| line.trim_end() == MIDDLE)?;
        let theirs = next_line(cx, middle.next, |line| line.starts_with(THEIRS))?;
        Some((ours, middle, theirs))
    });
    let Some((ours, middle, theirs)) = found else { return };
    findings.push(
        Finding::new(range(ours), "two versions of this deck were merged and disagree here")
            .label("one version starts here")
            .help(
                "keep one version, or parts of both, and delete the lines with `<<<<<<<`, \
                 `=======` and `>>>>>>>`; nothing else is checked in this file until then",
            )
            .place(range(middle), "the other version starts here")
            .place(range(theirs), "and ends here")
            .alone(),
    );
}

/// The marker at `at`, if it starts a line that is not an example in a block of code.
fn marker(cx: &DeckCx<'_>, at: usize) -> Option<RawLine> {
    let starts_line = at == 0 || matches!(cx.text().as_bytes()[at - 1], b'\n' | b'\r');
    let offset = TextSize::try_from(at).ok()?;
    let index = cx.file.deck.item_at(offset)?;
    let inside = offset - cx.file.deck.start(index);
    let lines = &cx.file.deck.items()[index].lines;
    let line = lines.get(lines.partition_point(|line| line.end <= inside))?;
    (starts_line && !line.verbatim).then(|| RawLine::at(cx.text(), at))
}

/// The first line from `at` on for which `is` holds, before another conflict starts.
fn next_line(cx: &DeckCx<'_>, mut at: usize, is: impl Fn(&str) -> bool) -> Option<RawLine> {
    while at < cx.text().len() {
        let line = RawLine::at(cx.text(), at);
        let content = line.of(cx.text());
        if is(content) {
            return Some(line);
        }
        if content.starts_with(OURS) {
            return None;
        }
        at = line.next;
    }
    None
}

fn range(line: RawLine) -> TextRange {
    let size = |at: usize| TextSize::try_from(at).unwrap_or_default();
    TextRange::new(size(line.start), size(line.end))
}
