//! The words of a field that is HTML.

use std::borrow::Cow;

/// Whether Anki takes the field for HTML: a `<`, and a `>` behind it.
pub fn has_tag(field: &str) -> bool {
    memchr::memchr(b'<', field.as_bytes())
        .is_some_and(|open| memchr::memchr(b'>', &field.as_bytes()[open..]).is_some())
}

/// Whether a field is HTML and not about HTML: Anki would hide the tags of both, but a question
/// about `<head>` is not the same as one about `<body>`.
pub(crate) fn is_marked_up(field: &str) -> bool {
    let finder = |mark: &str| memchr::memmem::find(field.as_bytes(), mark.as_bytes()).is_some();
    has_tag(field)
        && ["<br>", "<br/>", "<br />", "<img ", "<div>", "&nbsp;"].iter().any(|mark| finder(mark))
        || ["b", "i", "u", "em", "strong", "span", "font", "sup", "sub"]
            .iter()
            .any(|tag| finder(&format!("</{tag}>")))
}

/// What somebody sees of a field: no tags, and characters for entities. Pictures count by their
/// file, and what stands above or below the line keeps a mark.
pub fn plain(field: &str) -> Cow<'_, str> {
    seen(field, str::to_owned)
}

/// What somebody reads of a field: as [`plain`], but pictures count by the words that stand for them.
pub fn words(field: &str) -> Cow<'_, str> {
    seen(field, |body| plain(alternative(body)).into_owned())
}

/// What a field says below the line that Anki's own templates draw between question and answer,
/// `<hr id=answer>`. Where cards were exported as they are shown, the question stands above it.
pub fn below_answer_line(field: &str) -> &str {
    let is_line = |tag: &str| {
        let mut words = tag.split_ascii_whitespace().skip(1);
        words.any(|it| it.replace(['"', '\'', '/'], "").eq_ignore_ascii_case("id=answer"))
    };
    for (at, _) in field.match_indices("<hr ") {
        let near = &field[at..field.floor_char_boundary(at + 80)];
        if let Some(end) = near.find('>').filter(|&end| is_line(&near[..end])) {
            return &field[at + end + 1..];
        }
    }
    field
}

/// A field without tags. `media` says what is kept of a picture, given what stands between `<` and `>`.
fn seen(field: &str, media: fn(&str) -> String) -> Cow<'_, str> {
    if memchr::memchr2(b'<', b'&', field.as_bytes()).is_none() {
        return Cow::Borrowed(field);
    }
    let mut text = String::with_capacity(field.len());
    let mut rest = field;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (seen, length) = match tag(rest, media).or_else(|| entity(rest)) {
            Some(it) => it,
            None => (Cow::Borrowed(&rest[..1]), 1),
        };
        text.push_str(&seen);
        rest = &rest[length..];
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// What is seen of the tag at the start of `rest`, and its length.
fn tag(rest: &str, media: fn(&str) -> String) -> Option<(Cow<'_, str>, usize)> {
    let inner = rest.strip_prefix('<')?;
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) {
        return None;
    }
    // A tag longer than that is none; without a limit, many `<` would take long.
    let near = &inner[..inner.floor_char_boundary(4096)];
    let end = memchr::memchr(b'>', near.as_bytes())?;
    let body = &inner[..end];
    let name = body.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let seen = match name.to_ascii_lowercase().as_str() {
        "br" | "div" | "p" | "li" | "ul" | "ol" | "tr" | "td" | "hr" => Cow::Borrowed(" "),
        "sup" => Cow::Borrowed("^"),
        "sub" => Cow::Borrowed("_"),
        "img" | "audio" | "video" | "object" => Cow::Owned(format!(" {} ", media(body))),
        _ if body.starts_with('/') && is_block(&body[1..]) => Cow::Borrowed(" "),
        _ => Cow::Borrowed(""),
    };
    Some((seen, end + 2))
}

/// The `alt` of a picture's tag; empty where it has none.
fn alternative(body: &str) -> &str {
    let mut rest = body;
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, others) = match quote {
            Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        if name.split_whitespace().last().is_some_and(|name| name.eq_ignore_ascii_case("alt")) {
            return value;
        }
        rest = others;
    }
    ""
}

fn is_block(name: &str) -> bool {
    ["div", "p", "li", "ul", "ol", "tr", "td"].iter().any(|it| name.eq_ignore_ascii_case(it))
}

/// The character that the entity at the start of `rest` stands for, and its length.
pub(super) fn entity(rest: &str) -> Option<(Cow<'_, str>, usize)> {
    let inner = rest.strip_prefix('&')?;
    let near = &inner[..inner.floor_char_boundary(10)];
    let end = memchr::memchr(b';', near.as_bytes())?;
    let named = match &inner[..end] {
        "nbsp" => " ",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        number => return Some((Cow::Owned(numbered(number)?.to_string()), end + 2)),
    };
    Some((Cow::Borrowed(named), end + 2))
}

fn numbered(entity: &str) -> Option<char> {
    let digits = entity.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_of_html() {
        assert_eq!(plain("a<br>b &amp; <b>c</b>&nbsp;d&#39;e"), "a b & c d'e");
        assert_eq!(plain("x<sup>2</sup> < 3 & <"), "x^2 < 3 & <");
        assert_eq!(plain("<img src=\"a.png\">"), " img src=\"a.png\" ");
        assert_eq!(
            words("<img src='alt=.png' ALT=\"Sparks &amp; stars\"><b>1906</b>"),
            " Sparks & stars 1906"
        );
        assert_eq!(words("a<img src=a.png alt=sun>b<img src=\"b.png\">"), "a sun b  ");
        assert_eq!(words("<img alt="), "<img alt=");
        for line in ["<hr id=answer>", "<hr class='x' ID=\"answer\" />", "<hr id='answer'>"] {
            assert_eq!(below_answer_line(&format!("Who?<hr>\n{line} he")), " he");
        }
        assert_eq!(below_answer_line("Who?<hr id=answers>he<hr "), "Who?<hr id=answers>he<hr ");
        assert!(has_tag("<b>") && !has_tag("a > b < c"));
    }
}
