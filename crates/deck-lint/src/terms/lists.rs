//! Words that say something about the capitals around them.

use crate::words::{key_of_bytes, keys};

/// Words that may stand inside a name: League *of* Nations, Battle *of the* Bulge, Simone *de*
/// Beauvoir.
pub(super) fn is_connector(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "de"
            | "del"
            | "della"
            | "des"
            | "den"
            | "der"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "du"
            | "la"
            | "le"
            | "van"
            | "von"
            | "zu"
            | "al"
            | "el"
            | "ibn"
            | "bin"
    )
}

/// Whether a word that opens a sentence has its capital from there beyond doubt.
pub(super) fn is_opener(word: &str) -> bool {
    word.len() <= LONGEST_OPENER && opens(key_of_bytes(word.as_bytes()))
}

/// Whether the word of that key, as [`words`](crate::words::words) gives it, is such a word.
pub(crate) fn opens(word: u64) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

const LONGEST_OPENER: usize = 8;

const OPENERS: [u64; 104] = sorted(keys([
    "a", "about", "after", "against", "all", "also", "although", "an", "and", "any", "are", "as",
    "at", "because", "before", "between", "both", "but", "by", "can", "compare", "could", "define",
    "describe", "despite", "did", "do", "does", "during", "each", "every", "explain", "find",
    "for", "from", "give", "had", "has", "have", "he", "her", "his", "how", "however", "if", "in",
    "into", "is", "it", "its", "list", "many", "may", "most", "name", "no", "not", "of", "on",
    "one", "only", "or", "our", "out", "over", "she", "should", "since", "so", "some", "state",
    "such", "than", "that", "the", "their", "then", "there", "these", "they", "this", "those",
    "through", "to", "under", "unlike", "until", "up", "was", "we", "were", "what", "when",
    "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "would", "you",
]));

const fn sorted<const N: usize>(mut keys: [u64; N]) -> [u64; N] {
    let mut end = 1;
    while end < N {
        let mut at = end;
        while at > 0 && keys[at - 1] > keys[at] {
            keys.swap(at - 1, at);
            at -= 1;
        }
        end += 1;
    }
    keys
}

/// Whether a word names a month or a day of the week, which alone is no term.
pub(super) fn is_calendar(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Jun"
            | "Jul"
            | "Aug"
            | "Sep"
            | "Sept"
            | "Oct"
            | "Nov"
            | "Dec"
    )
}

/// Whether a month or day that follows the word stands for itself: `in March Germany …`.
pub(super) fn is_before_date(word: &str) -> bool {
    matches!(
        word,
        "in" | "of"
            | "on"
            | "by"
            | "since"
            | "until"
            | "till"
            | "from"
            | "during"
            | "after"
            | "before"
            | "last"
            | "next"
            | "early"
            | "late"
            | "mid"
    )
}

/// Whether the full stop after a word shortens it and ends nothing: J. P. Morgan, St. Petersburg.
pub(super) fn is_shortened(word: &str) -> bool {
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial
        || matches!(
            word,
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "St"
                | "Gen"
                | "Col"
                | "Lt"
                | "Capt"
                | "Sgt"
                | "Prof"
                | "Sen"
                | "Rev"
                | "Fr"
                | "Jr"
                | "Sr"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openers_are_sorted() {
        assert!(OPENERS.is_sorted());
        assert!(
            is_opener("the") && is_opener("A") && is_opener("Although") && !is_opener("stalin")
        );
    }
}
