//! How wide words are, about, where nobody can measure them.

/// How wide a label is, in pixels at a size of 12: as wide as in a wide sans-serif font, so that labels
/// do not overlap in any.
pub fn width(text: &str) -> u32 {
    let tenths: u32 = text.chars().map(tenths).sum();
    tenths.div_ceil(10)
}

/// The width of a character in tenths of a pixel.
fn tenths(c: char) -> u32 {
    match c {
        '\u{300}'..='\u{36f}' => 0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' => 41,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 50,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | '→' | '⇄' => 119,
        '0'..='9' => 77,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'.. => 130,
        c if c.is_uppercase() => 88,
        _ => 76,
    }
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn words_are_as_wide_as_their_letters() {
        assert!(width("illicit") < width("common"));
        assert_eq!(width(""), 0);
        assert_eq!(width("日本"), 26);
        assert_eq!(width("e\u{301}"), width("e"));
    }
}
