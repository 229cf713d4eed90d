use deck_syntax::anki::{Field, Format};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rows::{Row, range, rows};
use crate::rule::{Check, DeckCx, FixKind, Group, Rule, dialects};
use crate::wording::count;

/// A quote that takes the rows below it.
pub(crate) static RULE: Rule = Rule {
    name: "unclosed-quote",
    summary: "a quote opens a field and nothing closes it, so the rows below are part of it",
    group: Group::Structure,
    dialects: dialects::ANKI,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("unclosed_quote.md"),
    rollup: None,
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let text = cx.text();
    if memchr::memchr(b'"', text.as_bytes()).is_none() {
        return;
    }
    let Some(separator) = Format::of(text).separator else { return };
    for row in rows(cx, separator) {
        let swallowing = row.fields.iter().find(|field| swallows(text, field, separator));
        if let Some(field) = swallowing {
            findings.push(finding(text, &row, field, separator));
        }
    }
}

/// Whether the field holds rows: nothing closes it, or the quote that opens a later field does.
fn swallows(text: &str, field: &Field, separator: u8) -> bool {
    let Some(end) = field.stray.or(field.unclosed.then_some(field.end)) else { return false };
    let inside = &text[field.start..end];
    field.unclosed
        || inside.trim_end().contains(['\n', '\r']) && inside.contains(char::from(separator))
}

fn finding(text: &str, row: &Row, field: &Field, separator: u8) -> Finding {
    let open = field.start - usize::from(field.stray.is_none());
    let end = field.stray.unwrap_or(row.end);
    let inside = &text[open..end];
    let line_end = open + inside.find(['\n', '\r']).unwrap_or(inside.len());
    let below = deck_syntax::lines(&text[line_end..end])
        .filter(|line| !line.of(&text[line_end..end]).trim().is_empty())
        .count();
    let message = match below {
        0 => "nothing closes this quote".to_owned(),
        _ => format!("nothing closes this quote, so it takes {} with it", count(below, "line")),
    };
    let first = &text[open..line_end];
    let close = open + first.find(char::from(separator)).unwrap_or(first.trim_end().len());
    Finding::new(range(open, open + 1), message)
        .label("opens a field")
        .help(
            "close it where the field ends; if the quote belongs to the words, put the field in \
             quotes and write it twice: Anki makes one card of all that follows",
        )
        .fix(Fix::unsafe_(
            "Close it where the field ends",
            [TextEdit::insert(range(close, close).start(), "\"")],
        ))
}
