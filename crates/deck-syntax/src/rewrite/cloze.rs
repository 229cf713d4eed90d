//! Words made a deletion.

use text_size::{TextRange, TextSize};

use super::{Place, Rewrite, cards_instead};
use crate::deck::{Card, CardForm, Deck, ItemKind, LineKind};
use crate::dialect::Dialect;
use crate::dialect::markdown::line::{is_blank, words_start};
use crate::format::TextEdit;
use crate::outline::{Note, Piece, Sides};
use crate::text::offset;

/// Hides the words in `range`, which lie on one line: in a card with deletions as a further one; in
/// a line of text that belongs to no card by making it such a card.
///
/// A question and its answer are not made one: what was asked would be lost. `None` there, where
/// nothing or a part of another deletion is selected, in code, and where the words hold what would
/// end a deletion.
pub fn make_cloze(deck: &Deck, text: &str, range: TextRange) -> Option<Rewrite> {
    let range = trimmed(text, range)?;
    let place = Place::of(deck, text, range.start()).filter(|place| !place.verbatim)?;
    if usize::from(range.end()) > place.line.end {
        return None;
    }
    let item = &deck.items()[place.item];
    let (card, label) = match &item.kind {
        ItemKind::Card(card) if card.form == CardForm::Cloze || !card.deletions.is_empty() => {
            (Some(card), None)
        }
        ItemKind::Prose => (None, Some(label(deck, text, place)?)),
        _ => return None,
    };
    let (open, close) = marks(deck, card)?;
    let insert = |at: TextSize, text: &str| TextEdit::new(at.into(), at.into(), text);
    let label = label.filter(|(_, label)| !label.is_empty());
    let mut edits: Vec<TextEdit> = label.iter().map(|(at, label)| insert(*at, label)).collect();
    edits.extend([insert(range.start(), &open), insert(range.end(), close)]);
    let hidden = card.map_or(0, |card| card.deletions.len()) + 1;
    if !hides(&cards_instead(deck, text, place.item, &edits)?, &text[range], hidden) {
        return None;
    }
    let before = label.map_or(TextSize::new(0), |(_, label)| TextSize::of(label));
    let start = range.start() + before + TextSize::of(&open);
    Some(Rewrite { edits, select: TextRange::at(start, range.len()) })
}

/// Whether there is one card, with so many deletions, one of which hides the words.
fn hides(cards: &[Note], words: &str, count: usize) -> bool {
    let [Note { sides: Sides::Cloze(pieces), .. }] = cards else { return false };
    let hidden: Vec<&str> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Deletion { text, .. } => Some(text.as_str()),
            Piece::Text(_) => None,
        })
        .collect();
    hidden.len() == count && hidden.contains(&words)
}

/// The selection without the white space at its ends, if anything is left.
fn trimmed(text: &str, range: TextRange) -> Option<TextRange> {
    let selected = text.get(usize::from(range.start())..usize::from(range.end()))?;
    let start =
        range.start() + TextSize::of(&selected[..selected.len() - selected.trim_start().len()]);
    let words = selected.trim();
    (!words.is_empty()).then(|| TextRange::at(start, TextSize::of(words)))
}

/// Where the label goes that makes a line a card, and the label: only a line that stands for
/// itself, and is no point of a list, is a statement.
fn label(deck: &Deck, text: &str, place: Place) -> Option<(TextSize, &'static str)> {
    let item = &deck.items()[place.item];
    let content = place.line.of(text);
    let bom = content.len() - content.trim_start_matches('\u{FEFF}').len();
    let start = offset(place.line.start + bom);
    let lines = item.lines.iter().filter(|line| line.kind == LineKind::Prose).count();
    let is_statement = lines == 1 && words_start(&content[bom..]) == 0 && !is_blank(content);
    match deck.dialect() {
        Dialect::Deck | Dialect::Hashcards if is_statement => Some((start, "C: ")),
        Dialect::Obsidian => Some((start, "")),
        _ => None,
    }
}

/// The marks around a deletion: with a number where the others have one.
fn marks(deck: &Deck, card: Option<&Card>) -> Option<(String, &'static str)> {
    let numbers = card.map(|card| card.deletions.iter().filter_map(|it| it.number).max());
    let next = numbers.flatten().map(|most| most.saturating_add(1));
    let obsidian = &deck.settings().obsidian;
    Some(match deck.dialect() {
        Dialect::Deck => (next.map_or("{{".to_owned(), |next| format!("{{{{c{next}::")), "}}"),
        // Anki wants a number, and reads nothing as a cloze that has none yet.
        Dialect::Anki => (format!("{{{{c{}::", next?), "}}"),
        Dialect::Hashcards => ("[".to_owned(), "]"),
        Dialect::Obsidian if obsidian.highlights => ("==".to_owned(), "=="),
        Dialect::Obsidian if obsidian.bold => ("**".to_owned(), "**"),
        Dialect::Obsidian if obsidian.curly_brackets => ("{{".to_owned(), "}}"),
        Dialect::Obsidian | Dialect::Headings => return None,
    })
}
