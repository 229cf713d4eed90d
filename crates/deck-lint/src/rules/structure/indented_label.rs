use deck_syntax::{Dialect, LineKind, hashcards, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule};

/// `Q:` behind spaces.
pub(crate) static RULE: Rule = Rule {
    name: "indented-label",
    summary: "a `Q:`, `A:`, `C:` or `##` stands behind spaces, and so is read as text",
    group: Group::Structure,
    dialects: &[Dialect::Deck, Dialect::Hashcards, Dialect::Headings],
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("indented_label.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} labels here are indented and are read as text"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if !has_indentation(cx) {
        return;
    }
    if cx.dialect() == Dialect::Headings {
        return headings(cx, findings);
    }
    let mut lines = cx.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((indent, label)) = indented(&line, cx.dialect()) else { continue };
        let choices = label.0 == native::Label::Answer
            && lines.peek().is_some_and(|below| below.content.trim_start().starts_with("B:"));
        if !choices {
            findings.push(finding(&line, indent, label.1));
        }
    }
}

/// In a deck of headings, a `##` behind up to three spaces: shown as a heading, and no card. With
/// more of them it is code.
fn headings(cx: &ItemCx<'_>, findings: &mut Findings) {
    let mut opens_block = false;
    for line in cx.lines() {
        let opened = std::mem::replace(&mut opens_block, line.kind == LineKind::Blank);
        let words = line.content.trim_start_matches(' ');
        let indent = line.content.len() - words.len();
        let text = matches!(line.kind, LineKind::Back | LineKind::Prose) && !line.verbatim;
        let asks =
            native::heading(words).is_some_and(|(level, start, end)| level == 2 && end > start);
        if opened && text && asks && (1..4).contains(&indent) {
            findings.push(finding(&line, indent, "##".len()));
        }
    }
}

/// Whether any line begins with a space. Most items have none that does, and are done with here.
fn has_indentation(cx: &ItemCx<'_>) -> bool {
    let bytes = cx.text.as_bytes();
    let is_space = |at: usize| matches!(bytes.get(at), Some(b' ' | b'\t'));
    is_space(0) || cx.item.lines.iter().any(|line| is_space(line.end.into()))
}

/// The indentation of a label, and the label. `C:` is one only where something is left out.
fn indented(line: &ItemLine<'_>, dialect: Dialect) -> Option<(usize, (native::Label, usize))> {
    let words = line.content.trim_start_matches([' ', '\t']);
    let indent = line.content.len() - words.len();
    let text = matches!(line.kind, LineKind::Back | LineKind::Front | LineKind::Prose);
    if indent == 0 || !text || line.verbatim {
        return None;
    }
    // Words in lower case may be keys of somebody's code.
    let capital = |line: &str| line.trim_start_matches(['*', '_']).starts_with(char::is_uppercase);
    let label = native::label(words).filter(|_| capital(words))?;
    let is_cloze = label.0 == native::Label::Cloze;
    let is_label = match dialect {
        Dialect::Hashcards => {
            hashcards::mark(words).is_some() && (!is_cloze || hashcards::has_deletion(words))
        }
        _ => !is_cloze || native::has_deletion(words),
    };
    is_label.then_some((indent, label))
}

fn finding(line: &ItemLine<'_>, indent: usize, length: usize) -> Finding {
    let label = line.content[indent..indent + length].trim_end();
    Finding::new(line.part(indent, indent + label.len()), format!("this `{label}` is read as text"))
        .label("it counts at the start of its line alone")
        .help("take the spaces before it away; as text it belongs to what stands above")
        .fix(Fix::unsafe_("Take the spaces away", [TextEdit::delete(line.part(0, indent))]))
}
