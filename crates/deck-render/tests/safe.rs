//! Whatever a deck says, its cards hold no script and fetch nothing.

use std::sync::Arc;

use deck_render::{Face, Source};
use deck_syntax::{Dialect, Settings, parse_as};
use proptest::prelude::*;

/// Ways to smuggle in a script, after OWASP's list of ways around filters.
const PAYLOADS: &str = include_str!("payloads.txt");

fn faces(text: &str, dialect: Dialect, html: bool) -> Vec<Face> {
    let deck = parse_as(text, dialect, &Arc::new(Settings::default()));
    let source = Source { deck: &deck, text, html, folder: "decks" };
    (0..deck.items().len()).filter_map(|index| Face::of(source, index, true)).collect()
}

/// What a browser would make of some HTML: tags with attributes, all in small letters.
fn tags(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        found.push(rest[at..end].to_ascii_lowercase());
        rest = &rest[end..];
    }
    found
}

fn check(html: &str) {
    const ELEMENTS: [&str; 14] = [
        "script",
        "iframe",
        "object",
        "embed",
        "svg",
        "style",
        "link",
        "meta",
        "base",
        "form",
        "input",
        "video",
        "audio",
        "annotation-xml",
    ];
    for tag in tags(html) {
        let name = tag.trim_start_matches(['<', '/']);
        assert!(!ELEMENTS.iter().any(|it| name.starts_with(it)), "{tag} in {html}");
        let outside_quotes: String = tag.split('"').step_by(2).collect();
        assert!(!outside_quotes.contains(" on"), "{tag} in {html}");
        assert!(!outside_quotes.contains("style="), "{tag} in {html}");
        for url in tag.split("src=\"").skip(1) {
            let url = url.split('"').next().unwrap_or_default();
            assert!(!url.contains(':') && !url.starts_with('/'), "{tag} in {html}");
        }
        for url in tag.split("href=\"").skip(1) {
            let is_link = ["http://", "https://", "mailto:"].iter().any(|it| url.starts_with(it));
            assert!(is_link, "{tag} in {html}");
        }
    }
}

#[test]
fn payloads_stay_words() {
    for payload in PAYLOADS.lines().filter(|line| !line.is_empty()) {
        for text in [
            format!("What?\n{payload}\n"),
            format!("{payload}?\n- {payload}\n"),
            format!("C: a {{{{c1::{payload}}}}} b\n"),
            format!("What?\n```html\n{payload}\n```\n"),
            format!("What?\n[{payload}]({payload}) ![{payload}](<{payload}> \"{payload}\")\n"),
            format!(
                "What?\n${payload}$ $\\text{{{payload}}}$\n@hint {payload}\n@source {payload}\n"
            ),
        ] {
            for face in faces(&text, Dialect::Deck, false) {
                check(&face.front);
                check(&face.back);
            }
        }
        let row = format!("#separator:tab\n#html:true\n{payload}\t\\({payload}\\) {payload}\n");
        for face in faces(&row, Dialect::Anki, true) {
            check(&face.front);
            check(&face.back);
        }
    }
}

proptest! {
    /// What holds no tag of the author's is not cleaned, since we wrote all of it: cleaning it would
    /// change nothing but how it is written.
    #[test]
    fn what_we_write_is_clean(text in "[a-z<>&\"'*_`~|\\[\\]()!$#\\-: \n\\\\\u{E000}-\u{E004}]{0,80}") {
        for face in faces(&format!("What?\n{text}\n"), Dialect::Deck, false) {
            check(&face.front);
            check(&face.back);
        }
    }
}
