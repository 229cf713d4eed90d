use deck_syntax::{TextRange, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::encoding::{is_misread, is_void, wide, windows_1252};
use crate::finding::{Finding, Findings};

use crate::rule::{Check, DeckCx, FixKind, Group, Rollup, Rule, dialects};

/// A character that controls a machine.
pub(crate) static RULE: Rule = Rule {
    name: "control-character",
    summary: "a control character stands in the text",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("control_character.md"),
    rollup: Some(Rollup {
        message: |count| match count {
            MOST.. => format!("{MOST} control characters or more stand in this file"),
            _ => format!("{count} control characters stand in this file"),
        },
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

/// How many bytes are looked at together.
const CHUNK: usize = 1024;

/// How many are reported of one file; a file with more is no text.
const MOST: usize = 1000;

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    if wide(cx.file).is_some() || is_void(cx.file) {
        return;
    }
    let bytes = cx.text().as_bytes();
    for start in (0..bytes.len()).step_by(CHUNK) {
        let end = bytes.len().min(start + CHUNK);
        // The last byte of a chunk is looked at together with the first of the next.
        if !holds_any(&bytes[start..bytes.len().min(end + 1)]) {
            continue;
        }
        for at in (start..end).filter(|&at| is_control(bytes[at], bytes.get(at + 1))) {
            if findings.0.len() < MOST {
                report(cx, at, findings);
            }
        }
    }
}

/// Whether a control character starts with `byte`. U+0080 to U+009F have two.
fn is_control(byte: u8, next: Option<&u8>) -> bool {
    match byte {
        b'\t' | b'\n' | b'\r' => false,
        0xC2 => matches!(next, Some(0x80..0xA0)),
        _ => byte < b' ' || byte == 0x7F,
    }
}

/// Whether a control character starts in `chunk`. The same as [`is_control`] without branches, so
/// that it runs many bytes at a time.
fn holds_any(chunk: &[u8]) -> bool {
    let one = |b: u8| {
        let is_blank = u8::from(b == b'\t') | u8::from(b == b'\n') | u8::from(b == b'\r');
        (u8::from(b < b' ') & !is_blank) | u8::from(b == 0x7F)
    };
    let pairs = chunk.iter().zip(chunk.get(1..).unwrap_or_default());
    let any = pairs.fold(0, |any, (&b, &next)| {
        any | one(b) | (u8::from(b == 0xC2) & u8::from(next ^ 0x80 < b' '))
    });
    any | chunk.last().map_or(0, |&b| one(b)) != 0
}

fn report(cx: &DeckCx<'_>, at: usize, findings: &mut Findings) {
    let (before, rest) = cx.text().split_at(at);
    let Some(c) = rest.chars().next() else { return };
    let after = &rest[c.len_utf8()..];
    let start = TextSize::try_from(at).unwrap_or_default();
    // A byte that is not UTF-8 stands as U+001A in the text.
    let is_invalid = || cx.file.invalid.binary_search(&start).is_ok();
    // A form feed alone on its line parts a text into pages.
    let is_end = |c: Option<char>| c.is_none_or(|c| matches!(c, '\n' | '\r'));
    let is_page = is_end(before.chars().next_back()) && is_end(after.chars().next());
    if c == '\u{1A}' && is_invalid() || c == '\u{C}' && is_page {
        return;
    }
    let range = TextRange::at(start, TextSize::of(c));
    let message = format!("{} U+{:04X} cannot be seen on a card", name(c), c as u32);
    let finding = Finding::new(range, message).label("control character");
    findings.push(if is_misread(before, c, after) {
        finding.help("it is half of a letter that was read in a wrong encoding; write the letter")
    } else {
        let insert = replacement(before, c, after);
        let (title, help) = match insert {
            "" => ("Delete it".to_owned(), "delete it: it came along when the text was copied"),
            " " => ("Write a space".to_owned(), "write a space: on a slide it broke the line"),
            _ => (format!("Write `{insert}`"), "write what it is in Windows-1252"),
        };
        finding.help(help).fix(Fix::safe(title, [TextEdit::replace(range, insert)]))
    });
}

/// What should stand there.
fn replacement(before: &str, c: char, after: &str) -> &'static str {
    // Word and PowerPoint end a line so inside a paragraph.
    let is_break = matches!(c, '\u{B}' | '\u{C}');
    let parts_words =
        !before.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace);
    match windows_1252(c) {
        Some(meant) => meant,
        None if is_break && parts_words => " ",
        None => "",
    }
}

/// What the commonest are called.
fn name(c: char) -> &'static str {
    match c {
        '\0' => "null",
        '\u{8}' => "backspace",
        '\u{B}' => "vertical tab",
        '\u{C}' => "form feed",
        '\u{1A}' => "substitute",
        '\u{1B}' => "escape",
        '\u{7F}' => "delete",
        _ => "a control character",
    }
}
