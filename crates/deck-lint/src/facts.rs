//! What the rules need to know of a card, worked out once.

pub mod dates;
mod prose;
mod wording;

use std::borrow::Cow;

use dates::{Dates, SideCx, SideWords};
use deck_dates::Mention;
pub(crate) use deck_similarity::Keys;
use deck_similarity::Question;
use deck_syntax::{AttributeKey, Card, CardForm, Item, TextRange, anki, side_text};

pub(crate) use prose::{prose, sides};
pub(crate) use wording::stutters;
pub use wording::{Side, Wording};

use crate::events::{Event, events};
use crate::hash::hash;
use crate::media;
use crate::rule::ItemCx;

/// What is known of one card. Depends on the card's own text and on
/// what the front matter says of all cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFacts {
    /// By what its question is found; `None` where there is no question.
    pub keys: Option<Keys>,
    /// A hash of the card's `@id`.
    pub id: Option<u64>,
    /// The dates on the card; `None` if it has none.
    pub dates: Option<Box<Dates>>,
    /// By what the events are found that the card dates.
    pub events: Box<[u64]>,
    /// Whether it may show a picture or play a sound.
    pub shows_media: bool,
    /// What stands out in its words.
    pub wording: Wording,
}

impl CardFacts {
    /// Works out the facts of a card. `text` is the text of its item; `cx` says how its file's
    /// sides are read.
    pub fn of(card: &Card, item: &Item, text: &str, cx: &SideCx) -> Self {
        let words = side_text(item, text, card.front);
        let front = if cx.html { anki::plain(&words) } else { Cow::Borrowed(&*words) };
        let keys = (!front.trim().is_empty()).then(|| question(card, &front).keys());
        let id = card
            .attribute(AttributeKey::Id)
            .filter(|id| !id.value.is_empty())
            .map(|id| hash(text[id.value].as_bytes()));
        let words = SideWords::of(card, item, text, cx.html);
        let dates = Dates::of(card, text, &words, cx);
        let wording = Wording::of(card, words);
        let mut facts = Self {
            keys,
            id,
            dates,
            events: Box::default(),
            shows_media: media::may_show(text),
            wording,
        };
        facts.events = facts.events_of(card, text).iter().map(|event| event.key).collect();
        facts
    }

    /// The events that the card dates; `text` is the text of its item.
    pub(crate) fn events_of(&self, card: &Card, text: &str) -> Vec<Event<'_>> {
        events(text, self, card.front, card.back)
    }

    /// The dates of the question, or of a cloze card's text.
    pub fn front_dates(&self) -> &[Mention] {
        self.dates.as_ref().map_or(&[], |dates| &dates.front)
    }

    /// The dates of the answer.
    pub fn back_dates(&self) -> &[Mention] {
        self.dates.as_ref().map_or(&[], |dates| &dates.back)
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
