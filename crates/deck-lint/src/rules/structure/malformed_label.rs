use deck_syntax::{LineKind, hashcards, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// Something that was to be a label, and is none.
pub(crate) static RULE: Rule = Rule {
    name: "malformed-label",
    summary: "what was to be a label is none: `q:`, `Q.`, `Q :`, `**Q:**`, `Question:`",
    group: Group::Structure,
    dialects: dialects::HASHCARDS,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("malformed_label.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} labels here are none and are read as text"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let waits = cx.card().is_some_and(|card| card.back.is_none() && card.deletions.is_empty());
    let mut question = None;
    let mut lines = cx.lines().filter(is_text).peekable();
    while let Some(line) = lines.next() {
        let Some((letter, length)) = meant(line.content) else { continue };
        // `A.` above `B.` is the first of some choices.
        if letter == 'A' && lines.peek().is_some_and(|below| below.content.starts_with('B')) {
            continue;
        }
        match (letter, question.take()) {
            ('Q', _) => question = Some((line, length)),
            (_, Some((above, above_length))) => {
                findings.push(finding(&above, above_length, "Q:"));
                findings.0.extend((length > 0).then(|| finding(&line, length, "A:")));
            }
            (_, None) if waits && length > 0 => findings.push(finding(&line, length, "A:")),
            _ => {}
        }
    }
}

fn is_text(line: &ItemLine<'_>) -> bool {
    matches!(line.kind, LineKind::Back | LineKind::Front | LineKind::Prose) && !line.verbatim
}

/// The label that a line at column 0 was to have, and how long what stands for it is: 0 if it has
/// the label.
fn meant(line: &str) -> Option<(char, usize)> {
    if hashcards::mark(line) == Some(hashcards::Mark::Answer) {
        return Some(('A', 0));
    }
    if hashcards::mark(line).is_some() {
        return None;
    }
    if let Some((label, length)) = native::label(line) {
        return letter(label).map(|letter| (letter, line[..length].trim_end().len()));
    }
    let letter = line.chars().next()?.to_ascii_uppercase();
    if !matches!(letter, 'Q' | 'A') {
        return None;
    }
    let rest = &line[1..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let mark = rest[digits..].trim_start_matches(' ');
    let upto = line.len() - mark.len() + 1;
    let behind = mark.strip_prefix(['.', ':', ')'])?;
    behind.starts_with(' ').then_some((letter, upto))
}

fn letter(label: native::Label) -> Option<char> {
    match label {
        native::Label::Question => Some('Q'),
        native::Label::Answer => Some('A'),
        native::Label::Cloze => None,
    }
}

fn finding(line: &ItemLine<'_>, length: usize, label: &str) -> Finding {
    let written = &line.content[..length];
    Finding::new(line.part(0, length), format!("`{written}` is no label and is read as text"))
        .label(format!("hashcards knows `{label}` alone"))
        .help(format!("write `{label}`; as text it belongs to what stands above"))
        .fix(Fix::unsafe_(
            format!("Write `{label}`"),
            [TextEdit::replace(line.part(0, length), label)],
        ))
}
