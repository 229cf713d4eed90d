//! A card and its parts.

use text_size::TextRange;

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
    /// Further fields of the same note, in order: what Anki text holds beside a question and an
    /// answer. They belong to neither side.
    pub extra: Box<[TextRange]>,
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
        matches!(
            self.form,
            CardForm::OneLine { both_ways: true }
                | CardForm::Separated { both_ways: true }
                | CardForm::Row { both_ways: true }
                | CardForm::Term
        ) || self.attribute(AttributeKey::Reverse).is_some()
    }
}

/// How a card is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardForm {
    /// A line that ends in a question mark, and the answer below it.
    Question,
    /// `Q:` and `A:`.
    Labelled,
    /// `T:` and `D:`, a term and its definition, asked in both directions.
    Term,
    /// `front :: back`, or `front ::: back` to be asked in both directions.
    OneLine {
        /// Written with `:::`.
        both_ways: bool,
    },
    /// A text with deletions.
    Cloze,
    /// A line of its own, `?` or `??`, between question and answer.
    Separated {
        /// Written with `??`.
        both_ways: bool,
    },
    /// A row of fields.
    Row {
        /// Its note type says so.
        both_ways: bool,
    },
    /// A heading, and the answer below it.
    Heading,
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
    /// With the marks around it, `{{` and `}}` or the like.
    pub range: TextRange,
    /// The number in `c1::`, if there is one.
    pub number: Option<u32>,
    /// What is hidden.
    pub text: TextRange,
    /// What is shown in its place, if given.
    pub hint: Option<TextRange>,
}

/// An `@key value` line, or what says the same in another dialect: a tag, a column of tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute {
    /// Which.
    pub key: AttributeKey,
    /// All of it: a whole line, without its ending, or the tag or field.
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
