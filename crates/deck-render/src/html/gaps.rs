//! The gaps of a cloze text, from its source to its HTML.
//!
//! Characters that stand for nothing mark them on the way, since a gap may lie in bold words, in
//! code, in a formula, or across the end of one.

use std::borrow::Cow;

/// Where a gap begins.
const OPEN: char = '\u{E000}';
/// Where it ends.
const CLOSE: char = '\u{E001}';
/// All characters with a meaning of ours: these two, and those of the stash.
const OURS: std::ops::RangeInclusive<char> = '\u{E000}'..='\u{E003}';

pub(crate) fn open(text: &mut String) {
    text.push(OPEN);
}

pub(crate) fn close(text: &mut String) {
    text.push(CLOSE);
}

/// An author's text without the characters that mean something here.
pub(crate) fn unmarked(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| OURS.contains(&c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(|c| OURS.contains(&c), "\u{FFFD}"))
}

/// Whether any gap begins or ends in a text.
pub(crate) fn has_marks(text: &str) -> bool {
    text.contains([OPEN, CLOSE])
}

/// A text without the marks.
pub(crate) fn without_marks(text: &str) -> Cow<'_, str> {
    if has_marks(text) { Cow::Owned(text.replace([OPEN, CLOSE], "")) } else { Cow::Borrowed(text) }
}

/// A formula with a group around each of its gaps, which begins and ends with a mark.
pub(crate) fn grouped(latex: &str, is_front: bool) -> String {
    let (open, close) = if is_front {
        ("{\\text{\u{E000}}\\text{", "}\\text{\u{E001}}}")
    } else {
        ("{\\text{\u{E000}}", "\\text{\u{E001}}}")
    };
    let mut out = String::with_capacity(latex.len() + 32);
    for c in latex.chars() {
        match c {
            OPEN => out.push_str(open),
            CLOSE => out.push_str(close),
            c => out.push(c),
        }
    }
    out
}

/// `MathML` of such a formula with an element for each gap.
pub(crate) fn framed(mathml: &str) -> String {
    let out = mathml.replace("<mtext>\u{E000}</mtext>", "<mrow class=\"gap\">");
    without_marks(&out.replace("<mtext>\u{E001}</mtext>", "</mrow>")).into_owned()
}

/// HTML with an element around each run of text that is a gap, or part of one: so elements always
/// lie within each other, wherever a gap ends.
pub(crate) fn mark(html: &str) -> String {
    if !has_marks(html) {
        return html.to_owned();
    }
    let mut marker = Marker { out: String::with_capacity(html.len() + 64), in_gap: false };
    let mut rest = html;
    while !rest.is_empty() {
        let (text, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        marker.text(text);
        let (tag, after) = tag.split_at(tag_length(tag));
        marker.tag(tag);
        rest = after;
    }
    marker.out
}

/// The length of the tag at the start of `html`; a `>` in quotes does not end it.
pub(super) fn tag_length(html: &str) -> usize {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at + 1,
            _ => {}
        }
    }
    html.len()
}

struct Marker {
    out: String,
    in_gap: bool,
}

impl Marker {
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find([OPEN, CLOSE]) {
            self.run(&rest[..at]);
            self.in_gap = rest[at..].starts_with(OPEN);
            rest = &rest[at + OPEN.len_utf8()..];
        }
        self.run(rest);
    }

    fn run(&mut self, text: &str) {
        if self.in_gap && !text.trim().is_empty() {
            self.out += "<mark>";
            self.out += text;
            self.out += "</mark>";
        } else {
            self.out += text;
        }
    }

    /// A mark in an attribute still opens or closes its gap.
    fn tag(&mut self, tag: &str) {
        if let Some(last) = tag.rfind([OPEN, CLOSE]) {
            self.in_gap = tag[last..].starts_with(OPEN);
        }
        self.out += &without_marks(tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(html: &str) -> String {
        mark(&html.replace('[', "\u{E000}").replace(']', "\u{E001}"))
    }

    #[test]
    fn gaps_become_elements_that_lie_within_others() {
        assert_eq!(marked("<p>a [b] c</p>"), "<p>a <mark>b</mark> c</p>");
        assert_eq!(marked("<b>a [b</b> c] d"), "<b>a <mark>b</mark></b><mark> c</mark> d");
        assert_eq!(marked("<ul>[\n<li>a]</li></ul>"), "<ul>\n<li><mark>a</mark></li></ul>");
        assert_eq!(marked("<a title=\"x > [y]\">z</a>"), "<a title=\"x > y\">z</a>");
    }

    #[test]
    fn an_author_cannot_write_marks() {
        assert_eq!(unmarked("a\u{E000}b\u{E003}"), "a\u{FFFD}b\u{FFFD}");
    }
}
