//! What a deck consists of: items, and the lines of an item.

use text_size::{TextRange, TextSize};

use super::{Attribute, Card, Context};
use crate::{FrontMatter, SyntaxError};

/// A run of whole lines that mean one thing: a card, a heading, loose prose, and so on, with the
/// blank lines and comments that follow it.
#[derive(Debug, Clone)]
pub struct Item {
    /// What the lines mean.
    pub kind: ItemKind,
    /// The item's lines, in order; together they are the whole item.
    pub lines: Box<[Line]>,
    /// Comments on these lines, `<!--` and `-->` included, relative to the item's start.
    pub comments: Box<[TextRange]>,
    /// What is wrong in here.
    pub errors: Box<[SyntaxError]>,
    /// What the parser knew when it began this item.
    pub context: Context,
    /// How many bytes beyond its end were read to parse this item.
    pub(crate) peeked: TextSize,
}

/// Two items are equal if they mean the same; how far the parser had to look does not count.
impl PartialEq for Item {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.lines == other.lines
            && self.comments == other.comments
            && self.errors == other.errors
            && self.context == other.context
    }
}

impl Eq for Item {}

impl Item {
    /// The item's length in bytes, line endings, trailing blank lines and comments included.
    pub fn len(&self) -> TextSize {
        self.lines.last().map_or(TextSize::new(0), |line| line.end)
    }

    /// Whether the item has no line. The parser makes no such item.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The ranges of the item's lines with what they are, line endings included.
    pub fn lines(&self) -> impl Iterator<Item = (TextRange, LineKind)> + '_ {
        let mut start = TextSize::new(0);
        self.lines.iter().map(move |line| {
            let range = TextRange::new(start, line.end);
            start = line.end;
            (range, line.kind)
        })
    }

    /// The item without the blank lines and comments at its end, its last line ending
    /// included.
    pub fn visible(&self) -> TextRange {
        let end = self
            .lines()
            .filter(|(_, kind)| !matches!(kind, LineKind::Blank | LineKind::Comment))
            .last()
            .map_or(TextSize::new(0), |(range, _)| range.end());
        TextRange::up_to(end)
    }

    /// The card, if the item is one.
    pub fn card(&self) -> Option<&Card> {
        match &self.kind {
            ItemKind::Card(card) => Some(card),
            _ => None,
        }
    }
}

/// What an item is. Ranges are relative to the item's start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// Blank lines and comments before the first other item.
    Blank,
    /// The front matter, its two `---` lines included.
    FrontMatter(Box<FrontMatter>),
    /// The deck's title.
    Title {
        /// The title's words.
        text: TextRange,
    },
    /// A heading that groups the cards below it.
    Section {
        /// How many `#` it has, 1 to 6.
        level: u8,
        /// The heading's words.
        text: TextRange,
    },
    /// A `---` line.
    Separator,
    /// A `#key:value` line above the rows of Anki text.
    Header(Header),
    /// An attribute that belongs to no card: the deck's, where it stands before the first card.
    Attribute(Attribute),
    /// A card.
    Card(Card),
    /// Lines that belong to no card.
    Prose,
}

/// A `#key:value` line above the rows of Anki text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// The key, as it is written between `#` and `:`.
    pub key: TextRange,
    /// All that stands behind the `:`, white space included, since Anki takes it as it is.
    pub value: TextRange,
}

/// One line of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Where the next line starts, relative to the item's start.
    pub end: TextSize,
    /// What the line is.
    pub kind: LineKind,
    /// Whether the line is, or continues, code, a comment or display mathematics, so that no mark
    /// on it means anything.
    pub verbatim: bool,
}

/// The one place in the deck to which a line belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// Nothing but white space, outside code.
    Blank,
    /// Part of the front matter.
    FrontMatter,
    /// The deck's title.
    Title,
    /// A heading.
    Section,
    /// `---`, or what else stands alone on a line to part cards or their sides: `?`, `%`.
    Separator,
    /// `#key:value` above the rows of Anki text.
    Header,
    /// `@key value`.
    Attribute,
    /// Nothing but comment.
    Comment,
    /// Part of a question, or of a cloze card's text.
    Front,
    /// Part of an answer.
    Back,
    /// A question and its answer on one line.
    FrontAndBack,
    /// Belongs to no card.
    Prose,
}
