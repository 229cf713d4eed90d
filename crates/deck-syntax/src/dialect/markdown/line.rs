//! What a single line looks like, whatever stands around it.

use super::comment::after_comments;

/// Whether there is nothing on the line that anyone can see.
pub fn is_blank(line: &str) -> bool {
    line.bytes().all(|b| matches!(b, b' ' | b'\t')) || {
        line.as_bytes().first().is_none_or(|b| !b.is_ascii_graphic())
            && line.chars().all(is_invisible)
    }
}

/// Whether nobody can see the character.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// `start..end` of `text` without white space at its ends.
pub(crate) fn trim(text: &str, start: usize, end: usize) -> (usize, usize) {
    let range = &text[start..end];
    let trimmed = range.trim_start();
    let start = start + range.len() - trimmed.len();
    (start, start + trimmed.trim_end().len())
}

/// The level and the words (as byte offsets) of a `#` heading that starts the line.
pub fn heading(line: &str) -> Option<(u8, usize, usize)> {
    let level = line.bytes().take_while(|&b| b == b'#').count();
    if !(1..=6).contains(&level) {
        return None;
    }
    let rest = &line[level..];
    if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
        return None;
    }
    let (start, end) = trim(line, level, line.len());
    let closed = line[start..end].trim_end_matches('#');
    let closing_space = closed.is_empty() || closed.ends_with([' ', '\t']);
    let end = if closing_space { start + closed.trim_end().len() } else { end };
    Some((u8::try_from(level).unwrap_or(6), start, end))
}

/// Whether the line is a separator: three or more hyphens and nothing else but comment.
pub(crate) fn is_separator(line: &str) -> bool {
    let hyphens = line.bytes().take_while(|&b| b == b'-').count();
    hyphens >= 3 && is_blank(after_comments(line[hyphens..].trim_start()))
}

/// How many bytes of the line, from its first, are a bullet with its space. Indentation is not a
/// part of it.
pub fn bullet(line: &str) -> Option<usize> {
    let mark = line.chars().next()?;
    if !matches!(mark, '-' | '*' | '+' | '•' | '‣' | '◦' | '▪' | '–') {
        return None;
    }
    let rest = &line[mark.len_utf8()..];
    let spaces = rest.bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
    (spaces > 0).then_some(mark.len_utf8() + spaces)
}

/// How many bytes of the line, from its first, are a list number with its space, as `12. `.
pub fn number(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=9).contains(&digits) || !matches!(line.as_bytes().get(digits), Some(b'.' | b')')) {
        return None;
    }
    let rest = &line[digits + 1..];
    let spaces = rest.bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
    (spaces > 0).then_some(digits + 1 + spaces)
}

/// The length of a line's indentation, bullet and number: where its words start.
pub(crate) fn words_start(line: &str) -> usize {
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let rest = &line[indent..];
    indent + bullet(rest).or_else(|| number(rest)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings() {
        assert_eq!(heading("## A b ##"), Some((2, 3, 6)));
        assert_eq!(heading("# C#"), Some((1, 2, 4)));
        assert_eq!(heading("#"), Some((1, 1, 1)));
        assert_eq!(heading("#tag"), None);
        assert_eq!(heading("####### seven"), None);
    }

    #[test]
    fn blank_is_what_nobody_can_see() {
        assert!(is_blank("") && is_blank(" \t") && is_blank("\u{a0}\u{200b}\u{feff}"));
        assert!(!is_blank(".") && !is_blank(" é"));
    }
}
