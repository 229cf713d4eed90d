//! The names in an item.

use deck_lint::ItemCx;
use deck_syntax::{
    AttributeKey, Dialect, Field, FrontMatter, ItemKind, TextRange, TextSize, Value,
};

use super::NameKind;
use crate::at::range_in;

/// A name, where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) kind: NameKind,
    /// Relative to the item.
    pub(crate) range: TextRange,
}

/// The names in an item.
pub(crate) fn names_of(item: &ItemCx<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    match &item.item.kind {
        ItemKind::Card(card) => {
            for attribute in &card.attributes {
                value(item, attribute.key, attribute.value, &mut names);
            }
        }
        ItemKind::Attribute(attribute) => {
            value(item, attribute.key, attribute.value, &mut names);
        }
        ItemKind::Section { text, .. } if !text.is_empty() => {
            names.push(Name { kind: NameKind::Section, range: *text });
        }
        ItemKind::FrontMatter(matter) => front_matter(item, matter, &mut names),
        ItemKind::Header(header) => match item.text[header.key].trim() {
            "tags" => tags(item.text, header.value, &mut names),
            "deck" => whole(item.text, NameKind::Deck, header.value, &mut names),
            _ => {}
        },
        _ => {}
    }
    names
}

fn value(item: &ItemCx<'_>, key: AttributeKey, range: TextRange, names: &mut Vec<Name>) {
    match key {
        // Each tag of this dialect is an attribute of its own, and may have spaces in it.
        AttributeKey::Tags if item.dialect() == Dialect::Headings => {
            whole(item.text, NameKind::Tag, range, names);
        }
        AttributeKey::Tags => tags(item.text, range, names),
        AttributeKey::Id => whole(item.text, NameKind::Id, range, names),
        AttributeKey::Source => whole(item.text, NameKind::Source, range, names),
        AttributeKey::Hint | AttributeKey::Date | AttributeKey::Reverse => {}
    }
}

fn whole(text: &str, kind: NameKind, range: TextRange, names: &mut Vec<Name>) {
    let words = text[range].trim().trim_start_matches('#');
    if !words.is_empty() {
        names.push(Name { kind, range: range_in(text, words, TextSize::new(0)) });
    }
}

/// Words parted by spaces or commas, without their `#`.
fn tags(text: &str, range: TextRange, names: &mut Vec<Name>) {
    let words = text[range].split(|c: char| c.is_whitespace() || matches!(c, ',' | '"'));
    for tag in words.map(|tag| tag.trim_start_matches('#')).filter(|tag| !tag.is_empty()) {
        let range = range_in(text, tag, TextSize::new(0));
        names.push(Name { kind: NameKind::Tag, range });
    }
}

fn front_matter(item: &ItemCx<'_>, matter: &FrontMatter, names: &mut Vec<Name>) {
    for field in &matter.fields {
        let kind = match field.key.as_str() {
            "tags" => NameKind::Tag,
            "id" => NameKind::Id,
            "deck" => NameKind::Deck,
            "source" => NameKind::Source,
            _ => continue,
        };
        match &field.value {
            Value::List(list) => listed(item.text, field, list, names),
            Value::Scalar(_) if kind == NameKind::Tag => {
                tags(item.text, unquoted(item.text, field.value_range), names);
            }
            Value::Scalar(_) => {
                whole(item.text, kind, unquoted(item.text, field.value_range), names);
            }
            Value::Other => {}
        }
    }
}

/// The words of a list, each where it stands. One that is written with escapes stands nowhere.
fn listed(text: &str, field: &Field, list: &[String], names: &mut Vec<Name>) {
    let mut at = field.value_range.start();
    let mut missed = 0;
    for word in list.iter().filter(|word| !word.is_empty()) {
        let rest = TextRange::new(at, field.value_range.end());
        let Some(found) = text[rest].match_indices(word.as_str()).find_map(|(start, found)| {
            let range = range_in(text, found, TextSize::new(0));
            let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/');
            let apart = !text[rest][..start].ends_with(part)
                && !text[usize::from(range.end())..].starts_with(part);
            apart.then_some(range)
        }) else {
            // Looking through the rest again and again would take a hostile list's square.
            missed += 1;
            if missed > 20 {
                return;
            }
            continue;
        };
        at = found.end();
        let bare = text[found].trim_start_matches('#');
        if field.key == "tags" && !bare.is_empty() {
            let range = range_in(text, bare, TextSize::new(0));
            names.push(Name { kind: NameKind::Tag, range });
        }
    }
}

fn unquoted(text: &str, range: TextRange) -> TextRange {
    range_in(text, text[range].trim().trim_matches(['"', '\'']), TextSize::new(0))
}
