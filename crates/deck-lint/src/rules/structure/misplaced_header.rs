use deck_syntax::anki::{Format, HeaderLine, Key, is_html_value, separator_value};
use deck_syntax::{ItemKind, RawLine, TextRange};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rows::range;
use crate::rule::{Check, DeckCx, FixKind, Group, Rule, dialects};

/// A header where Anki reads none.
pub(crate) static RULE: Rule = Rule {
    name: "misplaced-header",
    summary: "a header line stands where Anki reads it as a comment, or too late",
    group: Group::Structure,
    dialects: dialects::ANKI,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("misplaced_header.md"),
    rollup: None,
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let mut head_end = None;
    let mut columns = None;
    for (start, item) in cx.file.deck.items_at() {
        if let ItemKind::Header(header) = &item.kind {
            let is_columns =
                cx.text()[header.key + start].eq_ignore_ascii_case(Key::Columns.name());
            if is_columns && columns.replace(start).is_none() {
                early_columns(cx, header.key + start, header.value + start, findings);
            }
        }
        for comment in &item.comments {
            let comment = *comment + start;
            if let Some(key) = header_in(&cx.text()[comment]) {
                let head = *head_end.get_or_insert_with(|| Format::of(cx.text()).head);
                findings.push(below_head(cx, comment, key, head));
            }
        }
    }
}

/// The key of a comment that would be a header at the top of the file.
fn header_in(comment: &str) -> Option<Key> {
    let header = HeaderLine::of(comment)?;
    let value = header.value_text();
    let is_value = match header.known? {
        Key::Separator => separator_value(value.trim()).is_some(),
        Key::Html => is_html_value(value.trim()).is_some(),
        Key::NotetypeColumn | Key::DeckColumn | Key::TagsColumn | Key::GuidColumn => {
            value.trim().parse::<u32>().is_ok()
        }
        _ => {
            !value.starts_with(' ')
                && !value.is_empty()
                && comment[1..].starts_with(header.key_text())
        }
    };
    header.known.filter(|_| is_value)
}

fn below_head(cx: &DeckCx<'_>, comment: TextRange, key: Key, head: usize) -> Finding {
    let (start, end) = (usize::from(comment.start()), usize::from(comment.end()));
    let line = RawLine::at(cx.text(), end);
    let top = if cx.text().starts_with('\u{FEFF}') { 3 } else { 0 };
    let below_rows = cx.file.deck.cards().next().is_some_and(|card| card.start < comment.start());
    let label = if below_rows { "rows stand above it" } else { "a blank line stands above it" };
    let help = match key {
        Key::Deck | Key::Notetype | Key::Tags if below_rows => {
            "move it to the top, where it holds for the whole file; for more than one, give the \
             rows a column of their own for it"
        }
        _ => "move it to the top of the file, with no blank line above it",
    };
    let ending = if line.next > line.end { &cx.text()[line.end..line.next] } else { "\n" };
    let edits = [
        TextEdit::insert(
            range(top.max(head), top.max(head)).start(),
            format!("{}{ending}", &cx.text()[start..end]),
        ),
        TextEdit::delete(range(start, line.next)),
    ];
    Finding::new(comment, format!("Anki takes this `#{}:` for a comment", key.name()))
        .label(label)
        .help(help)
        .fix(Fix::unsafe_("Move it to the top", edits))
}

/// `#columns:` above the `#separator:` that parts its names.
fn early_columns(cx: &DeckCx<'_>, key: TextRange, value: TextRange, findings: &mut Findings) {
    let text = cx.text();
    if text[value].contains('\t') {
        return;
    }
    let above = headers(cx).take_while(|(range, _)| range.end() <= key.start());
    if above.into_iter().any(|(_, known)| known == Key::Separator) {
        return;
    }
    let below =
        headers(cx).find(|(range, known)| range.start() > key.end() && *known == Key::Separator);
    let Some((line, _)) = below else { return };
    let start = usize::from(key.start()).saturating_sub(1);
    let moved = text[line].to_owned();
    findings.push(
        Finding::new(
            key,
            "Anki reads these names before it knows the separator, and looks for tabs",
        )
        .label("`#separator:` stands below it")
        .help("put `#separator:` above it: as it stands, Anki sees one name, and fills one field")
        .fix(Fix::unsafe_(
            "Move `#separator:` above it",
            [TextEdit::insert(range(start, start).start(), moved), TextEdit::delete(line)],
        )),
    );
}

/// The lines of the head that are headers.
fn headers(cx: &DeckCx<'_>) -> impl Iterator<Item = (TextRange, Key)> {
    let text = cx.text();
    cx.file.deck.items_at().filter_map(move |(start, item)| {
        let ItemKind::Header(header) = &item.kind else { return None };
        let name = &text[header.key + start];
        let key = Key::ALL.into_iter().find(|key| name.eq_ignore_ascii_case(key.name()))?;
        Some((TextRange::at(start, item.len()), key))
    })
}
