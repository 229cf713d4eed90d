//! What the parser reports of a text that does not mean what its author meant.

use text_size::TextRange;

/// Something in a deck that cannot be what its author meant, found while parsing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong.
    pub kind: SyntaxErrorKind,
    /// Where, relative to the start of the item that holds the error.
    pub range: TextRange,
}

/// The kinds of [`SyntaxError`]. Each is reported by the rule of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// A fence with no closing fence: the rest of the file is code.
    UnclosedFence,
    /// A comment with no `-->`. One that begins a line takes the rest of the file; one in mid-line
    /// with no `-->` in its block is read as text.
    UnclosedComment,
    /// `$$` with no second `$$` before the next blank line; it is read as text.
    UnclosedMath,
    /// `{{` with no `}}` in its card.
    UnclosedCloze,
    /// A deletion with nothing to hide, `{{}}` or `{{c1::}}`.
    EmptyCloze,
    /// A `C:` with no deletion; it is read as text.
    ClozeWithoutDeletion,
    /// An answer with no question: an `A:` with no open `Q:`, or a `::` with nothing before it.
    MissingQuestion,
    /// A question with no answer.
    MissingAnswer,
    /// A question line that ends a longer block, where it is text: of the answer above, or prose.
    QuestionInsideAnswer,
    /// An attribute whose value is missing, or that takes none and has one.
    AttributeValue,
    /// An attribute with no card above it that could own it.
    StrayAttribute,
    /// Front matter that is not a mapping its format can read; what its reader said.
    InvalidFrontMatter(Box<str>),
}

impl SyntaxErrorKind {
    /// The name of the rule that reports errors of this kind.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::UnclosedFence => "unclosed-fence",
            Self::UnclosedComment => "unclosed-comment",
            Self::UnclosedMath => "unclosed-math",
            Self::UnclosedCloze => "unclosed-cloze",
            Self::EmptyCloze => "empty-cloze",
            Self::ClozeWithoutDeletion => "cloze-without-deletion",
            Self::MissingQuestion => "missing-question",
            Self::MissingAnswer => "missing-answer",
            Self::QuestionInsideAnswer => "question-inside-answer",
            Self::AttributeValue | Self::StrayAttribute => "invalid-attribute",
            Self::InvalidFrontMatter(_) => "invalid-front-matter",
        }
    }
}
