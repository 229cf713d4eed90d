//! What only notes for Obsidian's Spaced Repetition plugin have.

use memchr::memmem;

use crate::Value;
use crate::dialect::obsidian::Settings;
use crate::reparse::front_matter;
use crate::text::lines;

/// What shows that the text is such a note.
pub(super) fn mark(text: &str, settings: &Settings) -> Option<String> {
    if memmem::find(text.as_bytes(), b"<!--SR:").is_some() && outside_fences(text).any(is_review) {
        return Some("it has review dates of the plugin, `<!--SR:…-->`".to_owned());
    }
    for tag in &settings.tags {
        if memmem::find(text.as_bytes(), tag.trim_start_matches('#').as_bytes()).is_none() {
            continue;
        }
        if outside_fences(text).any(|line| is_tag(line, tag)) || in_front_matter(text, tag) {
            return Some(format!("it has the tag `{tag}`"));
        }
        if has_cards(text, settings) {
            if outside_fences(text).any(|line| is_inside(line, tag)) {
                return Some(format!("it has cards and the tag `{tag}`"));
            }
            if outside_fences(text).any(|line| is_glued(line, tag)) {
                return Some(format!("it has cards, and `{tag}` glued to a word, which is no tag"));
            }
        }
    }
    let lone = lone_separators(text, settings);
    (lone >= 2).then(|| format!("{lone} questions have a line `{}` below", settings.line_separator))
}

fn is_review(line: &str) -> bool {
    line.contains("<!--SR:!")
}

/// Whether the line starts with the tag, or with one below it.
fn is_tag(line: &str, tag: &str) -> bool {
    let Some(rest) = line.strip_prefix(tag) else { return false };
    rest.is_empty() || rest.starts_with(['/', ' ', '\t'])
}

/// Whether the line holds the tag behind other words.
fn is_inside(line: &str, tag: &str) -> bool {
    let code = line.contains('`');
    !code && line.split_whitespace().any(|word| is_tag(word, tag))
}

/// Whether the line is nothing but the tag with letters before it.
fn is_glued(line: &str, tag: &str) -> bool {
    let Some(at) = line.find(tag).filter(|&at| at > 0) else { return false };
    line[..at].chars().all(char::is_alphanumeric) && is_tag(line[at..].trim_end(), tag)
}

/// Whether several lines look like cards.
fn has_cards(text: &str, settings: &Settings) -> bool {
    let inline = |line: &&str| !settings.separator.is_empty() && line.contains(&settings.separator);
    outside_fences(text).filter(inline).nth(1).is_some() || lone_separators(text, settings) > 0
}

fn in_front_matter(text: &str, tag: &str) -> bool {
    let name = tag.trim_start_matches('#');
    let is_it = |value: &str| is_tag(value.trim_start_matches('#'), name);
    let matter = front_matter(text);
    let value = matter.as_ref().and_then(|matter| matter.field("tags")).map(|field| &field.value);
    match value {
        Some(Value::Scalar(tags)) => tags.split([',', ' ']).any(is_it),
        Some(Value::List(tags)) => tags.iter().any(|tag| is_it(tag)),
        _ => false,
    }
}

/// How many lines hold nothing but a separator, with text directly above and below.
fn lone_separators(text: &str, settings: &Settings) -> usize {
    let is_separator = |line: &str| {
        let line = line.trim_end();
        !line.is_empty()
            && (line == settings.line_separator || line == settings.both_ways_line_separator)
    };
    let mut above = "";
    let mut waiting = false;
    let mut found = 0;
    for line in outside_fences(text) {
        let says = !line.trim().is_empty() && !is_separator(line);
        found += usize::from(waiting && says);
        waiting = is_separator(line) && !above.trim().is_empty() && !is_separator(above);
        above = line;
    }
    found
}

/// The lines that are no code.
fn outside_fences(text: &str) -> impl Iterator<Item = &str> {
    let mut fence = "";
    lines(text).map(move |line| line.of(text)).filter(move |line| {
        let words = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| words.starts_with(mark)).unwrap_or("");
        if fence.is_empty() {
            fence = mark;
            return mark.is_empty();
        }
        if mark == fence {
            fence = "";
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has_mark(text: &str) -> bool {
        mark(text, &Settings::default()).is_some()
    }

    #[test]
    fn notes_of_the_plugin() {
        for text in [
            "#flashcards/history\n\na::b\n",
            "---\ntags: [x, flashcards/y]\n---\na::b\n",
            "---\ntags: \"#flashcards\"\n---\n",
            "unk#flashcards\n\na::b\n<!--SR:!2025-01-01,1,230-->\n",
            "What?\n?\nThat\n\nWho?\n??\nShe\n",
            "Notes on optics #flashcards/optics\n\na::b\n\nc::d\n",
            "unk#flashcards/optics\n\na::b\n\nc::d\n",
        ] {
            assert!(has_mark(text), "{text}");
        }
    }

    #[test]
    fn other_notes() {
        for text in [
            "# Notes\n\nUse the tag #flashcards to make cards.\n",
            "```\n#flashcards\nWhat?\n?\nThat\n```\n",
            "std::vector and a::b\n",
            "Really\n?\n\nNo\n?\n",
            "#flashcardsfoo\n",
        ] {
            assert!(!has_mark(text), "{text}");
        }
    }
}
