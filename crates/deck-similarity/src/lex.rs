//! A question's words as they count for the first tier: without case, articles, punctuation at
//! their edges, contractions, number words and plural.
//!
//! What is hard stays as it is: numbers, symbols, code, mathematics, media, names in capitals. A
//! question of fewer than three words is taken as it stands, for `p` and `P` are two, and of a
//! question that is not English only case and punctuation are folded.

mod fold;
mod language;
mod verbatim;
pub(crate) mod words;

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

pub(crate) use language::is_english;
use verbatim::Verbatim;

/// One word of the first tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// The word as it counts.
    pub(crate) text: &'t str,
    /// The word of the text it comes from.
    pub(crate) source: &'t str,
    /// Whether it is code, mathematics or media.
    pub(crate) raw: bool,
}

/// The canonical form of a question, its words separated by one space: equal for questions of the
/// tier [`Tier::Same`](crate::Tier::Same). With `verbatim`, the words are taken as they stand.
pub fn canonical(question: &str, verbatim: bool) -> String {
    let question = compose(question);
    let mut form = String::with_capacity(question.len());
    each_token(&question, verbatim, &mut |token| {
        if !form.is_empty() {
            form.push(' ');
        }
        form.push_str(token.text);
    });
    form
}

/// Calls `take` with every word of a composed question; `verbatim` takes them as they stand.
/// Whether they were taken so, for that or for another reason.
pub(crate) fn each_token(question: &str, verbatim: bool, take: &mut impl FnMut(Token<'_>)) -> bool {
    if question.is_ascii() {
        fold_words(question, question.split_ascii_whitespace(), verbatim, take)
    } else {
        fold_words(question, question.split_whitespace(), verbatim, take)
    }
}

fn fold_words<'q>(
    question: &str,
    words: impl Iterator<Item = &'q str> + Clone,
    verbatim: bool,
    take: &mut impl FnMut(Token<'_>),
) -> bool {
    // A mark that stands for itself at the end of a question is no word of it.
    let is_word = |word: &&str| !fold::is_end(word);
    if verbatim || words.clone().filter(is_word).nth(2).is_none() {
        words.for_each(|word| take(Token { text: word, source: word, raw: false }));
        return true;
    }
    let english = is_english(words.clone());
    let shouting = !question.bytes().any(|b| b.is_ascii_lowercase());
    let mut raw = Verbatim::of(question);
    for (index, word) in words.enumerate() {
        if raw.as_mut().is_some_and(|raw| raw.covers(word)) {
            take(Token { text: word, source: word, raw: true });
            continue;
        }
        let word = fold::trim_edges(word);
        if !word.is_empty() {
            let place = fold::Place { first: index == 0, shouting, english };
            fold::fold(word, place, &mut |text| take(Token { text, source: word, raw: false }));
        }
    }
    false
}

/// The text with every character composed (NFKC), so that both ways to write é are one.
pub(crate) fn compose(text: &str) -> Cow<'_, str> {
    // Latin letters with accents, dashes and quotes are what most texts have beyond ASCII, and
    // they are composed; only for others is the table asked.
    let is_plain = |c: char| {
        c.is_ascii() || matches!(c, 'À'..='ÿ' | '\u{2013}' | '\u{2014}' | '\u{2018}'..='\u{201D}')
    };
    if text.is_ascii()
        || text.chars().all(is_plain)
        || is_nfkc_quick(text.chars()) == IsNormalized::Yes
    {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfkc().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
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
            ("Which countries won the war?", "Which country won the war?"),
            ("WHAT IS THE CELL WALL?", "What is the cell wall?"),
            ("WHAT HAPPENED IN A WAR?", "What happened in a war?"),
            ("Who lives in 1,000 houses?", "Who lives in 1000 houses?"),
            ("Where is Cafe\u{301} Noir?", "Where is Caf\u{e9} Noir?"),
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
            ("-1", "1"),
            ("<C-v>", "<c-v>"),
            ("的", "得"),
            ("What is $x^2$ here?", "What is $X^2$ here?"),
            ("What does + mean here?", "What does - mean here?"),
            ("What is on ![a cat](The Cat.png) ?", "What is on ![a cat](the cat.png) ?"),
            ("What are the uses of polish here?", "What are the uses of Polish here?"),
            ("¿Qué es la casa azul?", "¿Qué es casa azul?"),
            ("Wo liegen das a und o?", "Wo liegen das und o?"),
        ] {
            assert!(!same(a, b), "{a} | {b} | {}", canonical(a, false));
        }
    }
}
