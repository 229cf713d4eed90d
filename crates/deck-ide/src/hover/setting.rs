//! What settings and attributes mean: the keys of front matter, of Anki's headers, of `@` lines.

use deck_syntax::anki::Key;
use deck_syntax::{Attribute, AttributeKey, ItemKind, TextRange};

use super::Hover;
use crate::spot::Spot;

/// What the key under the cursor means. The range is relative to the item.
pub(super) fn meaning(spot: &Spot<'_>) -> Option<Hover> {
    let (range, key, meaning) = match &spot.cx.item.kind {
        ItemKind::FrontMatter(matter) => {
            let field = matter.fields.iter().find(|field| spot.touches(field.key_range))?;
            (field.key_range, field.key.as_str(), front_matter(&field.key)?)
        }
        ItemKind::Header(header) => {
            let word = &spot.cx.text[header.key];
            let key = Key::ALL.into_iter().find(|key| key.name().eq_ignore_ascii_case(word))?;
            let range = spot.touches(header.key).then_some(header.key)?;
            (range, key.name(), of_header(key))
        }
        ItemKind::Attribute(attribute) => attribute_key(spot, attribute)?,
        ItemKind::Card(card) => {
            card.attributes.iter().find_map(|attribute| attribute_key(spot, attribute))?
        }
        _ => return None,
    };
    Some(Hover { range, markdown: format!("**{key}**\n\n{meaning}") })
}

type Meaning<'a> = (TextRange, &'a str, &'static str);

fn attribute_key<'a>(spot: &Spot<'a>, attribute: &Attribute) -> Option<Meaning<'a>> {
    let written = &spot.cx.text[attribute.range];
    let length = written.find(char::is_whitespace).unwrap_or(written.len());
    let range = TextRange::at(attribute.range.start(), crate::spot::size(length));
    // Tags of other dialects are no keys with values.
    let is_key = written.starts_with('@') && spot.touches(range);
    is_key.then(|| (range, &spot.cx.text[range], of_attribute(attribute.key)))
}

fn of_attribute(key: AttributeKey) -> &'static str {
    match key {
        AttributeKey::Id => {
            "A name for the card that stays when its words change, so that a program which schedules \
             your cards knows it again."
        }
        AttributeKey::Tags => "Words to find the card by, parted by spaces or commas.",
        AttributeKey::Source => "Where the fact comes from: a book and page, or a link.",
        AttributeKey::Hint => "Shown before the answer, if you ask for it.",
        AttributeKey::Date => {
            "When it happened, in EDTF: `1936`, `1936-09`, `1936-09-30`, `1936/1939`, `1936~` for \
             about then, `193X` for some time in the 1930s. It wins over the dates in the text."
        }
        AttributeKey::Reverse => "Asks the card in both directions; takes no value.",
    }
}

fn front_matter(key: &str) -> Option<&'static str> {
    Some(match key {
        "title" | "name" => "The name of the deck.",
        "deck" => {
            "Where the deck belongs among your decks, from the widest to the narrowest: \
             `History::USSR`."
        }
        "tags" => "Tags of all cards in this file.",
        "lang" => {
            "The language of the cards, as `en` or `de`. Rules that need English are silent \
             elsewhere."
        }
        "id" => "A name for the deck that stays when its title changes.",
        "dates" => {
            "How `4/9/1938` is meant: `day-first` is the 4th of September, `month-first` the 9th of \
             April."
        }
        _ => return None,
    })
}

fn of_header(key: Key) -> &'static str {
    match key {
        Key::Separator => "What parts the fields of a row: `tab`, `comma`, `semicolon`, `pipe`, …",
        Key::Html => "Whether the fields are HTML (`true`) or plain text (`false`).",
        Key::Tags => "Tags of all notes in this file, parted by spaces.",
        Key::Columns => "What the columns are called, parted as the fields are.",
        Key::Notetype => "The note type of all notes, by its name in Anki.",
        Key::Deck => "The deck into which Anki puts the notes.",
        Key::NotetypeColumn => "The number of the column that holds note types, counted from 1.",
        Key::DeckColumn => "The number of the column that holds decks, counted from 1.",
        Key::TagsColumn => "The number of the column that holds tags, counted from 1.",
        Key::GuidColumn => "The number of the column that holds the notes' ids, counted from 1.",
        Key::IfMatches => "What Anki does with a note that is there already.",
        Key::MatchScope => "Where Anki looks for notes that are there already.",
    }
}
