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

/// Rows of two fields, parted by tabs, pipes or semicolons.
fn is_table(text: &str) -> Option<String> {
    let (window, _) = sniff::window(text, 0);
    let separator = sniff::separator(window).filter(|mark| matches!(mark, b'\t' | b'|' | b';'))?;
    let fit = fit(window, separator);
    let words = |row: &str| row.contains(char::is_alphabetic);
    let enough = fit.rows >= 3 && fit.fields == 2 && fit.is_good();
    (enough && words(window))
        .then(|| format!("its rows are two fields each, parted by a {}", name_of(separator)))
}
