//! Whether a text is one for Anki.

use super::header::{HeaderLine, Key};
use super::sniff::{self, fit, name_of};

/// The words for why a text looks like one that Anki imports; `None` if it does not. `text` may be
/// cut off.
pub(crate) fn looks_like(text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    has_header(text).or_else(|| is_table(text))
}

/// A header that only Anki writes, on a line of the head.
fn has_header(text: &str) -> Option<String> {
    let head = crate::text::lines(text).map(|line| line.of(text)).take(20);
    let mut headers =
        head.take_while(|line| line.starts_with('#')).filter_map(HeaderLine::of).filter(|header| {
            let value = header.value_text();
            match header.known {
                Some(Key::Separator) => super::separator_value(value.trim()).is_some(),
                Some(Key::Html) => super::is_html_value(value.trim()).is_some(),
                Some(Key::NotetypeColumn | Key::DeckColumn | Key::TagsColumn | Key::GuidColumn) => {
                    value.trim().parse::<u8>().is_ok()
                }
                _ => false,
            }
        });
    let header = headers.next()?;
    Some(format!("it has the header `#{}:`", header.key_text()))
}

/// Rows of two fields, parted by tabs, pipes or semicolons, and with letters in them. A comma stands
/// in most prose and in tables of all kinds, and tells nothing. A text that begins with many
/// lines of comment is most likely a table for machines.
fn is_table(text: &str) -> Option<String> {
    let lines = crate::text::lines(text).map(|line| line.of(text));
    if lines.take_while(|line| line.starts_with('#')).nth(2).is_some() {
        return None;
    }
    let (window, _) = sniff::window(text, 0);
    let separator = sniff::separator(window).filter(|mark| matches!(mark, b'\t' | b'|' | b';'))?;
    let fit = fit(window, separator);
    let is_pairs = fit.rows >= 3 && fit.fields == 2 && fit.is_good();
    (is_pairs && window.contains(char::is_alphabetic))
        .then(|| format!("its rows are two fields each, parted by a {}", name_of(separator)))
}

#[cfg(test)]
mod tests {
    use super::looks_like;

    #[test]
    fn headers_and_pairs_tell() {
        let why = |text: &str| looks_like(text).unwrap_or_default();
        assert_eq!(why("#separator: tab\na b c\n"), "it has the header `#separator:`");
        assert_eq!(why("a|b\nc|d\ne|f\n"), "its rows are two fields each, parted by a pipe");
        assert_eq!(why("# 1\n\na|b\nc|d\ne|f\n"), why("a|b\nc|d\ne|f\n"));
        assert_eq!(why("a\tb\nc\td\ne\tf, g\n"), "its rows are two fields each, parted by a tab");
    }

    #[test]
    fn other_texts_do_not() {
        for text in [
            "",
            "# Notes: a\n\nSome text; and more.\n",
            "# a table\n#\n# of letters\n0041 ; L\n0042 ; L\n0043 ; L\n",
            "a,b\nc,d\ne,f\n",
            "1|1\n2|10\n3|11\n",
            "#flashcards\n\nfront::back\n",
            "What is it?\nThat; this.\n\nWho?\nHe.\n",
        ] {
            assert_eq!(looks_like(text), None, "{text:?}");
        }
    }
}
