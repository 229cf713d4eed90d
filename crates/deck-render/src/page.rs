//! The page that shows cards: one HTML document with its style and script, which asks nobody for
//! anything but its own server.

use serde::Serialize;

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");

/// The parts of the script in order; together they are one.
const SCRIPT: [&str; 10] = [
    include_str!("page/state.js"),
    include_str!("page/cards.js"),
    include_str!("page/filters.js"),
    include_str!("page/receive.js"),
    include_str!("page/scroll.js"),
    include_str!("page/keys.js"),
    include_str!("page/layout.js"),
    include_str!("page/timeline.js"),
    include_str!("page/print.js"),
    include_str!("page/link.js"),
];

/// How a page gets its cards, and what it may do.
#[derive(Debug, Clone, Copy)]
pub struct PageOptions<'a> {
    /// What names the page's own style and script: letters and digits, new for each page.
    pub nonce: &'a str,
    /// What an editor's webview calls its own source; empty elsewhere.
    pub csp_source: &'a str,
    /// What stands before the path of a picture, without a `/` at its end.
    pub media_base: &'a str,
    /// How the page talks with who made it.
    pub transport: Transport,
    /// The page's title, until it is told another.
    pub title: &'a str,
}

/// How a page talks with who made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// By a WebSocket at `socket` beside the page.
    Socket,
    /// By the messages of an editor's webview.
    Webview,
}

/// What a page shows first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The cards.
    Cards,
    /// Those that are dated, on a time axis.
    Timeline,
}

/// The page's own setup.
#[derive(Serialize)]
struct Setup<'a> {
    transport: Transport,
    #[serde(rename = "mediaBase")]
    media_base: &'a str,
}

/// The page, without cards.
pub fn html(options: &PageOptions<'_>) -> String {
    let setup = Setup { transport: options.transport, media_base: options.media_base };
    filled(&Parts {
        nonce: options.nonce,
        policy: &policy(options.nonce, options.csp_source),
        title: options.title,
        setup: &json(&setup),
        data: "",
    })
}

/// What the page may do: run its own script, wear its own style, show pictures and play sounds of its server, talk
/// with it. `csp_source` is empty for a page that is its server's.
pub fn policy(nonce: &str, csp_source: &str) -> String {
    let own = if csp_source.is_empty() { "'self'" } else { csp_source };
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; \
         img-src {own} data:; media-src {own} data:; connect-src 'self' ws://127.0.0.1:* ws://localhost:*; base-uri 'none'; form-action 'none'"
    )
}

/// The page as one file that needs no server. `deck` and `timeline` are the messages, in JSON, that
/// the page would get; `media` says for the address of each picture what to show, a `data:` address;
/// `view` is what it shows first.
pub fn standalone<'a>(
    title: &str,
    deck: &str,
    timeline: &str,
    media: impl Iterator<Item = (&'a str, String)>,
    view: View,
) -> String {
    let media: serde_json::Map<_, _> =
        media.map(|(address, data)| (address.to_owned(), data.into())).collect();
    let setup = serde_json::json!({ "transport": "file", "media": media, "view": view });
    let data = inert(format!("{{\"deck\":{deck},\"timeline\":{timeline}}}"));
    // Nothing is loaded, and whoever can change the file can change all of it: the same name each
    // time keeps the file the same.
    let nonce = "decklint";
    filled(&Parts {
        nonce,
        policy: &policy(nonce, "")
            .replace("'self' data:", "data:")
            .replace("connect-src 'self' ws://127.0.0.1:* ws://localhost:*", "connect-src 'none'"),
        title,
        setup: &json(&setup),
        data: &format!("<script type=\"application/json\" id=\"data\">{data}</script>\n"),
    })
}

struct Parts<'a> {
    nonce: &'a str,
    policy: &'a str,
    title: &'a str,
    setup: &'a str,
    data: &'a str,
}

/// Fills the page in one pass, so that nothing that is put in is looked at again.
fn filled(parts: &Parts<'_>) -> String {
    let mut out = String::with_capacity(PAGE.len() + STYLE.len() + 40_000 + parts.data.len());
    let mut rest = PAGE;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        match name {
            "nonce" => crate::html::escape(&mut out, parts.nonce),
            "policy" => crate::html::escape(&mut out, parts.policy),
            "title" => crate::html::escape(&mut out, parts.title),
            "style" => out.push_str(STYLE),
            "setup" => out.push_str(parts.setup),
            "data" => out.push_str(parts.data),
            _ => script(&mut out),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn script(out: &mut String) {
    out.push_str("(() => {\n\"use strict\";\n");
    for part in SCRIPT {
        out.push_str(part);
    }
    out.push_str("})();\n");
}

fn json(value: &impl Serialize) -> String {
    // Strings only: there is nothing that JSON has no form for.
    inert(serde_json::to_string(value).unwrap_or_default())
}

/// JSON that may stand in a script element: nothing in it ends the element.
fn inert(json: String) -> String {
    if !json.contains(['<', '\u{2028}', '\u{2029}']) {
        return json;
    }
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> String {
        html(&PageOptions {
            nonce: "abc",
            csp_source: "",
            media_base: "media",
            transport: Transport::Socket,
            title: "<Cells> & {{nonce}}",
        })
    }

    #[test]
    fn a_page_is_whole_and_its_title_is_words() {
        let page = page();
        assert!(page.contains("<title>&lt;Cells&gt; &amp; {{nonce}}</title>"));
        assert!(page.contains("script-src 'nonce-abc'"));
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    }

    #[test]
    fn nothing_but_named_scripts_and_styles_is_on_it() {
        let page = page();
        for tag in page.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            assert!(!tag.contains(" style=") && !tag.contains(" onclick="), "{tag}");
            let is_own = tag.contains("nonce=\"abc\"") || tag.contains("application/json");
            assert!(!tag.starts_with("script") || is_own, "{tag}");
        }
    }

    #[test]
    fn data_cannot_end_its_element() {
        let page =
            standalone("x", "\"</script><script>alert(1)\"", "0", std::iter::empty(), View::Cards);
        assert!(!page.contains("<script>alert(1)"));
    }
}
