use deck_syntax::{Dialect, LineKind};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// A bullet or heading without its space.
pub(crate) static RULE: Rule = Rule {
    name: "malformed-bullet",
    summary: "a bullet or a heading lacks the space behind its mark",
    group: Group::Structure,
    dialects: dialects::MARKDOWN,
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
    if !cx.lines().any(|line| lacks_space(line.content)) {
        return;
    }
    // The indentation of the list in which the lines stand.
    let mut list: Option<usize> = None;
    let mut lines = cx.lines().filter(|line| !line.verbatim).peekable();
    while let Some(line) = lines.next() {
        let (indent, words) = split(line.content);
        // What is indented deeper belongs to the point above it.
        if list.is_some_and(|list| indent > list) {
            continue;
        }
        let meant = meant(words).filter(|_| is_text(&line));
        // Below running text `-Word` may be an option in it; among points it is one of them.
        let below = lines.peek().map(|below| split(below.content));
        let leads = || below.is_some_and(|(other, words)| other == indent && is_point(words));
        let among = list == Some(indent) || leads();
        match meant {
            Some(Meant::Bullet) if among => findings.push(bullet(&line, indent)),
            Some(Meant::Heading(marks)) if indent == 0 => findings.push(heading(cx, &line, marks)),
            _ if is_point(words) => {}
            _ => {
                list = None;
                continue;
            }
        }
        list = (!words.starts_with('#')).then_some(indent);
    }
}

/// Whether a line could be one at all: a quick look, since most cards have none.
fn lacks_space(line: &str) -> bool {
    let mut bytes = line.bytes().skip_while(|b| matches!(b, b' ' | b'\t'));
    matches!((bytes.next(), bytes.next()), (Some(b'-' | b'#'), Some(next)) if next != b' ')
}

/// The indentation of a line and its words.
fn split(line: &str) -> (usize, &str) {
    let words = line.trim_start_matches([' ', '\t']);
    (line.len() - words.len(), words)
}

fn is_point(words: &str) -> bool {
    words.starts_with("- ") || words.starts_with("-\t")
}

fn is_text(line: &ItemLine<'_>) -> bool {
    matches!(line.kind, LineKind::Back | LineKind::Front | LineKind::Prose)
}

fn meant(words: &str) -> Option<Meant> {
    if !words.starts_with(['-', '#']) {
        return None;
    }
    let marks = words.bytes().take_while(|&b| b == b'#').count();
    if (2..=6).contains(&marks) {
        let first = words[marks..].chars().next()?;
        // `##name` may be a channel or a macro.
        return (first.is_alphabetic() && !first.is_lowercase()).then_some(Meant::Heading(marks));
    }
    starts_sentence(words.strip_prefix('-')?).then_some(Meant::Bullet)
}

/// Whether words start as a sentence does: a capitalised word, or "A" or "I" before another word.
/// `-1`, `--flag`, `-a option` and `-Dkey=value` do not.
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

fn bullet(line: &ItemLine<'_>, indent: usize) -> Finding {
    let at = indent + 1;
    Finding::new(
        line.range(),
        "this bullet has no space behind it, so it is not a point of the list",
    )
    .label("runs on from the line above")
    .help("put a space behind the `-`")
    .fix(Fix::safe("Add the space", [TextEdit::insert(line.part(at, at).end(), " ")]))
}

fn heading(cx: &ItemCx<'_>, line: &ItemLine<'_>, marks: usize) -> Finding {
    let mark = &line.content[..marks];
    let space = [TextEdit::insert(line.part(marks, marks).end(), " ")];
    // A heading ends the card above it: what stands below in that card would be lost.
    let is_last = cx.text[usize::from(line.range().end())..].trim().is_empty();
    let opens_card = cx.dialect() == Dialect::Headings && marks == 2;
    let fix = if is_last && !opens_card { Fix::safe } else { Fix::unsafe_ };
    let what = if opens_card { "it opens a card" } else { "a heading ends the card above it" };
    Finding::new(line.range(), "this heading has no space behind its mark, so it is text of a card")
        .label("not read as a heading")
        .help(format!("put a space behind the `{mark}`; {what}"))
        .fix(fix("Add the space", space))
}
