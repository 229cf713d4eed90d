use deck_syntax::{TextRange, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rollup, Rule};

/// A character that controls a machine.
pub(crate) static RULE: Rule = Rule {
    name: "control-character",
    summary: "a control character stands in the text",
    group: Group::Structure,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("control_character.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} control characters stand in this file"),
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

/// How many bytes are looked at together.
const CHUNK: usize = 1024;

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let bytes = cx.text().as_bytes();
    for (number, chunk) in bytes.chunks(CHUNK).enumerate().filter(|(_, chunk)| may_hold(chunk)) {
        for (at, &byte) in chunk.iter().enumerate() {
            let at = number * CHUNK + at;
            let is_control = match byte {
                b'\t' | b'\n' | b'\r' => false,
                // U+0080 to U+009F.
                0xC2 => matches!(bytes.get(at + 1), Some(0x80..0xA0)),
                _ => byte < 0x20 || byte == 0x7F,
            };
            if is_control {
                report(cx, at, findings);
            }
        }
    }
}

/// Whether a control character can be in `chunk`. Written so that it runs many bytes at a time.
fn may_hold(chunk: &[u8]) -> bool {
    chunk.iter().fold(false, |any, &b| {
        let blank = (b == b'\t') | (b == b'\n') | (b == b'\r');
        any | ((b < 0x20) & !blank) | (b == 0x7F) | (b == 0xC2)
    })
}

fn report(cx: &DeckCx<'_>, at: usize, findings: &mut Findings) {
    let Some(c) = cx.text()[at..].chars().next() else { return };
    let start = TextSize::try_from(at).unwrap_or_default();
    // A byte that is not UTF-8 stands as U+001A in the text.
    if c == '\u{1A}' && cx.file.invalid.binary_search(&start).is_ok() {
        return;
    }
    let range = TextRange::at(start, TextSize::of(c));
    let text = cx.text();
    let apart = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_break = matches!(c, '\u{B}' | '\u{C}');
    let (title, insert) = match windows_1252(c) {
        Some(meant) => (format!("Write `{meant}`, which it is in Windows-1252"), meant),
        // Word and PowerPoint end a line so inside a paragraph.
        None if is_break
            && !apart(text[..at].chars().next_back())
            && !apart(text[at + c.len_utf8()..].chars().next()) =>
        {
            ("Put a space in its place".to_owned(), " ")
        }
        None => ("Delete it".to_owned(), ""),
    };
    let help = match windows_1252(c) {
        Some(meant) => format!("it was probably `{meant}`, in a file of another encoding"),
        None => "it came along when the text was copied; delete it".to_owned(),
    };
    findings.push(
        Finding::new(range, format!("{} U+{:04X} cannot be seen on a card", name(c), c as u32))
            .label("control character")
            .help(help)
            .fix(Fix::safe(title, [TextEdit::replace(range, insert)])),
    );
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

/// What a byte from 80 to 9F means in Windows-1252, where it was read as the character of the same
/// number.
fn windows_1252(c: char) -> Option<&'static str> {
    const MEANT: [&str; 32] = [
        "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "", "", "‘", "’",
        "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ",
    ];
    let meant = MEANT.get((c as usize).checked_sub(0x80)?).copied()?;
    (!meant.is_empty()).then_some(meant)
}
