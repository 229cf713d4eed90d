//! What a question asks, whatever way it is spelled.
//!
//! Two questions with the same canonical form say the same. The form judges the difference, not
//! the similarity: numbers, names, symbols, code and mathematics stay as they are, since
//! "What happened in March 1936?" and "What happened in July 1936?" are two questions.

mod words;

use std::borrow::Cow;
use std::hash::{BuildHasher as _, Hasher as _};

use foldhash::fast::FixedState;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};
use words::{contraction, number, singular};

/// The canonical form of a question: its words without case, articles, punctuation at their edges,
/// contractions, number words and plural.
///
/// A question of fewer than three words, and a cloze text, are taken as they stand.
pub fn canonical(question: &str, cloze: bool) -> String {
    let mut form = String::with_capacity(question.len());
    each_token(question, cloze, |token| {
        if !form.is_empty() {
            form.push(' ');
        }
        form.push_str(token);
    });
    form
}

/// A hash of the canonical form.
pub(crate) fn key(question: &str, cloze: bool) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    each_token(question, cloze, |token| {
        hasher.write(token.as_bytes());
        hasher.write_u8(b' ');
    });
    hasher.finish()
}

/// A hash that is the same in every run.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    FixedState::default().hash_one(bytes)
}

/// Calls `take` with every token of the canonical form.
fn each_token(question: &str, cloze: bool, mut take: impl FnMut(&str)) {
    let question = compose(question);
    let has_verbatim = memchr::memchr2(b'`', b'$', question.as_bytes()).is_some();
    if question.is_ascii() {
        fold_words(question.split_ascii_whitespace(), cloze, has_verbatim, &mut take);
    } else {
        fold_words(question.split_whitespace(), cloze, has_verbatim, &mut take);
    }
}

fn fold_words<'q>(
    words: impl Iterator<Item = &'q str> + Clone,
    cloze: bool,
    has_verbatim: bool,
    take: &mut impl FnMut(&str),
) {
    if cloze || words.clone().nth(2).is_none() {
        words.for_each(take);
        return;
    }
    let shouting = !words.clone().any(|word| word.bytes().any(|b| b.is_ascii_lowercase()));
    let mut verbatim = has_verbatim.then(Verbatim::default);
    for (index, word) in words.enumerate() {
        if verbatim.as_mut().is_some_and(|verbatim| verbatim.covers(word)) {
            take(word);
            continue;
        }
        let word = trim_edges(word);
        if !word.is_empty() {
            fold(word, index == 0, shouting, take);
        }
    }
}

fn compose(question: &str) -> Cow<'_, str> {
    // Latin letters with accents, dashes and quotes are what most texts have beyond ASCII, and
    // they are composed; only for others is the table asked.
    let is_plain = |c: char| {
        c.is_ascii() || matches!(c, 'À'..='ÿ' | '\u{2013}' | '\u{2014}' | '\u{2018}'..='\u{201D}')
    };
    if question.is_ascii()
        || question.chars().all(is_plain)
        || is_nfkc_quick(question.chars()) == IsNormalized::Yes
    {
        Cow::Borrowed(question)
    } else {
        Cow::Owned(question.nfkc().collect())
    }
}

/// Whether words belong to code or mathematics, which are kept as they are.
#[derive(Default)]
struct Verbatim {
    code: bool,
    math: bool,
}

impl Verbatim {
    fn covers(&mut self, word: &str) -> bool {
        let was = self.code || self.math;
        let ticks = memchr::memchr2(b'`', b'$', word.as_bytes());
        if ticks.is_none() {
            return was;
        }
        for byte in word.bytes() {
            match byte {
                b'`' if !self.math => self.code = !self.code,
                b'$' if !self.code => self.math = !self.math,
                _ => {}
            }
        }
        true
    }
}

/// Takes punctuation off the edges of a word: quotes, brackets, emphasis, and the marks that end a
/// sentence. What could be a sign or a symbol stays.
fn trim_edges(word: &str) -> &str {
    let is_edge = |c: char| {
        matches!(
            c,
            '?' | '!'
                | '.'
                | ','
                | ';'
                | ':'
                | '"'
                | '\''
                | '('
                | ')'
                | '['
                | ']'
                | '*'
                | '_'
                | '“'
                | '”'
                | '‘'
                | '’'
                | '…'
                | '¿'
                | '¡'
                | '？'
                | '，'
                | '。'
        )
    };
    if let [first, .., last] = word.as_bytes()
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return word;
    }
    // A word that is nothing but such marks is a symbol somebody asks about.
    let trimmed = word.trim_matches(is_edge);
    if trimmed.is_empty() && word.trim_end_matches(['?', '.', '!']).is_empty() {
        return "";
    }
    if trimmed.is_empty() { word } else { trimmed }
}

/// What the letters of a word look like.
#[derive(Default)]
struct Shape {
    capitals: usize,
    apostrophe: bool,
    /// A byte that is neither a letter nor an apostrophe.
    other: bool,
}

impl Shape {
    fn of(word: &str) -> Self {
        word.bytes().fold(Self::default(), |shape, byte| Self {
            capitals: shape.capitals + usize::from(byte.is_ascii_uppercase()),
            apostrophe: shape.apostrophe || byte == b'\'',
            other: shape.other || !(byte.is_ascii_alphabetic() || byte == b'\''),
        })
    }
}

/// Folds one word that is not code.
fn fold(word: &str, first: bool, shouting: bool, take: &mut impl FnMut(&str)) {
    let shape = Shape::of(word);
    if shape.other && !word.is_ascii() {
        return fold_any(word, take);
    }
    let is_name = match word.len() {
        // IT and it, W and w differ.
        1 => shape.capitals == 1 && !(word == "A" && (first || shouting)),
        _ => shape.other || shape.capitals > 1 && !shouting,
    };
    if is_name && !shape.apostrophe {
        return take(word);
    }
    if shape.capitals == 0 {
        return fold_lower(word, shape.apostrophe, true, take);
    }
    let mut buffer = [0_u8; 32];
    let Some(lower) = buffer.get_mut(..word.len()) else { return take(word) };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    fold_lower(std::str::from_utf8(lower).unwrap_or(word), shape.apostrophe, false, take);
}

/// Folds a word in small letters. Only one that was written so is put into the singular: `Stones`
/// may be a name.
fn fold_lower(lower: &str, apostrophe: bool, as_written: bool, take: &mut impl FnMut(&str)) {
    let rewritten = match lower {
        "a" | "an" | "the" => return,
        _ if apostrophe || lower == "cannot" => contraction(lower),
        _ => number(lower),
    };
    match rewritten {
        Some(words) => words.iter().for_each(|word| take(word)),
        None if as_written => take(singular(lower)),
        None => take(lower),
    }
}

fn fold_any(word: &str, take: &mut impl FnMut(&str)) {
    let straight = word.replace('’', "'");
    if straight.is_ascii() {
        return fold(&straight, false, false, take);
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals > 1 { take(word) } else { take(&word.to_lowercase()) }
}

/// The words of an answer without its markup: two answers that fold to the same say the same.
pub fn fold_markup(answer: &str) -> String {
    let mut folded = String::with_capacity(answer.len());
    let words = compose(answer);
    for line in words.lines() {
        let line = line.trim_start();
        let line = &line[deck_syntax::native::bullet(line).unwrap_or(0)..];
        for word in line.split_whitespace() {
            let word = word.trim_matches(['*', '_', '`']);
            if !word.is_empty() {
                if !folded.is_empty() {
                    folded.push(' ');
                }
                folded.push_str(word);
            }
        }
    }
    let end = folded.trim_end_matches(['.', ',', ';']).len();
    folded.truncate(end);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        assert_eq!(key(a, false) == key(b, false), canonical(a, false) == canonical(b, false));
        canonical(a, false) == canonical(b, false)
    }

    #[test]
    fn questions_that_say_the_same() {
        for (a, b) in [
            ("What is the capital of France?", "what is the capital of france"),
            ("What is the League of Nations?", "**What is a League of Nations?**"),
            ("What's the capital of France?", "What is the capital of France?"),
            ("What’s the capital of France?", "What is the capital of France?"),
            ("Name two causes of the war?", "Name 2 causes of the war?"),
            ("How do cells divide?", "How do cell divide ?"),
            ("WHAT IS THE CELL WALL?", "What is the cell wall?"),
            ("WHAT HAPPENED IN A WAR?", "What happened in a war?"),
        ] {
            assert!(same(a, b), "{a} | {b} | {} | {}", canonical(a, false), canonical(b, false));
        }
    }

    #[test]
    fn questions_that_differ() {
        for (a, b) in [
            ("What happened in March 1936?", "What happened in July 1936?"),
            ("What does IT mean here?", "What does it mean here?"),
            ("What is the unit of W?", "What is the unit of w?"),
            ("What does `a` do here?", "What does `A` do here?"),
            ("What is -1 times 2?", "What is 1 times 2?"),
            ("SELECT", "SELECT *"),
            ("p", "P"),
            ("What is $x^2$ here?", "What is $X^2$ here?"),
            ("What does + mean here?", "What does - mean here?"),
        ] {
            assert!(!same(a, b), "{a} | {b} | {}", canonical(a, false));
        }
    }
}
