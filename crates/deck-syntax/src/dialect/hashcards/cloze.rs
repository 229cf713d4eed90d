//! Deletions: `[text]`.

use text_size::{TextRange, TextSize};

use crate::deck::Deletion;
use crate::error::SyntaxErrorKind;
use crate::text::offset;

/// The deletions of a cloze card's text, and what is wrong with them.
#[derive(Default)]
pub(super) struct Deletions {
    pub(super) found: Vec<Deletion>,
    pub(super) errors: Vec<(SyntaxErrorKind, TextRange)>,
}

/// Whether `text` has a deletion.
pub fn has_deletion(text: &str) -> bool {
    memchr::memchr(b'[', text.as_bytes()).is_some()
        && !deletions(text, TextSize::new(0), |_| false).found.is_empty()
}

/// Reads the deletions in `text`; ranges are relative to `base` before its start. As the program
/// does it: code, mathematics and links hide no bracket, one with a `\` before it is text, and so is
/// the description of an image. Where a bracket stands inside another, the inner one counts.
pub(super) fn deletions(
    text: &str,
    base: TextSize,
    in_comment: impl Fn(usize) -> bool,
) -> Deletions {
    let bytes = text.as_bytes();
    let mut result = Deletions::default();
    let mut open = None;
    let mut in_image = false;
    for at in memchr::memchr2_iter(b'[', b']', bytes) {
        if in_comment(at) || at > 0 && bytes[at - 1] == b'\\' {
            continue;
        }
        if bytes[at] == b'[' {
            in_image |= at > 0 && bytes[at - 1] == b'!';
            if !in_image {
                result.report_unclosed(open.replace(at), base);
            }
        } else if in_image {
            in_image = false;
        } else if let Some(start) = open.take() {
            result.close(text, start, at, base);
        }
    }
    result.report_unclosed(open, base);
    result
}

impl Deletions {
    fn report_unclosed(&mut self, open: Option<usize>, base: TextSize) {
        if let Some(start) = open {
            let range = TextRange::at(offset(start), TextSize::of("["));
            self.errors.push((SyntaxErrorKind::UnclosedCloze, range + base));
        }
    }

    fn close(&mut self, text: &str, start: usize, end: usize, base: TextSize) {
        let range = TextRange::new(offset(start), offset(end + 1)) + base;
        if text[start + 1..end].trim().is_empty() {
            self.errors.push((SyntaxErrorKind::EmptyCloze, range));
        }
        let text = TextRange::new(offset(start + 1), offset(end)) + base;
        self.found.push(Deletion { range, number: None, text, hint: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        let read = deletions(text, TextSize::new(0), |_| false);
        read.found.iter().map(|deletion| &text[deletion.text]).collect()
    }

    #[test]
    fn deletions_as_the_program_reads_them() {
        assert_eq!(read("[Rome] was [old]"), ["Rome", "old"]);
        assert_eq!(read("a [[b]] c [d [e] f]"), ["b", "e"]);
        assert_eq!(read(r"\[a\] and [b \[c\]]"), [r"b \[c\]"]);
        assert_eq!(read("![a](b.png) and ![c [d] e] f]"), [""; 0]);
        assert_eq!(read("`x[0]` $[a]$ [b](c)"), ["0", "a", "b"]);
        assert_eq!(read("a ] b [ c"), [""; 0]);
    }
}
