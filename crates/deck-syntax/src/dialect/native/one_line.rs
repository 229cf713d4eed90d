//! One-line cards: `front :: back`, `front ::: back`.

use memchr::memchr;

use crate::dialect::markdown::span::OpaqueSpans;

/// The `::` or `:::` of a one-line card, as byte offsets into its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separator {
    /// Where its first colon stands.
    pub start: usize,
    /// Where its last colon ends.
    pub end: usize,
    /// Whether it is `:::`: the card is asked in both directions.
    pub both_ways: bool,
}

/// The first separator of `line` that counts: white space on both sides (the line's start and end
/// will do), outside code, mathematics and links.
pub fn separator(line: &str) -> Option<Separator> {
    let bytes = line.as_bytes();
    let mut inside = None;
    let mut from = 0;
    while let Some(found) = memchr(b':', &bytes[from..]) {
        let start = from + found;
        let colons = bytes[start..].iter().take_while(|&&b| b == b':').count();
        let end = start + colons;
        from = end;
        let spaced = (start == 0 || is_space(bytes[start - 1]))
            && (end == bytes.len() || is_space(bytes[end]));
        if spaced
            && (2..=3).contains(&colons)
            && inside.get_or_insert_with(|| OpaqueSpans::of(line)).around(start).is_none()
        {
            return Some(Separator { start, end, both_ways: colons == 3 });
        }
    }
    None
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: &str) -> Option<(usize, usize)> {
        separator(line).map(|separator| (separator.start, separator.end))
    }

    #[test]
    fn the_first_separator_outside_code_counts() {
        assert_eq!(at("a :: b :: c"), Some((2, 4)));
        assert_eq!(at("a ::: b"), Some((2, 5)));
        assert_eq!(at("`a :: b` :: c"), Some((9, 11)));
        assert_eq!(at("$a :: b$ :: c"), Some((9, 11)));
        assert_eq!(at("[x](a :: b) :: c"), Some((12, 14)));
        assert_eq!(at("a ::"), Some((2, 4)));
        assert_eq!(at(":: b"), Some((0, 2)));
        assert_eq!(at("`a :: b"), Some((3, 5)));
    }

    #[test]
    fn what_is_no_separator() {
        for line in ["a::b", "a:: b", "a ::b", "a \\:: b", "a :::: b", "`a :: b`", "::1"] {
            assert_eq!(at(line), None, "{line}");
        }
    }

    #[test]
    fn long_lines_of_openers_take_no_time() {
        for opener in ["` ``", "$a ", "](", "$$$ ", "[x](a "] {
            let line = opener.repeat(300_000) + " :: b";
            separator(&line);
        }
    }
}
