//! Where near misses are looked for, and what they look like: lines that read like the start of a
//! card, and start none.

use deck_syntax::{CardForm, ItemKind, LineKind, RawLine, TextSize};

use crate::rule::{ItemCx, ItemLine};

/// A line at column 0 on which a card could have opened, and none did.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OpenLine<'a> {
    /// The line.
    pub(crate) line: ItemLine<'a>,
    /// Whether it is the first of its block.
    pub(crate) opens_block: bool,
    /// Whether it belongs to the card above it, rather than to none.
    pub(crate) in_answer: bool,
}

/// The lines of an item on which a card could have opened: those of prose, and those of the answer
/// to a question line but its first, which has to be answer. Labels leave no doubt of what they
/// hold, so cards with labels have no such line.
pub(crate) fn open_lines<'a>(cx: &ItemCx<'a>) -> impl Iterator<Item = OpenLine<'a>> + use<'a> {
    let in_answer = match &cx.item.kind {
        ItemKind::Prose => Some(false),
        ItemKind::Card(card) => {
            // Shorter cards have no second line of answer.
            (card.form == CardForm::Question && cx.item.lines.len() > 2).then_some(true)
        }
        _ => None,
    };
    let mut opens_block = cx.item.context.block_start();
    let mut first_answer = in_answer == Some(true);
    let lines = in_answer.is_some().then(|| cx.lines()).into_iter().flatten();
    lines.filter_map(move |line| {
        let opened = opens_block;
        opens_block = match line.kind {
            LineKind::Blank | LineKind::Attribute => true,
            LineKind::Comment => opens_block,
            _ => false,
        };
        if !matches!(line.kind, LineKind::Back | LineKind::Prose) {
            return None;
        }
        let skip = std::mem::take(&mut first_answer);
        let indented = line.content.starts_with([' ', '\t']);
        (!skip && !line.verbatim && !indented).then_some(OpenLine {
            line,
            opens_block: opened,
            in_answer: in_answer == Some(true),
        })
    })
}

/// What stands directly below a line of an item; nothing if that is a blank line or the end.
pub(crate) fn below<'a>(cx: &ItemCx<'a>, line: &ItemLine<'a>) -> &'a str {
    let text = cx.file.text.as_str();
    let here = RawLine::at(text, usize::from(cx.start + line.start));
    RawLine::at(text, here.next).of(text).trim_end()
}

/// What stands directly above a line of an item; nothing if that is a blank line or the start.
pub(crate) fn above<'a>(cx: &ItemCx<'a>, line: &ItemLine<'a>) -> &'a str {
    let before = &cx.file.text[..usize::from(cx.start + line.start)];
    let ending = line_ending(before);
    let before = before.strip_suffix(ending).unwrap_or(before);
    before[before.rfind(['\n', '\r']).map_or(0, |at| at + 1)..].trim_end()
}

/// The line ending with which `text` ends; a plain one if it ends with none.
pub(crate) fn line_ending(text: &str) -> &'static str {
    match text.as_bytes() {
        [.., b'\r', b'\n'] => "\r\n",
        [.., b'\r'] => "\r",
        _ => "\n",
    }
}

/// The line ending to put before the line that starts at `at` in the item, so that a blank line
/// stands above it.
pub(crate) fn blank_line(cx: &ItemCx<'_>, at: TextSize) -> &'static str {
    line_ending(&cx.file.text[..usize::from(cx.start + at)])
}

/// Where, from the start of `line`, the mark stands that makes it a question.
pub(crate) fn question_mark(line: &str) -> Option<usize> {
    let marks = line.match_indices(['?', '？', '؟', ';', '\u{37E}']);
    // A note in brackets behind the question may hold a mark of its own.
    marks.map(|(at, _)| at).find(|&at| {
        let mark = line[at..].chars().next().map_or(1, char::len_utf8);
        deck_syntax::native::is_question(&line[..at + mark])
            && !deck_syntax::native::is_question(&format!("{}\\{}", &line[..at], &line[at..]))
    })
}

/// Whether the line begins as a question does: with a question word and an auxiliary behind it.
pub(crate) fn asks(line: &str) -> bool {
    let line = line.trim_start_matches(['*', '_']);
    if !matches!(line.as_bytes().first(), Some(b'W' | b'w' | b'H' | b'h')) {
        return false;
    }
    let mut words = line.split([' ', '\t']).filter(|word| !word.is_empty());
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    if let Some(plain) = first.strip_suffix("'s").or_else(|| first.strip_suffix("’s")) {
        return is_one_of(plain, &["what", "who", "where", "when", "why", "how"]);
    }
    // "Which is why …" goes on with what stands above it; "which do" asks.
    let auxiliaries = if first.eq_ignore_ascii_case("which") { &AUXILIARIES[..3] } else { AUXILIARIES };
    is_one_of(first, QUESTION_WORDS) && is_one_of(second, auxiliaries) && words.next().is_some()
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

const QUESTION_WORDS: &[&str] =
    &["what", "who", "whom", "whose", "which", "where", "when", "why", "how"];

const AUXILIARIES: &[&str] = &[
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will",
    "would", "should", "shall", "must", "might", "may",
];
