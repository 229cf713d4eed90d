//! What near misses in notes for Obsidian have in common.

use deck_syntax::{ItemKind, LineKind, Value, native, obsidian};

use super::line_ending;
use crate::rule::{ItemCx, ItemLine};
use crate::source::SourceFile;

/// How the plugin is set up.
pub(crate) fn settings(file: &SourceFile) -> &obsidian::Settings {
    &file.deck.settings().obsidian
}

/// The lines of an item that hold text, rather than nothing or comment.
pub(crate) fn text_lines<'a>(cx: &ItemCx<'a>) -> impl Iterator<Item = ItemLine<'a>> + use<'a> {
    cx.lines().filter(|line| !matches!(line.kind, LineKind::Blank | LineKind::Comment))
}

/// The words of a line behind its indentation, bullet or number, and where they start.
pub(crate) fn words(line: &str) -> (usize, &str) {
    let plain = line.trim_start();
    let mark = native::bullet(plain).or_else(|| native::number(plain)).unwrap_or(0);
    (line.len() - plain.len() + mark, &plain[mark..])
}

/// How the lines of an item end.
pub(crate) fn ending(cx: &ItemCx<'_>) -> &'static str {
    cx.item.lines.first().map_or("\n", |line| line_ending(&cx.text[..usize::from(line.end)]))
}

/// Whether an item ends with text rather than with a blank line, so that the item below stands
/// directly below.
pub(crate) fn reaches_down(cx: &ItemCx<'_>) -> bool {
    cx.item.lines.last().is_some_and(|line| line.kind != LineKind::Blank)
}

/// Whether the note has a tag that makes it a deck.
pub(crate) fn has_tag(file: &SourceFile) -> bool {
    let settings = settings(file);
    let in_text = file.deck.items_at().any(|(start, item)| {
        let mut lines = item.lines().zip(item.lines.iter());
        lines.any(|((range, _), line)| {
            let mut words = file.text[range + start].split_whitespace();
            !line.verbatim && words.any(|word| obsidian::tag_of_note(word, settings).is_some())
        })
    });
    in_text || tag_in_front_matter(file, settings)
}

fn tag_in_front_matter(file: &SourceFile, settings: &obsidian::Settings) -> bool {
    let first = file.deck.items().first().map(|item| &item.kind);
    let Some(ItemKind::FrontMatter(matter)) = first else { return false };
    let is_it = |value: &str| {
        let tag = format!("#{}", value.trim().trim_start_matches('#'));
        obsidian::tag_of_note(&tag, settings).is_some()
    };
    let fields = matter.fields.iter().filter(|field| matches!(&*field.key, "tags" | "tag"));
    fields.into_iter().any(|field| match &field.value {
        Value::Scalar(tags) => tags.split([',', ' ']).any(is_it),
        Value::List(tags) => tags.iter().any(|tag| is_it(tag)),
        Value::Other => false,
    })
}
