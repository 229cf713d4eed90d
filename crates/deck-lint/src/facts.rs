//! What the rules need to know of a card, worked out once.

pub mod dates;

use std::borrow::Cow;

pub(crate) use deck_similarity::Keys;
use deck_similarity::Question;
use deck_syntax::{AttributeKey, Card, CardForm, Item, TextRange, TextSize, anki, side_text};

use crate::hash::hash;
use crate::rule::ItemCx;

/// What is known of one card. Depends on the card's own text alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFacts {
    /// By what its question is found; `None` where there is no question.
    pub keys: Option<Keys>,
    /// A hash of the card's `@id`.
    pub id: Option<u64>,
    /// The dates on the card, relative to its item; none of those in code or in comments.
    pub dates: Box<[dates::Mention]>,
}

impl CardFacts {
    /// Works out the facts of a card. `text` is the text of its item; `html` whether its sides are
    /// HTML.
    pub fn of(card: &Card, item: &Item, text: &str, html: bool) -> Self {
        let words = side_text(item, text, card.front);
        let front = if html { anki::plain(&words) } else { Cow::Borrowed(&*words) };
        let keys = (!front.trim().is_empty()).then(|| question(card, &front).keys());
        let id = card
            .attribute(AttributeKey::Id)
            .filter(|id| !id.value.is_empty())
            .map(|id| hash(text[id.value].as_bytes()));
        Self { keys, id, dates: dates_of(item, text) }
    }
}

/// A card's question, as it is compared with others.
pub(crate) fn question(card: &Card, words: &str) -> Question {
    if is_verbatim(card, words) { Question::verbatim(words) } else { Question::lex(words) }
}

/// The question of the card in an item, as it is compared with others.
pub fn question_of(item: &ItemCx<'_>) -> Option<Question> {
    let card = item.card()?;
    Some(question(card, &seen(item, card.front)))
}

/// The words of a side of the card in `item`, as they are seen where it is HTML.
pub(crate) fn seen<'a>(item: &ItemCx<'a>, side: TextRange) -> Cow<'a, str> {
    let words = side_text(item.item, item.text, side);
    if item.file.html { Cow::Owned(anki::plain(&words).into_owned()) } else { words }
}

/// Whether the question is compared word by word, as it is written: a cloze text, or words of a
/// vocabulary or glossary, of which `the head` and `the heads` are two.
pub(crate) fn is_verbatim(card: &Card, question: &str) -> bool {
    match card.form {
        CardForm::Cloze => true,
        CardForm::Row { .. } | CardForm::Heading | CardForm::Term => {
            !question.trim_end().ends_with(['?', '？', '؟'])
        }
        _ => false,
    }
}

fn dates_of(item: &Item, text: &str) -> Box<[dates::Mention]> {
    let mut found = dates::find(text);
    if !found.is_empty() {
        let mut start = TextSize::new(0);
        for line in &item.lines {
            let range = TextRange::new(start, line.end);
            start = line.end;
            if line.verbatim {
                found.retain(|mention| !range.contains_range(mention.range));
            }
        }
        found.retain(|mention| !item.comments.iter().any(|c| c.contains_range(mention.range)));
    }
    found.into()
}
