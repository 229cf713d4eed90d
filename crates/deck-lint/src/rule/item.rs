//! What a rule sees of one item, or of one file.

use deck_syntax::{Card, Dialect, Item, LineKind, TextRange, TextSize};

use crate::facts::CardFacts;
use crate::source::SourceFile;

/// An item as a rule sees it.
#[derive(Clone, Copy)]
pub struct ItemCx<'a> {
    /// The file.
    pub file: &'a SourceFile,
    /// The item.
    pub item: &'a Item,
    /// The item's text, to which all ranges are relative.
    pub text: &'a str,
    /// Where the item starts in the file.
    pub start: TextSize,
    /// What is known of the card, if the item is one.
    pub facts: Option<&'a CardFacts>,
}

impl<'a> ItemCx<'a> {
    /// The card, if the item is one.
    pub fn card(&self) -> Option<&'a Card> {
        self.item.card()
    }

    /// The dialect the file is written in.
    pub fn dialect(&self) -> Dialect {
        self.file.deck.dialect()
    }

    /// The item's lines.
    pub fn lines(&self) -> impl Iterator<Item = ItemLine<'a>> + use<'a> {
        let text = self.text;
        let mut start = TextSize::new(0);
        self.item.lines.iter().map(move |line| {
            let range = TextRange::new(start, line.end);
            start = line.end;
            let content = without_ending(&text[range]);
            ItemLine { start: range.start(), content, kind: line.kind, verbatim: line.verbatim }
        })
    }
}

/// A line without its ending. Every rule asks for every line, so this looks at bytes.
fn without_ending(line: &str) -> &str {
    let ending = match line.as_bytes() {
        [.., b'\r', b'\n'] => 2,
        [.., b'\n' | b'\r'] => 1,
        _ => 0,
    };
    &line[..line.len() - ending]
}

/// A line of an item.
#[derive(Debug, Clone, Copy)]
pub struct ItemLine<'a> {
    /// Where it starts, relative to the item.
    pub start: TextSize,
    /// What stands on it, its ending not included.
    pub content: &'a str,
    /// What it is.
    pub kind: LineKind,
    /// Whether it is code, comment or display mathematics, so that no mark on it means anything.
    pub verbatim: bool,
}

impl ItemLine<'_> {
    /// Where its content stands, relative to the item.
    pub fn range(&self) -> TextRange {
        TextRange::at(self.start, TextSize::of(self.content))
    }

    /// `start..end`, byte offsets into the line, relative to the item.
    pub fn part(&self, start: usize, end: usize) -> TextRange {
        let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
        TextRange::new(size(start), size(end)) + self.start
    }
}

/// A file as a rule sees it.
pub struct DeckCx<'a> {
    /// The file.
    pub file: &'a SourceFile,
}

impl<'a> DeckCx<'a> {
    /// The file's text.
    pub fn text(&self) -> &'a str {
        &self.file.text
    }

    /// The items as rules see them.
    pub fn items(&self) -> impl Iterator<Item = ItemCx<'a>> + use<'a> {
        let file = self.file;
        (0..file.deck.items().len()).map(move |index| file.item(index))
    }
}
