//! A name for a card.

use text_size::{TextRange, TextSize};

use super::{Place, Rewrite, cards_instead};
use crate::deck::{AttributeKey, Deck};
use crate::dialect::Dialect;
use crate::format::{TextEdit, ending};
use crate::text::offset;

/// Gives the card at byte offset `at` the name `id`, with `@id`. `None` where no card stands, where
/// it has a name already, where `id` is none (it is one word), and in other dialects than the native
/// one: there, no name belongs to a card.
pub fn add_id(deck: &Deck, text: &str, at: TextSize, id: &str) -> Option<Rewrite> {
    let place = Place::of(deck, text, at).filter(|_| deck.dialect() == Dialect::Deck)?;
    let item = &deck.items()[place.item];
    let is_word = !id.is_empty() && !id.contains(|c: char| c.is_whitespace() || c.is_control());
    if item.card()?.attribute(AttributeKey::Id).is_some() || !is_word {
        return None;
    }
    let end = usize::from(deck.start(place.item) + item.visible().end());
    let ending = ending(text);
    let line = if text[..end].ends_with(['\n', '\r']) {
        format!("@id {id}{ending}")
    } else {
        format!("{ending}@id {id}")
    };
    let start = offset(end + line.find(' ')? + 1);
    let edits = vec![TextEdit { range: TextRange::empty(offset(end)), text: line }];
    let named = cards_instead(deck, text, place.item, &edits)?;
    let [note] = named.as_slice() else { return None };
    let has_it = note.attributes.iter().any(|(key, value)| *key == AttributeKey::Id && value == id);
    has_it.then(|| Rewrite { edits, select: TextRange::at(start, TextSize::of(id)) })
}
