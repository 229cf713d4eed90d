//! What holds for any text; shared with the fuzz targets.

use std::sync::Arc;

use deck_syntax::{Deck, Dialect, Edit, Item, TextRange, TextSize, lines, parse_as, tree};

/// Checks that a text can be parsed, that its lines are the deck's, and that no range of the deck
/// points outside of its item or into the middle of a character.
pub(crate) fn check_lossless(text: &str, dialect: Dialect) {
    let deck = read(text, dialect);
    let mut end = TextSize::new(0);
    for (range, _) in deck.lines() {
        assert_eq!(range.start(), end);
        assert!(!range.is_empty());
        end = range.end();
    }
    assert_eq!(end, TextSize::of(text));
    let ends: Vec<usize> = deck.lines().map(|(range, _)| range.end().into()).collect();
    let raw: Vec<usize> = lines(text).map(|line| line.next).collect();
    assert_eq!(ends, raw, "each line of the text is one line of the deck");
    check_ranges(&deck, text);
}

/// Reads a text in a dialect that nobody has set up otherwise.
pub(crate) fn read(text: &str, dialect: Dialect) -> Deck {
    parse_as(text, dialect, &Arc::default())
}

/// Checks that a text can be printed as a tree.
pub(crate) fn check_printable(text: &str, dialect: Dialect) {
    tree::print(&read(text, dialect), text);
}

fn check_ranges(deck: &Deck, text: &str) {
    for (start, item) in deck.items_at() {
        let whole = TextRange::up_to(item.len());
        for range in ranges(item) {
            assert!(whole.contains_range(range), "{range:?} in {whole:?} of {text:?}");
            let range = range + start;
            assert!(text.get(range.start().into()..range.end().into()).is_some());
        }
    }
}

fn ranges(item: &Item) -> Vec<TextRange> {
    let mut ranges: Vec<TextRange> = item.comments.to_vec();
    ranges.extend(item.errors.iter().map(|error| error.range));
    if let Some(card) = item.card() {
        ranges.push(card.front);
        ranges.extend(card.back);
        ranges.extend(card.extra.iter().copied());
        ranges.extend(card.attributes.iter().flat_map(|a| [a.range, a.value]));
        for deletion in &card.deletions {
            ranges.extend([deletion.range, deletion.text]);
            ranges.extend(deletion.hint);
        }
    }
    ranges
}

/// Replaces `from..from + length` (moved to character boundaries) of `text` by `with`.
pub(crate) fn edit(text: &mut String, from: usize, length: usize, with: &str) -> Edit {
    let from = text.floor_char_boundary(from % (text.len() + 1));
    let upto = text.floor_char_boundary((from + length).min(text.len())).max(from);
    let start = TextSize::of(&text[..from]);
    let range = TextRange::at(start, TextSize::of(&text[from..upto]));
    text.replace_range(from..upto, with);
    Edit { range, inserted: TextSize::of(with) }
}
