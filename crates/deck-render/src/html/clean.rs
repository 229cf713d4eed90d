//! What an author wrote as HTML.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};
use deck_syntax::anki;

use super::stash::Stash;
use super::{Cx, gaps, math, media, words};

/// A field of Anki text that is plain.
pub(crate) fn plain_field(text: &str, cx: &Cx<'_>) -> String {
    media::with_sounds(&words(text), cx.source.folder, |player| player)
}

/// A field of Anki text that is HTML. Formulas stand between `\(` and `\)`, `\[` and `\]`.
pub(crate) fn field(html: &str, cx: &mut Cx<'_>) -> String {
    let mut stash = Stash::default();
    // The question is shown already.
    let html = anki::below_answer_line(html).trim_start();
    let html = formulas(html, &mut stash, cx);
    let html = media::with_sounds(&html, cx.source.folder, |player| stash.keep(player));
    let html = clean(&html, cx.source.folder).replace('\n', "<br>");
    stash.restore(gaps::mark(&html))
}

fn formulas<'h>(html: &'h str, stash: &mut Stash, cx: &Cx<'_>) -> Cow<'h, str> {
    if memchr::memchr(b'\\', html.as_bytes()).is_none() {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((at, close)) = next(rest) {
        out.push_str(&rest[..at]);
        let inner = &rest[at + 2..];
        let Some(end) = inner.find(close) else {
            out.push_str(&rest[at..at + 2]);
            rest = inner;
            continue;
        };
        let latex = media::text_of(&inner[..end]);
        out += &stash.keep(math::formula(&latex, close == "\\]", cx.is_front));
        rest = &inner[end + 2..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Where the next formula opens, and what closes it.
fn next(html: &str) -> Option<(usize, &'static str)> {
    let at = html.find("\\(").into_iter().chain(html.find("\\[")).min()?;
    Some((at, if html[at..].starts_with("\\(") { "\\)" } else { "\\]" }))
}

/// What may be shown of some HTML. `folder` is where files are looked up from.
pub(super) fn clean(html: &str, folder: &str) -> String {
    let folder = folder.to_owned();
    let mut builder = Builder::default();
    builder
        .rm_tags([
            "map", "area", "bdo", "details", "summary", "article", "aside", "footer", "header",
            "nav",
        ])
        .add_tags(["u", "font", "mark", "ruby", "rt", "rp"])
        .add_allowed_classes("code", ["math"])
        .add_allowed_classes("p", ["about"])
        .add_allowed_classes("span", ["choice"])
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener noreferrer"))
        .set_tag_attribute_values(HashMap::from([("a", HashMap::from([("target", "_blank")]))]))
        .attribute_filter(move |element, attribute, value| match (element, attribute) {
            ("img", "src") => media::address(value, &folder).map(Cow::Owned),
            ("a", "href") => media::is_link(value).then_some(Cow::Borrowed(value)),
            (_, "href" | "src" | "cite" | "background" | "longdesc") => None,
            _ => Some(Cow::Borrowed(value)),
        });
    without_dead_links(builder.clean(html).to_string())
}

/// Clean HTML without `<a>` elements that lead nowhere: one that nobody closed would make a link of
/// all that follows.
fn without_dead_links(html: String) -> String {
    if !html.contains("<a ") && !html.contains("<a>") {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    // For each link that is open, whether it leads anywhere.
    let mut open = Vec::new();
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        let (tag, after) = tag.split_at(gaps::tag_length(tag));
        let is_kept = if tag.starts_with("<a ") || tag == "<a>" {
            open.push(tag.contains(" href=\""));
            open.last() == Some(&true)
        } else {
            tag != "</a>" || open.pop() == Some(true)
        };
        out += text;
        out += if is_kept { tag } else { "" };
        rest = after;
    }
    out + rest
}
