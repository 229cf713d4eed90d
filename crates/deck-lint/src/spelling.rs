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

/// How many words are remembered, a power of two.
const REMEMBERED: usize = 1 << 14;

/// Tells which words are in the list. It remembers those that are not, each where its hash points:
/// nearly every word is one of a few thousand, and looking one up takes ten times as long.
pub(crate) struct Speller {
    fine: Box<[u64]>,
}

thread_local! {
    static SPELLER: RefCell<Speller> =
        RefCell::new(Speller { fine: vec![0; REMEMBERED].into_boxed_slice() });
}

impl Speller {
    /// Runs `look` with the speller of this thread, which it must not ask for again.
    pub(crate) fn with<T>(look: impl FnOnce(&mut Self) -> T) -> T {
        SPELLER.with_borrow_mut(look)
    }

    /// Whether the list has a word.
    #[inline]
    pub(crate) fn is_misspelled(&mut self, text: &str, word: &Word) -> bool {
        if word.end - word.start < SHORTEST || word.form == Form::Other {
            return false;
        }
        let place = (word.key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 50) as usize % REMEMBERED;
        if self.fine[place] == word.key {
            return false;
        }
        let found = corrections(&text[word.range()]).is_some();
        if !found {
            self.fine[place] = word.key;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    fn found(text: &str) -> Vec<&str> {
        let wrong = |word: &Word| Speller::with(|speller| speller.is_misspelled(text, word));
        words(text).filter(wrong).map(|word| &text[word.range()]).collect()
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
