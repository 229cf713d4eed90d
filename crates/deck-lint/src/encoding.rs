//! The traces that other encodings leave in a text.

use deck_syntax::TextSize;

use crate::source::SourceFile;

/// Whether a file holds bytes, and all of them are zero.
pub(crate) fn is_void(file: &SourceFile) -> bool {
    !file.text.is_empty() && file.text.bytes().all(|byte| byte == 0)
}

/// The encoding that writes each letter in two or four bytes, most of them NUL: by its byte order
/// mark, which is FF FE or FE FF and so no UTF-8, or by the share of NUL among the first bytes.
pub(crate) fn wide(file: &SourceFile) -> Option<&'static str> {
    let start = &file.text.as_bytes()[..file.text.len().min(512)];
    let nul = memchr::memchr_iter(0, start).count();
    if nul == 0 || nul == start.len() {
        return None;
    }
    let has_mark = file.invalid.starts_with(&[TextSize::new(0), TextSize::new(1)]);
    if nul * 8 > start.len() * 5 {
        return Some("UTF-32");
    }
    (has_mark || start.len() >= 4 && nul * 8 > start.len() * 3).then_some("UTF-16")
}

/// Whether `c` is a byte of a letter in UTF-8 that was read as Latin-1, as in `â\u{80}\u{93}`.
pub(crate) fn is_misread(before: &str, c: char, after: &str) -> bool {
    let goes_on = |c: &char| matches!(c, '\u{80}'..='\u{BF}');
    let above = before.chars().rev().take(3).take_while(goes_on).count();
    let below = after.chars().take(3).take_while(goes_on).count();
    let wanted = match before.chars().rev().nth(above) {
        Some('\u{C2}'..='\u{DF}') => 1,
        Some('\u{E0}'..='\u{EF}') => 2,
        Some('\u{F0}'..='\u{F4}') => 3,
        _ => return false,
    };
    c >= '\u{80}' && above + 1 + below >= wanted
}

/// What a byte from 80 to 9F means in Windows-1252, where it was read as the character of the same
/// number.
pub(crate) fn windows_1252(c: char) -> Option<&'static str> {
    const MEANT: [&str; 32] = [
        "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "", "", "‘", "’",
        "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ",
    ];
    let meant = MEANT.get((c as usize).checked_sub(0x80)?).copied()?;
    (!meant.is_empty()).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_were_read_in_a_wrong_encoding() {
        assert!(is_misread("â", '\u{80}', "\u{93} and"));
        assert!(is_misread("â\u{80}", '\u{93}', " and"));
        assert!(is_misread("Ã", '\u{89}', "cole"));
        assert!(!is_misread("café", '\u{92}', "s"));
        assert!(!is_misread("Ã", '\u{7F}', ""));
    }

    #[test]
    fn windows_1252_has_letters_where_latin_1_has_controls() {
        assert_eq!(windows_1252('\u{80}'), Some("€"));
        assert_eq!(windows_1252('\u{9F}'), Some("Ÿ"));
        assert_eq!(windows_1252('\u{81}'), None);
        assert_eq!(windows_1252('\u{A0}'), None);
        assert_eq!(windows_1252('\u{1F}'), None);
    }

    #[test]
    fn files_of_two_or_four_bytes_a_letter() {
        let of = |bytes: &[u8]| {
            let decoded = deck_syntax::decode(bytes.to_vec());
            let dialect = deck_syntax::Dialect::Deck;
            wide(&SourceFile::new("a.deck".into(), decoded, dialect, &std::sync::Arc::default()))
        };
        assert_eq!(of(b"\xFF\xFEW\0h\0y\0?\0"), Some("UTF-16"));
        assert_eq!(of(b"\xFE\xFF\0W\0h\0y\0?"), Some("UTF-16"));
        assert_eq!(of("\u{1A}\u{1A}\0".as_bytes()), None);
        assert_eq!(of(b"\0W\0h\0y\0?"), Some("UTF-16"));
        assert_eq!(of(b"W\0\0\0h\0\0\0"), Some("UTF-32"));
        assert_eq!(of(b"Why? One \0 in a text that is long enough to be one"), None);
        assert_eq!(of(b""), None);
        assert_eq!(of(&[0; 600]), None);
    }
}
