//! Where near misses are looked for, and what they look like: lines that read like the start of a
//! card, and start none.

pub(crate) mod obsidian;
mod wording;

use deck_syntax::{CardForm, ItemKind, LineKind, RawLine, TextRange, TextSize};

use crate::rule::{ItemCx, ItemLine};
pub(crate) use wording::{asks, begins_question, orders};

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
/// to a question line. The first line below a question is not one: it has to be the answer. Labels
/// leave no doubt of what they hold, so cards with labels have no such line.
pub(crate) fn open_lines<'a>(cx: &ItemCx<'a>) -> impl Iterator<Item = OpenLine<'a>> + use<'a> {
    let in_answer = match &cx.item.kind {
        ItemKind::Prose => Some(false),
        ItemKind::Card(card) => {
            (card.form == CardForm::Question && has_more_answer(cx)).then_some(true)
        }
        _ => None,
    };
    let mut opens_block = cx.item.context.block_start();
    let mut asked = in_answer.is_some_and(|in_answer| in_answer || asked_above(cx));
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
        let answers = std::mem::replace(&mut asked, ends_asking(line.content));
        let open = !answers && !line.verbatim && !line.content.starts_with([' ', '\t']);
        open.then_some(OpenLine { line, opens_block: opened, in_answer: in_answer == Some(true) })
    })
}

/// Whether an answer has a second line. Most have none, and are done with here.
pub(crate) fn has_more_answer(cx: &ItemCx<'_>) -> bool {
    cx.item.lines.iter().filter(|line| line.kind == LineKind::Back).nth(1).is_some()
}

/// Whether the line ends with a question mark, whatever stands before it.
fn ends_asking(line: &str) -> bool {
    // Most lines end in a letter or a full stop, and are done with here.
    if line.as_bytes().last().is_some_and(|&b| b.is_ascii_alphanumeric() || b == b'.') {
        return false;
    }
    let line = line.trim_end();
    line.ends_with('?')
        || line.ends_with(['*', '_']) && line.trim_end_matches(['*', '_']).ends_with('?')
}

/// Whether a question stands above an item of prose that is no card, or one that waits for its
/// answer: a heading, or a card that `---` ends.
pub(crate) fn asked_above(cx: &ItemCx<'_>) -> bool {
    let above = item_above(cx);
    let above = match above {
        Some(above) if above.item.kind == ItemKind::Separator => item_above(&above),
        above => above,
    };
    above.is_some_and(|above| match &above.item.kind {
        ItemKind::Section { text, .. } => ends_asking(&above.text[*text]),
        ItemKind::Card(card) => card.back.is_none() && card.form != CardForm::Cloze,
        _ => false,
    })
}

/// The item above.
pub(crate) fn item_above<'a>(cx: &ItemCx<'a>) -> Option<ItemCx<'a>> {
    let before = cx.start.checked_sub(TextSize::new(1))?;
    cx.file.deck.item_at(before).map(|index| cx.file.item(index))
}

/// The item below.
pub(crate) fn item_below<'a>(cx: &ItemCx<'a>) -> Option<ItemCx<'a>> {
    let next = cx.file.deck.item_at(cx.start)? + 1;
    (next < cx.file.deck.items().len()).then(|| cx.file.item(next))
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

/// Whether a card with a label in this item would take the cards below it for its answer: only
/// labels, headings and `---` end it.
pub(crate) fn label_swallows(cx: &ItemCx<'_>) -> bool {
    let deck = &cx.file.deck;
    let next = deck.item_at(cx.start).map_or(0, |index| index + 1);
    let after_text = deck.items()[next..].iter().find(|item| item.kind != ItemKind::Prose);
    after_text
        .and_then(|item| item.card())
        .is_some_and(|card| matches!(card.form, CardForm::Question | CardForm::OneLine { .. }))
}

/// Whether the label at `range` is one of a list of letters, "C: confidentiality, I: integrity,
/// A: availability", or one of choices that stand apart.
pub(crate) fn is_listed(cx: &ItemCx<'_>, range: TextRange) -> bool {
    let is_letter = |line: &str| {
        let mut start = line.trim_start_matches(['*', '_']).bytes();
        let letter =
            start.next().filter(|b| b.is_ascii_uppercase() && !matches!(b, b'Q' | b'A' | b'C'));
        letter.is_some() && matches!(start.next(), Some(b':' | b'*' | b'_'))
    };
    let near = |end: usize, start: usize| {
        let above = cx.text[..end].trim_end().lines().next_back();
        let below = cx.text[start..].trim_start().lines().next();
        above.is_some_and(is_letter) || below.is_some_and(is_letter)
    };
    let end = usize::from(range.end());
    let line_end = cx.text[end..].find('\n').map_or(cx.text.len(), |at| end + at);
    near(usize::from(range.start()), line_end)
}
