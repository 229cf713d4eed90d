use deck_syntax::{AttributeKey, LineKind};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rule, dialects};

/// An attribute whose key is misspelled.
pub(crate) static RULE: Rule = Rule {
    name: "unknown-attribute",
    summary: "the key of an attribute is misspelled",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("unknown_attribute.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if memchr::memchr(b'@', cx.text.as_bytes()).is_none() {
        return;
    }
    let mut lines = cx.lines().peekable();
    while let Some(line) = lines.next() {
        // Attributes end a card or open a deck; a name or a decorator goes on in the next line.
        let goes_on = lines.peek().is_some_and(|next| {
            !matches!(next.kind, LineKind::Blank | LineKind::Attribute | LineKind::Comment)
                && !next.content.starts_with('@')
        });
        let is_text = matches!(line.kind, LineKind::Front | LineKind::Back | LineKind::Prose);
        if line.verbatim || !is_text || goes_on {
            continue;
        }
        if let Some((word, key)) = misspelled(line.content) {
            findings.push(finding(&line, word, key));
        }
    }
}

/// The misspelled word behind `@` and the key that it was meant to be.
fn misspelled(line: &str) -> Option<(&str, AttributeKey)> {
    let rest = line.strip_prefix('@')?;
    let (word, value) = rest.split_at(rest.find([' ', '\t']).unwrap_or(rest.len()));
    let key = AttributeKey::ALL.into_iter().find(|key| is_near(word, key.name()))?;
    let value = value.trim();
    let fits = match key {
        AttributeKey::Reverse => value.is_empty(),
        // `@Id` and `@data` mean something in programs, `@dave` is somebody.
        AttributeKey::Date => value.bytes().any(|b| b.is_ascii_digit()),
        _ => !value.is_empty() && !value.contains(['(', '{', ';']),
    };
    fits.then_some((word, key))
}

/// Whether one slip makes `word` of `name`. Two letters are too few to tell a slip from a word.
fn is_near(word: &str, name: &str) -> bool {
    let bare = word.strip_suffix(':').unwrap_or(word);
    if word.is_empty() || word.len() > name.len() + 2 || word == name {
        return false;
    }
    bare.eq_ignore_ascii_case(name)
        || (name.len() > 2
            && bare.starts_with(|c: char| c.is_ascii_lowercase())
            && strsim::damerau_levenshtein(bare, name) == 1)
}

fn finding(line: &ItemLine<'_>, word: &str, key: AttributeKey) -> Finding {
    let name = key.name();
    let range = line.part(0, 1 + word.len());
    let rename = TextEdit::replace(line.part(1, 1 + word.len()), name);
    Finding::new(range, format!("there is no attribute `@{word}`, so this line is text"))
        .label(format!("meant as `@{name}`?"))
        .help(format!("write `@{name}`, or `\\@{word}` if it is text"))
        .fix(Fix::unsafe_(format!("Write `@{name}`"), [rename]))
}
