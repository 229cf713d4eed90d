//! The order of words, where it does not matter.

use super::words::{is_auxiliary, is_question_word};

/// "In 1936, what happened" asks "What happened in 1936".
pub(super) fn move_leading_phrase(words: &mut [&str]) {
    let condition = match words.first() {
        Some(&("if" | "when")) => true,
        Some(
            &("in" | "on" | "at" | "during" | "after" | "before" | "under" | "within" | "for"
            | "since" | "until" | "with" | "according"),
        ) => false,
        _ => return,
    };
    let begins = |word: &&str| is_question_word(word) || !condition && is_auxiliary(word);
    if let Some(start) = words.iter().skip(1).position(begins).map(|at| at + 1)
        && start > 1
    {
        words.rotate_left(start);
    }
}

/// "A and B" is "B and A", "A or B" is "B or A"; of one word each.
pub(super) fn sort_pairs(words: &mut [&str]) {
    for middle in 1..words.len().saturating_sub(1) {
        if matches!(words[middle], "and" | "or" | "versus") && words[middle + 1] < words[middle - 1]
        {
            words.swap(middle - 1, middle + 1);
        }
    }
}

/// Turns three or more words, as a ring, to where they are least.
pub(super) fn turn(words: &mut [&str]) {
    if words.len() >= 3 {
        let start = least_turn(words);
        words.rotate_left(start);
    }
}

/// Where the least of all turns of a ring begins, in linear time: of two candidates, the worse is
/// passed over together with all that was equal.
fn least_turn(words: &[&str]) -> usize {
    let length = words.len();
    let (mut a, mut b, mut equal) = (0, 1, 0);
    while a < length && b < length && equal < length {
        let (left, right) = (words[(a + equal) % length], words[(b + equal) % length]);
        match left.cmp(right) {
            std::cmp::Ordering::Equal => {
                equal += 1;
                continue;
            }
            std::cmp::Ordering::Greater => a += equal + 1,
            std::cmp::Ordering::Less => b += equal + 1,
        }
        if a == b {
            b += 1;
        }
        equal = 0;
    }
    a.min(b)
}
