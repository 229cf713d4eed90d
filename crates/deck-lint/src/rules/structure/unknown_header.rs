use deck_syntax::anki::{HeaderLine, Key, is_html_value, separator_value};
use deck_syntax::{Header, ItemKind, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::nearest::nearest;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A header that means nothing to Anki.
pub(crate) static RULE: Rule = Rule {
    name: "unknown-header",
    summary: "a header line has a key or a value that Anki ignores",
    group: Group::Structure,
    dialects: dialects::ANKI,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("unknown_header.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let ItemKind::Header(header) = &cx.item.kind else { return };
    let hash = cx.text.find('#').unwrap_or(0);
    let Some(line) = HeaderLine::of(
        cx.text[hash..usize::from(header.value.end())].trim_end_matches(['\r', '\n']),
    ) else {
        return;
    };
    let finding = match line.known {
        None => unknown_key(cx, header, &line),
        Some(key) => unreadable(header, key, line.value_text().trim()),
    };
    if let Some(finding) = finding {
        findings.push(finding);
    }
}

fn unknown_key(cx: &ItemCx<'_>, header: &Header, line: &HeaderLine<'_>) -> Option<Finding> {
    let key = line.key_text();
    let lower = key.to_ascii_lowercase().replace('_', " ");
    let finding =
        Finding::new(header.key, format!("Anki knows no header `#{key}:` and ignores it"));
    if let Some(near) = nearest(&lower, Key::ALL.map(Key::name)) {
        let fix = Fix::unsafe_(format!("Write `{near}`"), [TextEdit::replace(header.key, near)]);
        return Some(
            finding
                .label("ignored")
                .help(format!("if you mean `#{near}:`, write that: as it stands, Anki imports the file as if the line were not there"))
                .fix(fix),
        );
    }
    // "#Note: read this first" is a comment.
    let value = line.value_text();
    if value.trim().is_empty() || value.starts_with([' ', '\t']) || !is_lower(key) {
        return None;
    }
    let at = header.key.start();
    let is_first = cx.text[..usize::from(at)].ends_with('#');
    is_first.then(|| {
        finding
            .label("ignored")
            .help(
                "Anki has `separator`, `html`, `tags`, `columns`, `notetype`, `deck`, and the \
                 columns of these; if the line is a note to yourself, put a space behind its `#`",
            )
            .fix(Fix::unsafe_("Make it a comment", [TextEdit::insert(at, " ")]))
    })
}

fn is_lower(key: &str) -> bool {
    key.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b' ' | b'_'))
}

fn unreadable(header: &Header, key: Key, value: &str) -> Option<Finding> {
    let (readable, help) = match key {
        Key::Separator => (
            separator_value(value).is_some() || header.value.len() == TextSize::new(1),
            "write `tab`, `pipe`, `semicolon`, `colon`, `comma` or `space`; without one, Anki \
             guesses what parts the fields",
        ),
        Key::Html => (
            is_html_value(value).is_some(),
            "write `true` or `false`; without one, Anki looks for tags in the first five rows",
        ),
        Key::NotetypeColumn | Key::DeckColumn | Key::TagsColumn | Key::GuidColumn => {
            (value.parse::<u32>().is_ok(), "write the number of the column, counted from 1")
        }
        _ => (true, ""),
    };
    if readable || value.is_empty() && key == Key::Separator {
        return None;
    }
    let message = format!("Anki cannot read this value of `#{}:` and ignores it", key.name());
    let finding = Finding::new(header.value, message).label("ignored").help(help);
    let meant = match (key, value.to_ascii_lowercase().as_str()) {
        (Key::Separator, "\\t" | "tabs" | "tabulator") => "tab",
        (Key::Separator, "commas") => "comma",
        (Key::Separator, "semicolons") => "semicolon",
        (Key::Separator, "pipes") => "pipe",
        (Key::Html, "yes" | "on" | "1") => "true",
        (Key::Html, "no" | "off" | "0") => "false",
        _ => return Some(finding),
    };
    let fix = Fix::unsafe_(format!("Write `{meant}`"), [TextEdit::replace(header.value, meant)]);
    Some(finding.fix(fix))
}
