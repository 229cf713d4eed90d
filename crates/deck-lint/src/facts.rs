//! What the rules need to know of a card, worked out once.

pub mod dates;
pub mod question;

use deck_syntax::{AttributeKey, Card, CardForm, Item, side_text};

/// What is known of one card. Depends on the card's own text alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardFacts {
    /// A hash of what the question asks; the same for questions that say the same (see
    /// [`question::canonical`]). `None` where there is no question.
    pub question: Option<u64>,
    /// A hash of the card's `@id`.
    pub id: Option<u64>,
}

impl CardFacts {
    /// Works out the facts of a card. `text` is the text of its item.
    pub fn of(card: &Card, item: &Item, text: &str) -> Self {
        let front = side_text(item, text, card.front);
        let question = (!front.trim().is_empty()).then(|| {
            let cloze = card.form == CardForm::Cloze;
            question::key(&front, cloze)
        });
        let id = card
            .attribute(AttributeKey::Id)
            .filter(|id| !id.value.is_empty())
            .map(|id| question::hash(text[id.value].as_bytes()));
        Self { question, id }
    }
}
