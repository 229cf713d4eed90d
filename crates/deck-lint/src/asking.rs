//! A question, word by word, as the rules about recall see it.

use std::borrow::Cow;

use deck_syntax::{CardForm, TextRange, TextSize};

use crate::facts::prose;
use crate::rule::ItemCx;
pub(crate) use crate::words::keys;
use crate::words::{Form, Word, key, words};

/// A question in English.
pub(crate) struct Asking<'a> {
    /// Its text, with blanks for code and formulas.
    prose: Cow<'a, str>,
    start: TextSize,
    words: Vec<Word>,
}

impl<'a> Asking<'a> {
    /// The question of the card in an item; `None` where it is no question in English, or is the
    /// translation of one.
    pub(crate) fn of(cx: &ItemCx<'a>) -> Option<Self> {
        let card = cx.card().filter(|card| card.form != CardForm::Cloze)?;
        if !cx.file.is_english() || is_translated(cx) {
            return None;
        }
        let prose = prose(cx, card.front);
        let words: Vec<Word> = words(&prose).collect();
        let asks = |word: &Word| ASKING.contains(&word.key);
        let ends = prose.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let is_question = prose[ends..].contains('?') || words.first().is_some_and(asks);
        is_question.then_some(Self { prose, start: card.front.start(), words })
    }

    /// How many words it has.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The key of a word; 0 beyond the last.
    pub(crate) fn key(&self, word: usize) -> u64 {
        self.words.get(word).map_or(0, |word| word.key)
    }

    /// The first word that is one of these.
    pub(crate) fn find(&self, wanted: &[u64]) -> Option<usize> {
        self.words.iter().position(|word| wanted.contains(&word.key))
    }

    /// A word as it is written.
    pub(crate) fn text(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |word| &self.prose[word.range()])
    }

    /// All of it, with blanks for code and formulas.
    pub(crate) fn prose(&self) -> &str {
        &self.prose
    }

    /// Whether it is asked with a question mark at the end.
    pub(crate) fn ends_in_mark(&self) -> bool {
        self.prose
            .trim_end_matches(|c: char| c.is_whitespace() || "*_\"”)".contains(c))
            .ends_with('?')
    }

    /// What stands behind a word.
    pub(crate) fn after(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |word| &self.prose[word.end..])
    }

    /// What stands between a word and the next one.
    pub(crate) fn gap(&self, word: usize) -> &str {
        let next = self.words.get(word + 1).map_or(self.prose.len(), |next| next.start);
        self.words.get(word).map_or("", |word| &self.prose[word.end..next])
    }

    /// The place of words, from one up to another, which is part of it, relative to the item.
    pub(crate) fn range(&self, first: usize, last: usize) -> TextRange {
        let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
        let (Some(first), Some(last)) = (self.words.get(first), self.words.get(last)) else {
            return TextRange::empty(self.start);
        };
        TextRange::new(size(first.start), size(last.end)) + self.start
    }

    /// Whether a word says nothing by itself: `what`, `did`, `of`.
    pub(crate) fn is_light(&self, word: usize) -> bool {
        LIGHT.contains(&self.key(word))
    }

    /// Whether a word is `did`, `was` or the like.
    pub(crate) fn is_auxiliary(&self, word: usize) -> bool {
        AUXILIARIES.contains(&self.key(word))
    }

    /// Whether a word is written as a name is: with a capital that the start of the question does
    /// not explain, or in a way that no plain word is.
    pub(crate) fn is_name(&self, word: usize) -> bool {
        let form = self.words.get(word).map(|word| word.form);
        let digits = self.text(word).bytes().all(|b| b.is_ascii_digit());
        match form {
            Some(Form::Capital) => word > 0 && !self.is_light(word),
            Some(Form::Other) => !digits,
            _ => false,
        }
    }

    /// Whether the words up to one leave open what that one points at: none of them can be meant.
    ///
    /// In `What year did he die`, `year` is what is asked for; in `Who supported him`, the verb
    /// stands before him.
    pub(crate) fn leaves_open(&self, pointer: usize) -> bool {
        let content: Vec<usize> = (0..pointer).filter(|&word| !self.is_light(word)).collect();
        // `What year did`, `How many wars did`: no verb stands before what is asked for.
        let asked = matches!(self.key(0), WHAT | WHICH | HOW)
            && pointer > 1
            && self.is_auxiliary(pointer - 1)
            && !self.is_auxiliary(1)
            && content.len() <= 2
            && (self.key(0) != HOW || self.is_light(1))
            && content.iter().all(|&word| !self.is_name(word))
            && (0..pointer).all(|word| !self.gap(word).contains(['?', ',']));
        let verb = content == [pointer.wrapping_sub(1)] && pointer == 2 && !self.is_name(1);
        content.is_empty() || asked || verb
    }
}

/// Whether the card asks for a translation: its answer is a question, too, or the two are a few
/// words of a vocabulary.
fn is_translated(cx: &ItemCx<'_>) -> bool {
    let Some((card, facts)) = cx.card().zip(cx.facts) else { return false };
    let Some(back) = card.back else { return false };
    let answer = cx.text[back].trim_end_matches(['"', '”', ')', '*']);
    let is_pair = matches!(card.form, CardForm::Row { .. } | CardForm::OneLine { .. });
    let foreign = || !cx.text[back].is_ascii() && facts.wording.back.words <= 8;
    answer.ends_with(['?', '？']) || is_pair && foreign()
}

pub(crate) const WHAT: u64 = key("what");
pub(crate) const WHICH: u64 = key("which");
pub(crate) const WHO: u64 = key("who");
pub(crate) const HOW: u64 = key("how");

/// What a question starts with.
const ASKING: [u64; 18] = keys([
    "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "name", "describe",
    "explain", "list", "give", "state", "define", "compare", "outline",
]);

pub(crate) const AUXILIARIES: [u64; 26] = keys([
    "is", "are", "was", "were", "be", "been", "do", "does", "did", "has", "have", "had", "can",
    "could", "will", "would", "should", "shall", "may", "might", "must", "isn't", "didn't",
    "doesn't", "wasn't", "weren't",
]);

/// Words that name nothing.
const LIGHT: [u64; 98] = keys([
    "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "is", "are", "was",
    "were", "be", "been", "do", "does", "did", "has", "have", "had", "can", "could", "will",
    "would", "should", "shall", "may", "might", "must", "isn't", "didn't", "doesn't", "wasn't",
    "weren't", "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as",
    "and", "or", "but", "if", "then", "than", "that", "so", "not", "no", "into", "about", "after",
    "before", "during", "under", "over", "between", "against", "through", "until", "since", "up",
    "out", "off", "there", "also", "else", "still", "ever", "even", "just", "only", "much", "many",
    "long", "far", "old", "often", "soon", "most", "more", "all", "any", "some", "name",
    "describe", "explain", "list", "give",
]);
