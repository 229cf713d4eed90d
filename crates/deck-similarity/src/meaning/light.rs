//! Small words that may be left out.

use super::words::is_question_word;

/// Takes out prepositions that take no side, the `that` before a clause, the mark of an owner, and
/// the `do` of a question, where nothing hangs on them.
pub(super) fn leave_out(words: &mut Vec<&str>) {
    let mut kept = 0;
    for index in 0..words.len() {
        if !is_empty(words, index, kept) {
            words[kept] = words[index];
            kept += 1;
        }
    }
    words.truncate(kept);
}

/// Whether the word at `index` says nothing where it stands; the words before `kept` stay.
fn is_empty(words: &[&str], index: usize, kept: usize) -> bool {
    let Some(before) = kept.checked_sub(1).map(|last| words[last]) else { return false };
    let Some(after) = words.get(index + 1) else { return words[index] == "'s" };
    match words[index] {
        word if is_neutral(word) => {
            !is_question_word(before) && !is_question_word(after) && !takes_side(before)
        }
        "'s" => true,
        "by" => after.len() > 4 && after.ends_with("ing"),
        "that" => kept > 2 && !super::words::is_auxiliary(before),
        "do" => kept == 1 && is_question_word(before),
        _ => false,
    }
}

/// Whether a word is a preposition that takes no side.
pub(super) fn is_neutral(word: &str) -> bool {
    matches!(word, "of" | "in" | "on" | "at" | "for" | "about")
}

/// Whether a preposition after this word is a part of its meaning: look at, look for; the force of
/// a body, the force on it.
pub(super) fn takes_side(word: &str) -> bool {
    matches!(
        word,
        "look"
            | "stand"
            | "call"
            | "run"
            | "go"
            | "get"
            | "turn"
            | "put"
            | "come"
            | "take"
            | "set"
            | "break"
            | "give"
            | "make"
            | "hold"
            | "act"
            | "ask"
            | "care"
            | "fall"
            | "fight"
            | "vote"
            | "pay"
            | "depend"
            | "live"
            | "rely"
            | "force"
            | "effect"
            | "influence"
            | "impact"
            | "attack"
            | "war"
            | "tax"
            | "power"
            | "pressure"
            | "demand"
            | "is"
            | "was"
            | "be"
            | "and"
            | "or"
            | "not"
            | "to"
    )
}
