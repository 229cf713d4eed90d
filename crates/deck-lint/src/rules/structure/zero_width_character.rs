use deck_syntax::{TextRange, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rollup, Rule, dialects};

/// A character of no width inside a word.
pub(crate) static RULE: Rule = Rule {
    name: "zero-width-character",
    summary: "an invisible character stands inside a word",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("zero_width_character.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} invisible characters stand inside words of this file"),
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let text = cx.text();
    if text.is_ascii() {
        return;
    }
    // What all of these characters start with in UTF-8.
    for at in memchr::memchr3_iter(0xE2, 0xEF, 0xC2, text.as_bytes()) {
        let Some(c) = text[at..].chars().next() else { continue };
        let Some(name) = name(c) else { continue };
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        if is_misplaced(c, before, after) {
            findings.push(finding(at, c, name));
        }
    }
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{200B}' => "zero-width space",
        '\u{200C}' => "zero-width non-joiner",
        '\u{200D}' => "zero-width joiner",
        '\u{2060}' => "word joiner",
        '\u{FEFF}' => "byte order mark",
        '\u{AD}' => "soft hyphen",
        _ => return None,
    })
}

/// Whether `c` parts a word, or stands before a word that it does not belong to.
fn is_misplaced(c: char, before: Option<char>, after: Option<char>) -> bool {
    let inside = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    match c {
        // Mark of the file's encoding at its very start; anywhere else two files were joined.
        '\u{FEFF}' => before.is_some() && after.is_some_and(|c| !c.is_whitespace()),
        _ => inside(is_spaced_script),
    }
}

/// Whether `c` is a letter or digit of a script that puts spaces between its words and needs no
/// help to join its letters. Others, from Arabic to Thai, are written with these characters.
fn is_spaced_script(c: char) -> bool {
    c.is_alphanumeric()
        && matches!(c, '\0'..='\u{58F}' | '\u{10A0}'..='\u{10FF}' | '\u{1E00}'..='\u{1FFF}')
}

fn finding(at: usize, c: char, name: &str) -> Finding {
    let start = TextSize::try_from(at).unwrap_or_default();
    let range = TextRange::at(start, TextSize::of(c));
    Finding::new(range, format!("an invisible character ({name}, U+{:04X}) stands here", c as u32))
        .label("cannot be seen")
        .help("delete it: a search does not find the word, and what you type never equals it")
        .fix(Fix::safe("Delete it", [TextEdit::delete(range)]))
}
