use deck_syntax::{LineKind, TextRange, TextSize, native};

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::markup::{Unclosed, unclosed};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rule, dialects};

/// Bold text, code or a formula that nothing closes.
pub(crate) static RULE: Rule = Rule {
    name: "unbalanced-markup",
    summary: "bold text, code or a formula is not closed in its paragraph",
    group: Group::Structure,
    dialects: dialects::MARKDOWN,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("unbalanced_markup.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if memchr::memchr3(b'*', b'`', b'$', cx.text.as_bytes()).is_none() {
        return;
    }
    let mut paragraph: Option<(LineKind, TextRange)> = None;
    for line in cx.lines() {
        let is_text = is_text(&line);
        match &mut paragraph {
            Some((kind, range)) if is_text && *kind == line.kind && !starts_one(line.content) => {
                *range = range.cover(line.range());
            }
            other => {
                let next = is_text.then(|| (line.kind, line.range()));
                if let Some((_, range)) = std::mem::replace(other, next) {
                    check_paragraph(cx, range, findings);
                }
            }
        }
    }
    if let Some((_, range)) = paragraph {
        check_paragraph(cx, range, findings);
    }
}

fn is_text(line: &ItemLine<'_>) -> bool {
    use LineKind::{Back, Front, FrontAndBack, Prose};
    matches!(line.kind, Front | Back | FrontAndBack | Prose)
        && !line.verbatim
        && !native::is_blank(line.content)
}

/// Whether a line starts a paragraph though none ends above: a point of a list, a row of a table.
/// (A `+` is rather a sum that was broken over two lines.)
fn starts_one(line: &str) -> bool {
    let words = line.trim_start_matches([' ', '\t']);
    words.starts_with('|')
        || native::bullet(words).is_some() && !words.starts_with('+')
        || native::number(words).is_some()
        || native::heading(words).is_some()
}

fn check_paragraph(cx: &ItemCx<'_>, range: TextRange, findings: &mut Findings) {
    let Some((what, at)) = unclosed(&cx.text[range]) else { return };
    let (length, message, help) = match what {
        Unclosed::Bold => (
            2,
            "this bold text is never closed, so the card shows the stars",
            "put `**` directly behind its last word; stars that mean themselves are written `\\*\\*`",
        ),
        Unclosed::Code => (
            1,
            "a backtick has no partner here, so code and text change places",
            "put a backtick before and behind each piece of code in this paragraph",
        ),
        Unclosed::Math => (
            1,
            "this formula is never closed, so the card shows its source",
            "put `$` directly behind the formula; a dollar that means itself is written `\\$`",
        ),
    };
    let start = range.start() + TextSize::try_from(at).unwrap_or_default();
    findings.push(
        Finding::new(TextRange::at(start, length.into()), message)
            .label("not closed in its paragraph")
            .help(help),
    );
}
