//! What Git leaves in a file of ours where two versions disagree.

use std::ops::Range;

/// The first line of a text that is a mark of a merge conflict: its number, counted from 1, and its
/// bytes.
pub(crate) fn first_mark(text: &str) -> Option<(usize, Range<usize>)> {
    let mut start = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let content = line.trim_end_matches(['\n', '\r']);
        if is_mark(content) {
            return Some((number, start..start + content.len()));
        }
        start += line.len();
    }
    None
}

fn is_mark(line: &str) -> bool {
    line == "=======" || ["<<<<<<< ", "||||||| ", ">>>>>>> "].iter().any(|it| line.starts_with(it))
}
