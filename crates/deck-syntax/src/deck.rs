//! The deck: what every dialect's parser yields and every front end reads.

use std::sync::Arc;

use text_size::{TextRange, TextSize};

use crate::{Dialect, FrontMatter, SyntaxError};

/// A parsed text: a sequence of items that tile it.
///
/// A deck does not own its text; whoever asks it for words hands the text in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deck {
    pub(crate) dialect: Dialect,
    pub(crate) items: Vec<Arc<Item>>,
    /// Where each item starts, and last where the text ends: one more than `items`.
    pub(crate) starts: Vec<TextSize>,
}

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
    /// An attribute that belongs to no card: the deck's, where it stands before the first card.
    Attribute(Attribute),
    /// A card.
    Card(Card),
    /// Lines that belong to no card.
    Prose,
}

/// A flashcard. Ranges are relative to the start of the item that holds it, and trimmed: they
/// start and end with a character that is not white space. They may enclose comments and
/// attributes, which are not part of either side; [`side_text`](crate::side_text) leaves them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// How the card is written.
    pub form: CardForm,
    /// The question; a cloze card's text. Empty if the card has none.
    pub front: TextRange,
    /// The answer, if there is one. A cloze card has none.
    pub back: Option<TextRange>,
    /// What stands in the way of the card's being one of its own.
    pub opening: Opening,
    /// The card's attributes, in order.
    pub attributes: Box<[Attribute]>,
    /// A cloze card's deletions, in order of their starts; nested ones follow the one around them.
    pub deletions: Box<[Deletion]>,
}

impl Card {
    /// The card's first attribute of that key.
    pub fn attribute(&self, key: AttributeKey) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.key == key)
    }

    /// Whether the card is asked in both directions.
    pub fn both_ways(&self) -> bool {
        matches!(self.form, CardForm::OneLine { both_ways: true })
            || self.attribute(AttributeKey::Reverse).is_some()
    }
}

/// How a card is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardForm {
    /// A line that ends in a question mark, and the answer below it.
    Question,
    /// `Q:` and `A:`.
    Labelled,
    /// `front :: back`, or `front ::: back` to be asked in both directions.
    OneLine {
        /// Written with `:::`.
        both_ways: bool,
    },
    /// `C:` and a text with deletions.
    Cloze,
}

/// Where in its block a card opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// On the first line of a block, or with a label.
    Block,
    /// In mid-block: a question line with another line directly below it.
    MidBlock,
}

/// A part of a cloze card that is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deletion {
    /// From `{{` to `}}`, both included.
    pub range: TextRange,
    /// The number in `c1::`, if there is one.
    pub number: Option<u32>,
    /// What is hidden.
    pub text: TextRange,
    /// What is shown in its place, if given.
    pub hint: Option<TextRange>,
}

/// An `@key value` line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute {
    /// Which.
    pub key: AttributeKey,
    /// The whole line, without its ending.
    pub range: TextRange,
    /// The value, trimmed; empty if there is none.
    pub value: TextRange,
}

/// The keys an attribute can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AttributeKey {
    /// `@id`: a name for the card that stays when its words change.
    Id,
    /// `@tags`: words separated by spaces or commas.
    Tags,
    /// `@source`: where the fact comes from.
    Source,
    /// `@hint`: shown before the answer.
    Hint,
    /// `@date`: when it happened, as EDTF.
    Date,
    /// `@reverse`: ask it in both directions; takes no value.
    Reverse,
}

impl AttributeKey {
    /// All keys, in the order of the specification.
    pub const ALL: [Self; 6] =
        [Self::Id, Self::Tags, Self::Source, Self::Hint, Self::Date, Self::Reverse];

    /// The key as it is written, without the `@`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Tags => "tags",
            Self::Source => "source",
            Self::Hint => "hint",
            Self::Date => "date",
            Self::Reverse => "reverse",
        }
    }

    /// The key of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }
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
    /// `---`.
    Separator,
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

/// What decides how a line is read besides the lines themselves: a few facts about what stands
/// above it. The state that [`Deck::reparse`] compares to know when it has caught up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Context(u8);

impl Context {
    /// Nothing but blank lines, comments and front matter stands above.
    pub(crate) const FILE_START: Self = Self(1);
    /// The deck has a title already.
    pub(crate) const TITLED: Self = Self(1 << 1);
    /// A card stands above.
    pub(crate) const CARD_ABOVE: Self = Self(1 << 2);
    /// The next line is the first of its block.
    pub(crate) const BLOCK_START: Self = Self(1 << 3);
    /// A one-line card stands directly above.
    pub(crate) const BELOW_ONE_LINE: Self = Self(1 << 4);
    /// The text's very first byte comes next.
    pub(crate) const FIRST_BYTE: Self = Self(1 << 5);

    /// What is known before the first line.
    pub(crate) fn start() -> Self {
        Self(Self::FILE_START.0 | Self::BLOCK_START.0 | Self::FIRST_BYTE.0)
    }

    pub(crate) fn has(self, fact: Self) -> bool {
        self.0 & fact.0 != 0
    }

    pub(crate) fn set(&mut self, fact: Self, value: bool) {
        if value {
            self.0 |= fact.0;
        } else {
            self.0 &= !fact.0;
        }
    }

    /// Whether a card stands above in the file.
    pub fn card_above(self) -> bool {
        self.has(Self::CARD_ABOVE)
    }

    /// Whether the item starts on the first line of its block.
    pub fn block_start(self) -> bool {
        self.has(Self::BLOCK_START)
    }
}

/// A card with its place in the deck.
#[derive(Debug, Clone, Copy)]
pub struct CardRef<'d> {
    /// The index of its item in the deck.
    pub index: usize,
    /// Where its item starts in the text.
    pub start: TextSize,
    /// Its item.
    pub item: &'d Item,
    /// The card itself.
    pub card: &'d Card,
}

impl Deck {
    /// The dialect the text was read in.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// How long the text is, in bytes.
    pub fn len(&self) -> TextSize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// Whether the text was empty.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The items in order.
    pub fn items(&self) -> &[Arc<Item>] {
        &self.items
    }

    /// Where item `index` starts in the text; for the number of items, where the text ends.
    ///
    /// # Panics
    /// If there are fewer items than `index`.
    pub fn start(&self, index: usize) -> TextSize {
        self.starts[index]
    }

    /// The items with where they start.
    pub fn items_at(&self) -> impl Iterator<Item = (TextSize, &Item)> + '_ {
        self.starts.iter().copied().zip(self.items.iter().map(AsRef::as_ref))
    }

    /// The index of the item in which byte offset `at` lies; the last one for the text's end.
    pub fn item_at(&self, at: TextSize) -> Option<usize> {
        let last = self.items.len().checked_sub(1)?;
        Some((self.starts.partition_point(|&start| start <= at).saturating_sub(1)).min(last))
    }

    /// The cards in order.
    pub fn cards(&self) -> impl Iterator<Item = CardRef<'_>> + '_ {
        self.items_at().enumerate().filter_map(|(index, (start, item))| {
            item.card().map(|card| CardRef { index, start, item, card })
        })
    }

    /// The front matter, if the deck has any, and where its item starts.
    pub fn front_matter(&self) -> Option<(TextSize, &FrontMatter)> {
        self.items_at().find_map(|(start, item)| match &item.kind {
            ItemKind::FrontMatter(front_matter) => Some((start, front_matter.as_ref())),
            _ => None,
        })
    }

    /// The ranges of all lines, line endings included, with what they are. Laid end to end they
    /// are the text.
    pub fn lines(&self) -> impl Iterator<Item = (TextRange, LineKind)> + '_ {
        self.items_at()
            .flat_map(|(start, item)| item.lines().map(move |(range, kind)| (range + start, kind)))
    }

    /// All syntax errors with where they are in the text.
    pub fn errors(&self) -> impl Iterator<Item = (TextRange, &SyntaxError)> + '_ {
        self.items_at().flat_map(|(start, item)| {
            item.errors.iter().map(move |error| (error.range + start, error))
        })
    }
}
