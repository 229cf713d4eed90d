use deck_syntax::anki::Format;

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rows::{quoted, range, rows};
use crate::rule::{Check, DeckCx, FixKind, Group, Rollup, Rule, dialects};

/// Quotes that Anki leaves out.
pub(crate) static RULE: Rule = Rule {
    name: "stray-quote",
    summary: "a field begins with words in quotes, which Anki shows without them",
    group: Group::Structure,
    dialects: dialects::ANKI,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("stray_quote.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} fields here begin with quotes that Anki leaves out"),
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let text = cx.text();
    if memchr::memchr(b'"', text.as_bytes()).is_none() {
        return;
    }
    let Some(separator) = Format::of(text).separator else { return };
    for field in rows(cx, separator).flat_map(|row| row.fields) {
        let Some(close) = field.stray else { continue };
        let whole = &text[field.start..field.end];
        // A quote that takes rows along is another fault; spaces behind a quote are none.
        if whole.contains(['\n', '\r']) || text[close + 1..field.end].trim().is_empty() {
            continue;
        }
        let words = whole.trim_end();
        let place = range(field.start, field.start + words.len());
        findings.push(
            Finding::new(range(field.start, close + 1), "Anki leaves out these quotes")
                .label("quotes at the start of a field mean its bounds")
                .help(
                    "put the whole field in quotes and write each quote in it twice, and the card \
                     shows them",
                )
                .fix(Fix::unsafe_("Quote the field", [TextEdit::replace(place, quoted(words))])),
        );
    }
}
