//! Files that cards show.

use std::fmt::Write as _;

/// The address of a picture that a deck names, relative to its workspace's root and
/// percent-encoded; `None` where it lies elsewhere.
pub(super) fn address(named: &str, folder: &str) -> Option<String> {
    if has_scheme(named) || named.starts_with("//") || named.starts_with('\\') {
        return None;
    }
    let path = named.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decoded(path)?;
    let from = if path.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    let encoded: Vec<String> = parts.iter().map(|part| percent_encoded(part)).collect();
    (!encoded.is_empty()).then(|| encoded.join("/"))
}

/// Whether an address is one that a person may follow: one of the web, or of mail.
pub(super) fn is_link(address: &str) -> bool {
    let scheme = address.trim_start().split(':').next().unwrap_or_default();
    has_scheme(address)
        && ["http", "https", "mailto"].iter().any(|it| scheme.eq_ignore_ascii_case(it))
}

/// Whether something stands before a colon that a browser might take for a scheme.
fn has_scheme(address: &str) -> bool {
    address.find(':').is_some_and(|colon| !address[..colon].contains(['/', '?', '#']))
}

fn percent_decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_owned());
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code.filter(|_| byte == b'%') {
            Some(code) => out.push(code),
            None => out.push(byte),
        }
        at += if byte == b'%' && code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).ok().filter(|path| !path.contains('\0'))
}

fn percent_encoded(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~!()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A field of Anki's, as HTML, with players for its sounds: `[sound:name]`. What lies outside the
/// workspace stays text. `keep` says what stands for a player, which is HTML of ours.
pub(super) fn with_sounds(
    html: &str,
    folder: &str,
    mut keep: impl FnMut(String) -> String,
) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(SOUND) {
        out.push_str(before);
        rest = after;
        let end = after.find([']', '[', '<', '\n']).filter(|end| after[*end..].starts_with(']'));
        match end.and_then(|end| Some((end, player(&text_of(&after[..end]), folder)?))) {
            Some((end, player)) => {
                out.push_str(&keep(player));
                rest = &after[end + 1..];
            }
            None => out.push_str(SOUND),
        }
    }
    out.push_str(rest);
    out
}

const SOUND: &str = "[sound:";

fn player(name: &str, folder: &str) -> Option<String> {
    let address = address(name.trim(), folder)?;
    let mut said = String::new();
    super::escape(&mut said, name.trim());
    Some(format!("<audio src=\"{address}\" controls preload=\"none\" title=\"{said}\"></audio>"))
}

/// What a field says that holds it as HTML.
pub(super) fn text_of(html: &str) -> String {
    let text = html.replace("<br>", " ").replace("&nbsp;", " ").replace("&quot;", "\"");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The files that a card's HTML shows or plays, relative to the workspace's root, with the address by which
/// the HTML names each.
pub fn media_paths(html: &str) -> impl Iterator<Item = (&str, String)> {
    ["<img ", "<audio "].into_iter().flat_map(|tag| html.split(tag).skip(1)).filter_map(|rest| {
        let tag = rest.split('>').next()?;
        let address = tag.split("src=\"").nth(1)?.split('"').next()?;
        Some((address, percent_decoded(address)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_looked_up_from_the_deck() {
        let found = |named, folder| address(named, folder);
        assert_eq!(found("a b.png", "decks/x").as_deref(), Some("decks/x/a%20b.png"));
        assert_eq!(found("../img/é.png", "decks/x").as_deref(), Some("decks/img/%C3%A9.png"));
        assert_eq!(found("/top.png", "decks").as_deref(), Some("top.png"));
        assert_eq!(found("a%20b.png?x#y", "").as_deref(), Some("a%20b.png"));
    }

    #[test]
    fn nothing_outside_is_named() {
        let outside = [
            "../../etc/passwd",
            "%2e%2e/x",
            "..\\x",
            "http://x/y.png",
            "//x/y.png",
            "\\\\x\\y",
            "data:image/png;base64,AA",
            "javascript:alert(1)",
            "",
            "a\0b:c",
        ];
        for named in outside {
            assert_eq!(address(named, ""), None, "{named}");
        }
    }

    #[test]
    fn sounds_have_players() {
        let shown = |html| with_sounds(html, "decks", |player| player);
        assert_eq!(
            shown("Say [sound:a b &amp; c.mp3]!"),
            "Say <audio src=\"decks/a%20b%20%26%20c.mp3\" controls preload=\"none\" title=\"a b &amp; c.mp3\"></audio>!"
        );
        for text in ["[sound:../../x.mp3]", "[sound:https://x/y.mp3]", "[sound:", "[sound:a<b>]"] {
            assert_eq!(shown(text), text);
        }
        let hostile = shown("[sound:x\" onerror=\"alert(1).mp3]");
        assert!(!hostile.contains("\" onerror"), "{hostile}");
        let paths: Vec<_> = media_paths(&shown("[sound:é.mp3]")).map(|it| it.1).collect();
        assert_eq!(paths, ["decks/é.mp3"]);
    }

    #[test]
    fn what_may_be_followed() {
        assert!(is_link("https://example.org/a") && is_link("MAILTO:a@example.org"));
        for address in
            ["javascript:alert(1)", "data:text/html,x", "java\tscript:x", "vbscript:x", "a/b"]
        {
            assert!(!is_link(address), "{address}");
        }
    }
}
