//! The marks of a single line.

use super::Settings;
use crate::dialect::markdown::fence_at;
use crate::dialect::markdown::line::words_start;
use crate::dialect::markdown::span::OpaqueSpans;

/// What parts question and answer on one line, as byte offsets into the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InlineSeparator {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether the card is asked in both directions.
    pub both_ways: bool,
}

/// The separator that makes a line a card: the first one outside code, mathematics and links; of
/// two at one place, the longer one. A row of a table, the opening of a fence and the start of a
/// longer comment have none.
pub fn inline_separator(line: &str, settings: &Settings) -> Option<InlineSeparator> {
    let mut found = bare_separators(line, settings).peekable();
    found.peek()?;
    let words = line.trim_start();
    if words.starts_with('|')
        || line.starts_with("<!--")
        || fence_at(&line[words_start(line)..]).is_some()
    {
        return None;
    }
    let spans = OpaqueSpans::of(line);
    let mut hidden = false;
    found.find(|separator| {
        let counts = spans.around(separator.start).is_none();
        // Where one is hidden, the next one between two letters is as likely a name, too.
        let skip = !counts || hidden && is_inside_word(line, separator);
        hidden |= skip;
        !skip
    })
}

fn is_inside_word(line: &str, separator: &InlineSeparator) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line[..separator.start].ends_with(is_of_word) && line[separator.end..].starts_with(is_of_word)
}

/// All separators of a line, wherever they stand.
pub fn bare_separators(line: &str, settings: &Settings) -> impl Iterator<Item = InlineSeparator> {
    let mut marks = [(&settings.separator, false), (&settings.both_ways_separator, true)];
    marks.sort_by_key(|(mark, _)| std::cmp::Reverse(mark.len()));
    let mut at = 0;
    let mut next = marks.map(|_| Some(0));
    std::iter::from_fn(move || {
        for (next, (mark, _)) in next.iter_mut().zip(marks) {
            // Each mark is searched again only when the last one found is behind.
            if next.is_some_and(|from| from <= at) {
                let found = (!mark.is_empty()).then(|| line[at..].find(mark.as_str())).flatten();
                *next = found.map(|found| at + found + 1);
            }
        }
        let (index, found) =
            next.iter().enumerate().filter_map(|(i, at)| Some((i, (*at)?))).min_by_key(|f| f.1)?;
        let (mark, both_ways) = marks[index];
        let start = found - 1;
        at = start + mark.len();
        Some(InlineSeparator { start, end: at, both_ways })
    })
}

/// Whether the line is what stands between the sides of a card, and if so, whether that card is
/// asked in both directions.
pub fn is_line_separator(line: &str, settings: &Settings) -> Option<bool> {
    if is_line(line, &settings.line_separator) {
        return Some(false);
    }
    is_line(line, &settings.both_ways_line_separator).then_some(true)
}

/// Whether the line is that mark and nothing else.
pub(super) fn is_line(line: &str, mark: &str) -> bool {
    !mark.is_empty() && line.trim() == mark
}

/// Whether the line is a rule: three or more hyphens, underscores or asterisks.
pub(super) fn is_break(line: &str) -> bool {
    let line = line.trim_end();
    line.len() >= 3
        && matches!(line.as_bytes()[0], b'-' | b'_' | b'*')
        && line.bytes().all(|b| b == line.as_bytes()[0])
}

/// Whether there is nothing on the line but tags.
pub(super) fn is_tag_line(line: &str) -> bool {
    line.starts_with('#') && line.split_whitespace().all(is_tag)
}

/// Whether the word is a tag: `#`, and letters, digits, `_`, `-` and `/`, not all of them digits.
fn is_tag(word: &str) -> bool {
    word.strip_prefix('#').is_some_and(|name| {
        name.chars().all(is_of_tag) && name.chars().any(|c| !c.is_ascii_digit())
    })
}

fn is_of_tag(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '/') || !c.is_ascii() && !c.is_whitespace()
}

/// How long the tag is with which `words` begin, if it is one that makes a note a deck.
pub fn tag_of_note(words: &str, settings: &Settings) -> Option<usize> {
    let length = words.find(char::is_whitespace).unwrap_or(words.len());
    let tag = &words[..length];
    let is_deck = |own: &String| {
        tag.strip_prefix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    (is_tag(tag) && settings.tags.iter().any(is_deck)).then_some(length)
}

/// A line's words without the comments at its end.
pub(super) fn before_comments(line: &str) -> &str {
    let mut words = line.trim_end();
    while let Some(open) = words.strip_suffix("-->").and_then(|it| it.rfind("<!--")) {
        words = words[..open].trim_end();
    }
    words
}

/// Where the name of the block, `^name` at the end of the line, starts.
pub(super) fn block_name(line: &str) -> Option<usize> {
    let end = line.trim_end();
    let at = end.rfind('^')?;
    let name = &end[at + 1..];
    let alone = at == 0 || end[..at].ends_with([' ', '\t']);
    (alone && !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
        .then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: &str) -> Option<(usize, usize)> {
        inline_separator(line, &Settings::default()).map(|found| (found.start, found.end))
    }

    #[test]
    fn separators() {
        assert_eq!(at("a::b::c"), Some((1, 3)));
        assert_eq!(at("a:::b"), Some((1, 4)));
        assert_eq!(at("a::::b"), Some((1, 4)));
        assert_eq!(at("`a::b`::c"), Some((6, 8)));
        assert_eq!(at("$a::b$::c"), Some((6, 8)));
        assert_eq!(at("[x](a::b)::c"), Some((9, 11)));
        assert_eq!(at("a::"), Some((1, 3)));
        assert_eq!(at("::b"), Some((0, 2)));
        assert_eq!(at("`a::b`? ::c"), Some((8, 10)));
        for line in ["a:b", "`a::b` is a::b", "`a::b`", "| a::b |", "```a::b", "<!-- a::b"] {
            assert_eq!(at(line), None, "{line}");
        }
    }

    #[test]
    fn a_mark_that_is_set_to_nothing_parts_nothing() {
        let settings = Settings { separator: String::new(), ..Settings::default() };
        assert!(inline_separator("a::b", &settings).is_none());
        assert!(inline_separator("a:::b", &settings).is_some_and(|found| found.both_ways));
    }

    #[test]
    fn tags() {
        assert!(is_tag_line("#flashcards/HCI/35-Intro  ") && is_tag_line("#a #b"));
        assert!(!is_tag_line("#1") && !is_tag_line("# a") && !is_tag_line("#a b"));
        let settings = Settings::default();
        assert_eq!(tag_of_note("#flashcards/x What?", &settings), Some(13));
        assert_eq!(tag_of_note("#flashcardsets What?", &settings), None);
    }

    #[test]
    fn block_names() {
        assert_eq!(block_name("What::That ^a-1 "), Some(11));
        assert_eq!(block_name("^a"), Some(0));
        assert_eq!(block_name("x^2"), None);
        assert_eq!(block_name("$x ^2$"), None);
    }

    #[test]
    fn long_lines_take_no_time() {
        for opener in ["`::", ":", "::", "$a::"] {
            inline_separator(&opener.repeat(300_000), &Settings::default());
        }
    }
}
