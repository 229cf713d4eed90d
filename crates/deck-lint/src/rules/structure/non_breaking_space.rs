use deck_syntax::{LineKind, TextRange, TextSize};
use memchr::memmem;

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rollup, Rule, dialects};

/// A non-breaking space where nothing needs one.
pub(crate) static RULE: Rule = Rule {
    name: "non-breaking-space",
    summary: "a non-breaking space stands where an ordinary one was meant",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("non_breaking_space.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} non-breaking spaces here were meant as ordinary ones"),
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

/// How many bytes before and after are looked at.
const NEAR: usize = 200;

const NBSP: char = '\u{A0}';

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let text = cx.text();
    if text.is_ascii() {
        return;
    }
    for at in memmem::find_iter(text.as_bytes(), "\u{A0}") {
        let end = at + NBSP.len_utf8();
        let before = &text[text.floor_char_boundary(at.saturating_sub(NEAR))..at];
        let after = &text[end..text.floor_char_boundary(end + NEAR)];
        // A run of them is there to be seen.
        let in_run = before.ends_with(NBSP) || after.starts_with(NBSP);
        let is_wrong =
            || is_unneeded(before, after) && !is_deliberate(before, after) || is_code(cx, at);
        if in_run || !is_wrong() {
            continue;
        }
        let is_spaced = before.ends_with(' ') || after.starts_with([' ', '\n', '\r']);
        findings.push(finding(at, if is_spaced { "" } else { " " }));
    }
}

/// Whether no typesetter would put a non-breaking space there: beside another space, behind a
/// bullet, or between two longer words. Beside numbers, names, short words, abbreviations, dashes
/// and French punctuation it holds together what belongs together.
fn is_unneeded(before: &str, after: &str) -> bool {
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    if line.trim_start().is_empty() {
        return false;
    }
    matches!(line.trim_start(), "-" | "*" | "+" | "•")
        || line.ends_with(' ') && after.starts_with(char::is_alphanumeric)
        || after.starts_with(' ') && line.ends_with(char::is_alphanumeric)
        || after.starts_with(['\n', '\r'])
        || is_long(line.chars().rev()) && is_long(after.chars())
}

/// Whether the author of the line holds names together by them.
fn is_deliberate(before: &str, after: &str) -> bool {
    let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let end = after.find(['\n', '\r']).unwrap_or(after.len());
    let holds =
        |part: &str| part.split(NBSP).skip(1).any(|next| next.starts_with(char::is_uppercase));
    holds(&before[start..]) || holds(&after[..end])
}

/// Whether a word of four lower-case letters or more is next.
fn is_long(letters: impl Iterator<Item = char>) -> bool {
    letters.take_while(|c| c.is_lowercase()).take(4).count() == 4
}

/// Whether `at` is in a block of code, where a compiler takes nothing but ordinary spaces.
fn is_code(cx: &DeckCx<'_>, at: usize) -> bool {
    let offset = TextSize::try_from(at).unwrap_or_default();
    let Some(index) = cx.file.deck.item_at(offset) else { return false };
    let lines = &cx.file.deck.items()[index].lines;
    let inside = offset - cx.file.deck.start(index);
    let line = lines.get(lines.partition_point(|line| line.end <= inside));
    line.is_some_and(|line| line.verbatim && line.kind != LineKind::Comment)
}

fn finding(at: usize, insert: &str) -> Finding {
    let start = TextSize::try_from(at).unwrap_or_default();
    let range = TextRange::at(start, TextSize::of(NBSP));
    let title = if insert.is_empty() { "Delete it" } else { "Write an ordinary space" };
    Finding::new(range, "this space is a non-breaking one, which a search takes for a letter")
        .label("looks like a space")
        .help("write an ordinary space: the other one came along when the text was copied")
        .fix(Fix::safe(title, [TextEdit::replace(range, insert)]))
}
