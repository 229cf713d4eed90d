use deck_syntax::{LineKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule};

/// A bullet or heading without its space.
pub(crate) static RULE: Rule = Rule {
    name: "malformed-bullet",
    summary: "a bullet or a heading lacks the space behind its mark",
    group: Group::Structure,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("malformed_bullet.md"),
    rollup: Some(Rollup {
        message: |count| {
            format!("{count} bullets or headings here lack the space behind their mark")
        },
        one_card_in: None,
    }),
    check: Check::Item(check),
};

/// What a mark without its space was meant to be, and how long the mark is.
enum Meant {
    Bullet,
    Heading(usize),
}

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for line in cx.lines() {
        let words = line.content.trim_start_matches([' ', '\t']);
        // Most lines are done here.
        let [b'-' | b'#', second, ..] = words.as_bytes() else { continue };
        if matches!(second, b' ' | b'\t') || line.verbatim {
            continue;
        }
        let indent = line.content.len() - words.len();
        match meant(words) {
            // A lone `-Word` may be an option; among bullets it is one of them.
            Some(Meant::Bullet) if is_text(&line) && has_sibling(cx, indent) => {
                findings.push(bullet(&line, indent));
            }
            Some(Meant::Heading(marks)) if indent == 0 && is_text(&line) => {
                findings.push(heading(&line, marks));
            }
            _ => {}
        }
    }
}

fn is_text(line: &ItemLine<'_>) -> bool {
    matches!(line.kind, LineKind::Back | LineKind::Front | LineKind::Prose)
}

fn meant(words: &str) -> Option<Meant> {
    let marks = words.bytes().take_while(|&b| b == b'#').count();
    if (2..=6).contains(&marks) {
        let first = words[marks..].chars().next()?;
        // `##name` may be a channel or a macro.
        return (first.is_alphabetic() && !first.is_lowercase()).then_some(Meant::Heading(marks));
    }
    starts_sentence(words.strip_prefix('-')?).then_some(Meant::Bullet)
}

/// Whether words start as a sentence does: a capitalised word, or "A" or "I" before another word.
/// `-1`, `--flag`, `-a option`, `-Wall` and `-Dkey=value` do not.
fn starts_sentence(words: &str) -> bool {
    let bold = words.strip_prefix("**").unwrap_or(words);
    let end = bold.find(|c: char| !c.is_alphabetic()).unwrap_or(bold.len());
    let (word, rest) = bold.split_at(end);
    let mut letters = word.chars();
    if !letters.next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase()) {
        return false;
    }
    let goes_on = rest.starts_with(' ') && rest[1..].starts_with(char::is_alphabetic);
    match letters.next() {
        None => matches!(word, "A" | "I") && goes_on,
        Some(_) => {
            rest.is_empty() || rest.starts_with([' ', ',', '.', ':', ';', '(', '\'', '’', '-', '*'])
        }
    }
}

/// Whether the item has a proper `-` bullet of that indentation.
fn has_sibling(cx: &ItemCx<'_>, indent: usize) -> bool {
    cx.lines().filter(|line| !line.verbatim).any(|line| {
        let words = line.content.trim_start_matches([' ', '\t']);
        words.starts_with('-')
            && line.content.len() - words.len() == indent
            && native::bullet(words).is_some()
    })
}

fn bullet(line: &ItemLine<'_>, indent: usize) -> Finding {
    Finding::new(
        line.range(),
        "this bullet has no space behind it, so it is not a point of the list",
    )
    .label("runs on from the line above")
    .help("put a space behind the `-`")
    .fix(add_space(line, indent + 1))
}

fn heading(line: &ItemLine<'_>, marks: usize) -> Finding {
    let mark = &line.content[..marks];
    Finding::new(line.range(), "this heading has no space behind its mark, so it is text of a card")
        .label("not read as a heading")
        .help(format!("put a space behind the `{mark}`"))
        .fix(add_space(line, marks))
}

fn add_space(line: &ItemLine<'_>, at: usize) -> Fix {
    Fix::safe("Add the space", [TextEdit::insert(line.part(at, at).end(), " ")])
}
