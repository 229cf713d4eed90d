//! Words, and the names that they make.

use std::borrow::Cow;

use crate::hash::hash;
use crate::words::{key_of_bytes, keys};

/// A word of a statement, without the marks around it.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    /// In small letters.
    pub(super) lower: Cow<'t, str>,
    /// The same as a key, see [`keys`].
    pub(super) key: u64,
    /// Whether a comma follows, or another mark that parts what is before it from what is after.
    pub(super) parted: bool,
    /// Whether it is the first of a sentence, where any word has a capital.
    pub(super) opens: bool,
}

/// The words of a text, without markup and the marks of clozes.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = text.split_ascii_whitespace().filter_map(word).collect();
    if let Some(first) = words.first_mut() {
        first.opens = true;
    }
    words
}

fn word(piece: &str) -> Option<Word<'_>> {
    let (text, parted) = if is_bare(piece.as_bytes()) { (piece, false) } else { unwrap(piece) };
    let small = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let lower = if small { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) };
    let key = key_of_bytes(lower.as_bytes());
    (!text.is_empty()).then_some(Word { text, lower, key, parted, opens: false })
}

/// Whether a word plainly has no marks around it, nor those of a cloze: nearly every word.
fn is_bare(piece: &[u8]) -> bool {
    let ends = [piece.first(), piece.last()];
    ends.iter().flatten().all(|byte| byte.is_ascii_alphanumeric()) && !piece.contains(&b':')
}

/// A word without the marks around it, and whether one of them parts.
fn unwrap(piece: &str) -> (&str, bool) {
    let piece = piece.trim_start_matches(is_mark);
    let piece = match piece.split_once("::") {
        Some((number, rest)) if number.starts_with('c') => rest,
        _ => piece,
    };
    let piece = piece.split_once("::").map_or(piece, |(shown, _)| shown);
    let text = piece.trim_end_matches(|c: char| is_mark(c) || matches!(c, ',' | '!' | '?' | '.'));
    (text, piece[text.len()..].contains([',', '!', '?', ')', '"', '”']))
}

fn is_mark(c: char) -> bool {
    matches!(c, '*' | '_' | '"' | '“' | '”' | '\'' | '‘' | '’' | '(' | ')' | '[' | ']' | '{' | '}')
}

/// A name: what it is told of.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// The words that tell it from others, in small letters and in the order of the alphabet.
    words: Vec<String>,
    /// The last of them as they are written.
    last: String,
    /// Whether a word of it is written with a capital.
    pub(super) capital: bool,
    /// Whether all are, so that it is most likely the name of one thing.
    pub(super) proper: bool,
}

/// Words in small letters that are part of names: the treaty of Rapallo.
#[rustfmt::skip]
const KINDS: &[u64] = &keys([
    "accord", "accords", "act", "agreement", "armistice", "battle", "conference", "congress", "empire",
    "pact", "republic", "revolution", "siege", "treaty", "union", "war",
]);

/// More words than that are no name.
const MOST_WORDS: usize = 9;

/// Words that say nothing about which thing is meant.
const ARTICLES: &[u64] = &keys(["the", "a", "an", "of", "and", "for", "de", "la", "von", "van"]);

/// Words that are in no name, or make it one that only its place explains.
#[rustfmt::skip]
const STRANGE: &[u64] = &keys([
    "about", "against", "all", "also", "although", "any", "are", "as", "at", "be", "because", "been",
    "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does", "during",
    "each", "every", "few", "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if",
    "in", "into", "is", "it", "its", "many", "may", "might", "more", "most", "my", "never", "no", "not",
    "on", "one", "only", "or", "other", "our", "over", "several", "she", "should", "since", "so", "some",
    "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through",
    "to", "under", "until", "upon", "us", "was", "we", "were", "what", "when", "where", "which", "while",
    "who", "whom", "whose", "will", "with", "without", "would", "you", "your", "after", "near",
]);

/// The name that some words are, if they are one.
pub(super) fn phrase(words: &[Word<'_>]) -> Option<Phrase> {
    if words.len() > MOST_WORDS {
        return None;
    }
    let inner = words.split_last().map_or(&[][..], |(_, inner)| inner);
    let whole = !inner.iter().any(|word| word.parted) && words.iter().all(is_plain);
    let told: Vec<&Word<'_>> = words.iter().filter(|word| !ARTICLES.contains(&word.key)).collect();
    let is_capital = |word: &&Word<'_>| word.text.starts_with(|c: char| !c.is_lowercase());
    let capital = told.iter().any(|word| word.text.starts_with(char::is_uppercase));
    let proper = told.iter().all(|word| is_capital(word) || KINDS.contains(&word.key));
    let mut words: Vec<String> = told.iter().map(|word| bare(&word.lower).to_owned()).collect();
    let numbered = |it: &String| it.bytes().all(|byte| b"ivx".contains(&byte));
    let number = usize::from(words.last().is_some_and(numbered));
    let last = words[words.len().saturating_sub(1 + number)..].join(" ");
    number_the_war(&mut words);
    words.sort_unstable();
    (whole && !words.is_empty()).then_some(Phrase { words, last, capital, proper })
}

/// Whether a word may be part of a name. `US` may, and `us` may not.
fn is_plain(word: &Word<'_>) -> bool {
    let abbreviated = word.text.len() > 1 && !word.text.bytes().any(|it| it.is_ascii_lowercase());
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '\'' | '’' | '.' | '&');
    word.text.chars().all(letter) && (abbreviated || !STRANGE.contains(&word.key))
}

/// A word without the ending of the genitive.
fn bare(word: &str) -> &str {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    word.trim_end_matches(['\'', '’'])
}

/// The Second World War has many names.
fn number_the_war(words: &mut Vec<String>) {
    let number = |word: &str| match word {
        "i" | "1" | "one" => Some("first"),
        "ii" | "2" | "two" => Some("second"),
        _ => None,
    };
    let full = |first: &str| ["world", "war", first].map(str::to_owned);
    if let Some(at) = words.iter().position(|it| it.starts_with("ww"))
        && let Some(first) = number(&words[at][2..])
    {
        words.splice(at..=at, full(first));
    }
    if let Some(at) = words.windows(3).position(|it| it[0] == "world" && it[1] == "war")
        && let Some(first) = number(&words[at + 2])
    {
        words.splice(at..at + 3, full(first));
    }
}

impl Phrase {
    /// Whether it is one word only, which elsewhere may name another.
    pub(super) fn is_short(&self) -> bool {
        self.words.len() == 1
    }

    /// Whether it is one word that begins a sentence and may be no name: `Production began`.
    pub(super) fn is_common(&self) -> bool {
        const ENDINGS: [&str; 11] =
            ["tion", "sion", "ment", "ing", "work", "ance", "ence", "ship", "ity", "ness", "s"];
        self.is_short() && ENDINGS.iter().any(|ending| self.words[0].ends_with(ending))
    }

    /// Whether it has one of these words.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        self.words.iter().any(|word| words.contains(&&**word))
    }

    /// The name of both.
    pub(super) fn with(mut self, other: Self) -> Self {
        self.capital |= other.capital;
        self.proper &= other.proper;
        self.words.extend(other.words);
        self.words.sort_unstable();
        self
    }

    /// The word that it ends in, with the number behind it: the XVI of Louis is part of his name.
    pub(super) fn last(&self) -> &str {
        &self.last
    }

    /// A hash of it.
    pub(super) fn hash(&self) -> u64 {
        self.words
            .iter()
            .fold(0, |sum, word| hash(word.as_bytes()).wrapping_add(sum.rotate_left(7)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Option<u64> {
        phrase(&words(text)).map(|it| it.hash())
    }

    #[test]
    fn a_name_is_its_words() {
        assert!(key("the Treaty of Berlin").is_some());
        assert_eq!(key("the Treaty of Berlin"), key("The **Berlin treaty**,"));
        assert_eq!(key("World War II"), key("the Second World War"));
        assert_eq!(key("WW1"), key("the First World War"));
        assert_eq!(key("{{c1::Germany::who?}}"), key("Germany"));
        assert_ne!(key("World War I"), key("World War II"));
        assert_eq!(key("his death"), None);
        assert_eq!(key("US Marines"), key("the US Marines"));
    }
}
