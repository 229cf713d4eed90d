//! Words that are known to be misspelled, and what was meant.
//!
//! The list is that of typos: only what is written wrongly is in it, so that a word it does not
//! know is never called wrong.

use std::cell::RefCell;

use unicase::UniCase;

use crate::words::{Form, Word};

/// The shortest word that is looked up: shorter ones are names of things too often.
const SHORTEST: usize = 4;

/// What a misspelled word was to be, the likeliest first; `None` if it is not in the list.
pub(crate) fn corrections(word: &str) -> Option<&'static [&'static str]> {
    let found = typos_dict::WORD.find(&UniCase::new(word)).copied()?;
    let first = |word: &str| word.bytes().next().map(|b| b.to_ascii_lowercase());
    let sure = !found.is_empty() && found.len() <= MOST && first(found[0]) == first(word);
    (sure && !is_right_somewhere(word, found[0])).then_some(found)
}

/// A word that may have been meant in more ways than that may also be one that the list has not.
const MOST: usize = 3;

/// Whether a word of the list is right in a field or in some English, or its correction is wrong.
fn is_right_somewhere(word: &str, correction: &str) -> bool {
    /// Found by reading what was reported: terms of medicine and geography, and `Who's`.
    const RIGHT: [&str; 3] = ["contagiosum", "occupance", "whos"];
    RIGHT.iter().any(|right| word.eq_ignore_ascii_case(right)) || is_doubled(word, correction)
}

/// `combatting` beside `combating`: the British double a letter before an ending, or do not.
fn is_doubled(word: &str, correction: &str) -> bool {
    let stem = |end: &str| Some((word.strip_suffix(end)?, correction.strip_suffix(end)?));
    let stems = ["ing", "ed", "er", "ers"].iter().find_map(|end| stem(end));
    stems.is_some_and(|(long, short)| {
        let last = short.bytes().next_back().filter(|b| !b"aeiou".contains(b));
        last.is_some_and(|_| long.len() == short.len() + 1)
            && long.starts_with(short)
            && long.bytes().next_back() == last
    })
}

/// Whether the list has a word.
pub(crate) fn is_misspelled(text: &str, word: &Word) -> bool {
    let length = word.end - word.start;
    if length < SHORTEST || word.form == Form::Other || is_fine(word.key) {
        return false;
    }
    let found = corrections(&text[word.range()]).is_some();
    if !found {
        remember(word.key);
    }
    found
}

/// How many words are remembered, a power of two.
const REMEMBERED: usize = 4096;

thread_local! {
    /// Keys of words that were looked up and are in no list, each where its hash points: nearly
    /// every word is one of a few thousand, and looking one up takes ten times as long as this.
    static FINE: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

fn place(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize % REMEMBERED
}

fn is_fine(key: u64) -> bool {
    FINE.with_borrow(|fine| fine.get(place(key)) == Some(&key))
}

fn remember(key: u64) {
    FINE.with_borrow_mut(|fine| {
        fine.resize(REMEMBERED, 0);
        fine[place(key)] = key;
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    fn found(text: &str) -> Vec<&str> {
        let wrong = words(text).filter(|word| is_misspelled(text, word));
        wrong.map(|word| &text[word.range()]).collect()
    }

    #[test]
    fn what_is_in_the_list_is_found_each_time() {
        for _ in 0..2 {
            assert_eq!(
                found("It had bulit a seperate goverment, the color of colour"),
                ["bulit", "seperate", "goverment"]
            );
        }
        assert_eq!(corrections("bulit"), Some(&["built"][..]));
        assert_eq!(corrections("occured"), Some(&["occurred"][..]));
        assert_eq!(found("combatting molluscum contagiosum"), Vec::<&str>::new());
        assert_eq!(found("TEH, x2seperate, seperate_it"), Vec::<&str>::new());
    }
}
