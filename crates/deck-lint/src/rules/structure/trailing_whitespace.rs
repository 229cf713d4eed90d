use deck_syntax::{TextRange, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rollup, Rule, dialects};

/// Spaces that nobody sees.
pub(crate) static RULE: Rule = Rule {
    name: "trailing-whitespace",
    summary: "spaces or tabs stand at the end of a line",
    group: Group::Structure,
    dialects: dialects::MARKDOWN,
    level: Level::Hint,
    enabled: false,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("trailing_whitespace.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} lines here end in spaces or tabs"),
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let text = cx.text();
    let mut lines = deck_syntax::lines(text).peekable();
    while let Some(line) = lines.next() {
        let content = line.of(text);
        let kept = content.trim_end_matches([' ', '\t']);
        if kept.len() == content.len() {
            continue;
        }
        let spaces = &content[kept.len()..];
        // Two spaces before another line of the paragraph break the line in Markdown.
        let goes_on = lines.peek().is_some_and(|next| !next.of(text).trim().is_empty());
        if !kept.is_empty() && goes_on && spaces.len() >= 2 && !spaces.contains('\t') {
            continue;
        }
        let size = |at: usize| TextSize::try_from(at).unwrap_or_default();
        let range = TextRange::new(size(line.start + kept.len()), size(line.end));
        findings.push(
            Finding::new(range, "this line ends in white space")
                .label("cannot be seen")
                .help("delete it: it shows up as a change when versions are compared")
                .fix(Fix::safe("Delete it", [TextEdit::delete(range)])),
        );
    }
}
