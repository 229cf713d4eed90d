//! What the rules need to know of a card, worked out once.

pub mod dates;
pub mod question;

use std::borrow::Cow;

use deck_syntax::{AttributeKey, Card, CardForm, Item, TextRange, TextSize, anki, side_text};

/// What is known of one card. Depends on the card's own text alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFacts {
    /// A hash of what the question asks; the same for questions that say the same (see
    /// [`question::canonical`]). `None` where there is no question.
    pub question: Option<u64>,
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
        let question =
            (!front.trim().is_empty()).then(|| question::key(&front, is_verbatim(card, &front)));
        let id = card
            .attribute(AttributeKey::Id)
            .filter(|id| !id.value.is_empty())
            .map(|id| question::hash(text[id.value].as_bytes()));
        Self { question, id, dates: dates_of(item, text) }
    }
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
