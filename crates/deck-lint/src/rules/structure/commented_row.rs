use deck_syntax::anki::{self, Format, HeaderLine};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rows::{quoted, range, usual_width};
use crate::rule::{Check, DeckCx, FixKind, Group, Rollup, Rule, dialects};

/// A card that begins with `#`, and so is none.
pub(crate) static RULE: Rule = Rule {
    name: "commented-row",
    summary: "a row begins with `#`, so Anki takes it for a comment",
    group: Group::Structure,
    dialects: dialects::ANKI,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("commented_row.md"),
    rollup: Some(Rollup {
        message: |count| {
            format!("{count} rows here begin with `#`, so Anki takes them for comments")
        },
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let text = cx.text();
    if memchr::memchr(b'#', text.as_bytes()).is_none() {
        return;
    }
    let format = Format::of(text);
    let Some(separator) = format.separator.filter(|mark| !matches!(mark, b' ' | b':')) else {
        return;
    };
    let mut width = None;
    for (start, item) in cx.file.deck.items_at() {
        for comment in &item.comments {
            let comment = *comment + start;
            let (from, upto) = (usize::from(comment.start()), usize::from(comment.end()));
            if !asks(&text[from..upto]) {
                continue;
            }
            let (record, last) = anki::record(text, from, separator);
            let usual =
                *width.get_or_insert_with(|| format.labels.or_else(|| usual_width(cx, separator)));
            let filled = |field: &anki::Field| !text[field.start..field.end].trim().is_empty();
            if Some(record.fields.len()) == usual
                && record.fields.iter().all(filled)
                && last.end >= upto
            {
                let first = record.fields[0].whole();
                findings.push(finding(comment, first.clone(), text[first].trim_end()));
            }
        }
    }
}

/// Whether the comment could be meant as a row: a word stands directly behind its `#`.
fn asks(comment: &str) -> bool {
    let behind = comment[1..].chars().next();
    behind.is_some_and(char::is_alphanumeric)
        && !comment.starts_with("#decklint")
        && HeaderLine::of(comment).is_none_or(|header| header.known.is_none())
}

fn finding(comment: deck_syntax::TextRange, first: std::ops::Range<usize>, words: &str) -> Finding {
    let place = range(first.start, first.start + words.len());
    Finding::new(comment, "Anki takes this row for a comment and leaves it out")
        .label("begins with `#`")
        .help(
            "put its first field in quotes, and it is a card; if you left it out on purpose, put a \
             space behind the `#`",
        )
        .fix(Fix::unsafe_("Quote the field", [TextEdit::replace(place, quoted(words))]))
}
