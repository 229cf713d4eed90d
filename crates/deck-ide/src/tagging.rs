//! Tags and ids where they are written.

use deck_lint::{ItemCx, SourceFile};
use deck_syntax::{Attribute, AttributeKey, FrontMatter, ItemKind, TextRange, Value};
use memchr::memmem;

use crate::spot::{bytes, place_of};

/// A name that cards are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name<'a> {
    /// Whether it is a tag or an id.
    pub(crate) kind: NameKind,
    /// The tag without its `#`, or the id.
    pub(crate) text: &'a str,
    /// Where it stands, relative to its item.
    pub(crate) range: TextRange,
}

/// What sort of name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    Tag,
    Id,
}

/// The tags and ids in an item.
pub(crate) fn names<'a>(cx: &ItemCx<'a>) -> Vec<Name<'a>> {
    let text = cx.text;
    match &cx.item.kind {
        ItemKind::Card(card) => {
            card.attributes.iter().flat_map(|it| of_attribute(text, it)).collect()
        }
        ItemKind::Attribute(attribute) => of_attribute(text, attribute).collect(),
        ItemKind::FrontMatter(matter) => of_front_matter(text, matter),
        ItemKind::Header(header) if text[header.key].eq_ignore_ascii_case("tags") => {
            tags(text, header.value).map(Name::tag).collect()
        }
        _ => Vec::new(),
    }
}

/// All places in a file where cards are given a name.
pub(crate) fn everywhere<'a>(
    file: &'a SourceFile,
    kind: NameKind,
    text: &'a str,
) -> impl Iterator<Item = (usize, TextRange)> + 'a {
    (0..file.deck.items().len()).flat_map(move |index| {
        let cx = file.item(index);
        let same = names(&cx).into_iter().filter(move |it| it.kind == kind && it.text == text);
        same.map(move |it| (index, it.range + cx.start))
    })
}

impl<'a> Name<'a> {
    fn tag((range, text): (TextRange, &'a str)) -> Self {
        Self { kind: NameKind::Tag, text, range }
    }
}

fn of_attribute<'a>(text: &'a str, it: &Attribute) -> impl Iterator<Item = Name<'a>> + use<'a> {
    let value = it.value;
    let tagged = (it.key == AttributeKey::Tags).then(|| tags(text, value).map(Name::tag));
    let is_id = it.key == AttributeKey::Id && !value.is_empty();
    let id = is_id.then(|| Name { kind: NameKind::Id, text: &text[value], range: value });
    tagged.into_iter().flatten().chain(id)
}

/// The tags in a value, parted by spaces or commas, without their `#`; where each stands.
pub(crate) fn tags(text: &str, value: TextRange) -> impl Iterator<Item = (TextRange, &str)> {
    let words = text[value].split([',', ' ', '\t']).map(|word| word.trim_start_matches('#'));
    words.filter(|word| !word.is_empty()).map(move |word| (place_of(word, text), word))
}

/// The `tags` of front matter: in a list, one may have spaces in it.
fn of_front_matter<'a>(text: &'a str, matter: &'a FrontMatter) -> Vec<Name<'a>> {
    let Some(field) = matter.field("tags") else { return Vec::new() };
    let Value::List(list) = &field.value else {
        let quotes = |c: char| matches!(c, '"' | '\'' | '[' | ']');
        let words = tags(text, field.value_range).map(|(_, word)| word.trim_matches(quotes));
        let words = words.filter(|word| !word.is_empty());
        return words.map(|word| Name::tag((place_of(word, text), word))).collect();
    };
    let mut found = Vec::new();
    let mut at = usize::from(field.value_range.start());
    let end = usize::from(field.value_range.end());
    for tag in list {
        let rest = text.get(at..end).unwrap_or_default();
        let Some(start) = memmem::find(rest.as_bytes(), tag.as_bytes()) else { continue };
        let range = bytes(at + start, at + start + tag.len());
        at = range.end().into();
        found.push(Name::tag((range, text[range].trim_start_matches('#'))));
    }
    found.retain(|name| !name.text.is_empty());
    found
}
