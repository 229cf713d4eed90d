//! What the Enter key does in a list.

use text_size::TextSize;

use super::TextEdit;
use super::list::{Mark, mark};
use super::style::ending;
use crate::deck::{Deck, LineKind};
use crate::dialect::Dialect;
use crate::text::RawLine;

/// What Enter does at byte offset `at` of a text in which it has not been pressed yet: it goes on
/// with the list whose point stands there, counting on, or takes the mark of an empty point away and
/// so ends the list. `None` where it does nothing but end the line.
///
/// The edit is all that is to happen; the cursor stands behind it afterwards.
pub fn continue_list(deck: &Deck, text: &str, at: TextSize) -> Option<TextEdit> {
    let at = usize::from(at);
    let line = line_around(text, at)?;
    let point = Point::of(deck, text, line)?;
    if at < point.words {
        return None;
    }
    if point.is_empty {
        return Some(TextEdit::new(line.start, line.end, ""));
    }
    Some(TextEdit::new(at, at, format!("{}{}", ending(text), point.next)))
}

/// As [`continue_list`], where Enter has been pressed already and the cursor stands at `at`, on the
/// new line: what a client asks for that formats while its user types.
pub fn continue_list_below(deck: &Deck, text: &str, at: TextSize) -> Option<TextEdit> {
    let at = usize::from(at);
    let line = line_around(text, at)?;
    let above = line_around(text, line.start.checked_sub(1)?)?;
    // The editor may have indented the line; words that Enter has moved down stay.
    if !text.get(line.start..at)?.trim().is_empty() {
        return None;
    }
    match Point::of(deck, text, above) {
        Some(point) if !point.is_empty => Some(TextEdit::new(line.start, at, point.next)),
        None if !is_bare_point(deck, text, above) => None,
        _ => Some(TextEdit::new(above.start, at, "")),
    }
}

/// Whether a line is an empty point whose last space is gone: editors take away what is blank at the
/// end of a line that Enter leaves. `1944.` is a point only where 1943 stand above it.
fn is_bare_point(deck: &Deck, text: &str, line: RawLine) -> bool {
    let above = line.start.checked_sub(1).and_then(|end| line_around(text, end));
    let point = above.and_then(|above| Point::of(deck, text, above));
    point.is_some_and(|point| point.next.trim_end() == line.of(text).trim_end())
}

/// The line on which `at` lies; at its ending, the line that it ends.
fn line_around(text: &str, at: usize) -> Option<RawLine> {
    let before = text.get(..at)?;
    let inside_crlf = before.ends_with('\r') && text[at..].starts_with('\n');
    let before = if inside_crlf { &before[..at - 1] } else { before };
    let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let bom = if start == 0 && text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let line = RawLine::at(text, start);
    (line.start + bom <= line.end).then_some(RawLine { start: line.start + bom, ..line })
}

struct Point {
    /// Where its words start.
    words: usize,
    /// Whether it has none.
    is_empty: bool,
    /// What the next point starts with.
    next: String,
}

impl Point {
    fn of(deck: &Deck, text: &str, line: RawLine) -> Option<Self> {
        let content = line.of(text);
        let indent = content.len() - content.trim_start_matches([' ', '\t']).len();
        let (mark, length) = mark(&content[indent..])?;
        if !may_be_point(deck, line.start) {
            return None;
        }
        let behind = &content[indent + length..];
        let gap = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        let is_task = ["[ ]", "[x]", "[X]"].iter().any(|it| behind[gap..].starts_with(it));
        let words = &behind[gap + if is_task { 3 } else { 0 }..];
        let number = next_mark(mark, &content[indent..indent + length]);
        let space = if behind[..gap].is_empty() { " " } else { &behind[..gap] };
        let task = if is_task { "[ ] " } else { "" };
        Some(Self {
            words: line.start + indent + length + gap.min(1),
            is_empty: words.trim().is_empty(),
            next: format!("{}{number}{space}{task}", &content[..indent]),
        })
    }
}

/// The mark of the next point.
fn next_mark(mark: Mark, written: &str) -> String {
    match mark {
        Mark::Bullet(_) => written.to_owned(),
        Mark::Number(number, delimiter) => format!("{}{delimiter}", number.saturating_add(1)),
    }
}

/// Whether the line that starts at `at` is text of a card or between cards, and no code.
fn may_be_point(deck: &Deck, at: usize) -> bool {
    let at = crate::text::offset(at);
    let Some(index) = deck.item_at(at).filter(|_| deck.dialect() != Dialect::Anki) else {
        return false;
    };
    let within = at - deck.start(index);
    let line = deck.items()[index].lines.iter().find(|line| line.end > within);
    line.is_some_and(|line| {
        let is_text = matches!(
            line.kind,
            LineKind::Front | LineKind::Back | LineKind::FrontAndBack | LineKind::Prose
        );
        is_text && !line.verbatim
    })
}
