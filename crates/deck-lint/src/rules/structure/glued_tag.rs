use deck_syntax::{ItemKind, obsidian};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::obsidian::{has_tag, settings};
use crate::rule::{Check, DeckCx, FixKind, Group, ItemCx, ItemLine, Rule, dialects};

/// A tag that is none, since letters stand directly before its `#`.
pub(crate) static RULE: Rule = Rule {
    name: "glued-tag",
    summary: "letters directly before the `#` of a flashcard tag make it no tag",
    group: Group::Structure,
    dialects: dialects::OBSIDIAN,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("glued_tag.md"),
    rollup: None,
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let mut tagged = None;
    for item in cx.items().filter(|item| item.item.kind == ItemKind::Prose) {
        for line in item.lines().filter(|line| !line.verbatim) {
            if let Some(at) = glued(&item, &line) {
                let tagged = *tagged.get_or_insert_with(|| has_tag(cx.file));
                findings.push(finding(&item, &line, at, tagged));
            }
        }
    }
}

/// Where the `#` stands of a tag that letters are glued to, alone on its line.
fn glued(cx: &ItemCx<'_>, line: &ItemLine<'_>) -> Option<usize> {
    let at = line.content.find('#').filter(|at| *at > 0)?;
    let (before, tag) = line.content.trim_end().split_at(at);
    let length = obsidian::tag_of_note(tag, settings(cx.file))?;
    (length == tag.len() && before.chars().all(char::is_alphanumeric)).then_some(at)
}

fn finding(cx: &ItemCx<'_>, line: &ItemLine<'_>, at: usize, tagged: bool) -> Finding {
    let range = line.part(0, line.content.trim_end().len()) + cx.start;
    let message = if tagged {
        "this is no tag, so the cards below it are asked in another deck"
    } else {
        "this is no tag, so no card of this note is ever asked"
    };
    let before = &line.content[..at];
    let tag = line.content[at..].trim_end();
    Finding::new(range, message)
        .label(format!("`{before}` stands directly before the `#`"))
        .help(format!("take `{before}` away, so that the line is `{tag}`"))
        .fix(Fix::unsafe_(
            format!("Take `{before}` away"),
            [TextEdit::delete(line.part(0, at) + cx.start)],
        ))
}
