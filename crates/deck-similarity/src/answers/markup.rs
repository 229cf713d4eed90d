//! An answer without its markup.

use crate::lex::compose;

/// The words of an answer without its markup: two answers that fold to the same say the same.
/// Bullets and numbers of list items, emphasis, code marks and the mark that ends a sentence go;
/// case stays.
pub fn fold_markup(answer: &str) -> String {
    let mut folded = String::with_capacity(answer.len());
    let answer = compose(answer);
    for line in answer.lines() {
        for word in without_bullet(line.trim_start()).split_whitespace() {
            let word = word.trim_matches(['*', '_', '`']);
            if !word.is_empty() {
                if !folded.is_empty() {
                    folded.push(' ');
                }
                folded.push_str(word);
            }
        }
    }
    let end = folded.trim_end_matches(['.', ',', ';', '*', '_', '`']).len();
    folded.truncate(end);
    folded
}

/// A line without the mark of a list item: `- `, `* `, `+ `, `3. ` or `3) `.
fn without_bullet(line: &str) -> &str {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match line.as_bytes().get(digits) {
        Some(b'-' | b'*' | b'+') if digits == 0 => 1,
        Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
        _ => return line,
    };
    let rest = &line[mark..];
    if rest.starts_with([' ', '\t']) { rest.trim_start() } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_does_not_count() {
        assert_eq!(fold_markup("- **Paris**\n- `Lyon`."), "Paris Lyon");
        assert_eq!(fold_markup("1. Paris\n2) Lyon"), "Paris Lyon");
        assert_eq!(fold_markup("-1"), "-1");
        assert_eq!(fold_markup("1.5"), "1.5");
    }
}
