//! What each piece of a deck is, for colouring it by its meaning.

mod delta;
mod paint;

use deck_dates::{Confidence, Kind};
use deck_lint::{FileId, ItemCx, SourceFile, Workspace};
use deck_syntax::{Attribute, AttributeKey, Card, ItemKind, LineKind, TextRange};

pub use delta::{Change, diff};

use crate::dates::is_lent;
use crate::spot::{clamp_range, size};
use crate::tagging;
use paint::Painter;

/// A piece of a line that means one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    /// Where it stands: within one line, its ending left out.
    pub range: TextRange,
    /// What it is.
    pub kind: TokenKind,
    /// What else is to be said of it.
    pub modifiers: TokenModifiers,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TokenKind {
    /// The title or a heading.
    Heading,
    /// A question, or a cloze text.
    Question,
    /// An answer.
    Answer,
    /// A further field of a note.
    Field,
    /// What a cloze hides.
    Cloze,
    /// What a cloze shows in its place.
    Hint,
    /// A date.
    Date,
    /// A tag.
    Tag,
    /// The key of an attribute, of a setting in front matter or in a header.
    Key,
    /// The value of one.
    Value,
    /// A comment.
    Comment,
    /// What stands alone on a line to part cards or sides: `---`, `?`.
    Separator,
    /// What marks a card or a side: `Q:`, `::`, `{{c1::`, a tab.
    Label,
}

impl TokenKind {
    /// All kinds, in the order of their declaration.
    pub const ALL: [Self; 13] = [
        Self::Heading,
        Self::Question,
        Self::Answer,
        Self::Field,
        Self::Cloze,
        Self::Hint,
        Self::Date,
        Self::Tag,
        Self::Key,
        Self::Value,
        Self::Comment,
        Self::Separator,
        Self::Label,
    ];
}

/// What else is to be said of a token: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TokenModifiers(pub u8);

impl TokenModifiers {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// A date whose year is written elsewhere.
    pub const LENT: Self = Self(1);
    /// A date that does not exist.
    pub const IMPOSSIBLE: Self = Self(1 << 1);
    /// An id: what names the card.
    pub const DEFINITION: Self = Self(1 << 2);

    /// Whether all of `other` are among these.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// The tokens of a file, or of the items that reach into `range`, in order and without overlaps.
pub fn semantic_tokens(
    workspace: &Workspace,
    file: FileId,
    range: Option<TextRange>,
) -> Vec<Token> {
    let file = workspace.file(file);
    let range = range.map(|range| clamp_range(&file.text, range));
    let first = range.and_then(|range| file.deck.item_at(range.start())).unwrap_or(0);
    let end = range.map_or(file.deck.len(), TextRange::end);
    let mut tokens = Vec::new();
    for index in first..file.deck.items().len() {
        if index > first && file.deck.start(index) >= end {
            break;
        }
        of_item(file, index, &mut tokens);
    }
    tokens
}

fn of_item(file: &SourceFile, index: usize, tokens: &mut Vec<Token>) {
    let cx = file.item(index);
    let mut painter = Painter::new(&cx);
    match &cx.item.kind {
        ItemKind::Card(card) => of_card(&cx, card, &mut painter),
        ItemKind::Title { .. } | ItemKind::Section { .. } => {
            painter.whole_lines(TokenKind::Heading, |kind| {
                matches!(kind, LineKind::Title | LineKind::Section)
            });
        }
        ItemKind::Separator => {
            painter.whole_lines(TokenKind::Separator, |kind| kind == LineKind::Separator);
        }
        ItemKind::FrontMatter(matter) => {
            for field in &matter.fields {
                painter.paint(field.key_range, TokenKind::Key);
                painter.paint(field.value_range, TokenKind::Value);
            }
            of_tags(&cx, &mut painter);
        }
        ItemKind::Header(header) => {
            painter.paint(header.key, TokenKind::Key);
            painter.paint(header.value, TokenKind::Value);
            of_tags(&cx, &mut painter);
        }
        ItemKind::Attribute(attribute) => {
            of_attribute(&cx, attribute, &mut painter);
            of_tags(&cx, &mut painter);
        }
        ItemKind::Blank | ItemKind::Prose => {}
    }
    for comment in &cx.item.comments {
        painter.paint(*comment, TokenKind::Comment);
    }
    tokens.extend(painter.finish());
}

fn of_card(cx: &ItemCx<'_>, card: &Card, painter: &mut Painter<'_>) {
    // What of these lines is no side marks one.
    painter.whole_lines(TokenKind::Label, |kind| {
        matches!(kind, LineKind::Front | LineKind::Back | LineKind::FrontAndBack)
    });
    painter.whole_lines(TokenKind::Separator, |kind| kind == LineKind::Separator);
    painter.paint(card.front, TokenKind::Question);
    if let Some(back) = card.back {
        painter.paint(back, TokenKind::Answer);
    }
    for field in &card.extra {
        painter.paint(*field, TokenKind::Field);
    }
    for deletion in &card.deletions {
        painter.paint(deletion.range, TokenKind::Label);
        painter.paint(deletion.text, TokenKind::Cloze);
        if let Some(hint) = deletion.hint {
            painter.paint(hint, TokenKind::Hint);
        }
    }
    of_dates(cx, painter);
    painter.clear(|kind| matches!(kind, LineKind::Attribute | LineKind::Comment));
    for attribute in &card.attributes {
        of_attribute(cx, attribute, painter);
    }
    of_tags(cx, painter);
}

/// The dates that the facts know already; to read them again would take longer than all the rest.
fn of_dates(cx: &ItemCx<'_>, painter: &mut Painter<'_>) {
    let Some(facts) = cx.facts else { return };
    let dates = facts.front_dates().iter().chain(facts.back_dates());
    let likely = dates.filter(|it| it.confidence > Confidence::Low && it.kind != Kind::Duration);
    for date in likely {
        let lent = if is_lent(date) { TokenModifiers::LENT } else { TokenModifiers::NONE };
        let modifiers = if date.impossible() { TokenModifiers::IMPOSSIBLE } else { lent };
        painter.paint_with(date.range, TokenKind::Date, modifiers);
    }
}

fn of_attribute(cx: &ItemCx<'_>, attribute: &Attribute, painter: &mut Painter<'_>) {
    let written = &cx.text[attribute.range];
    if written.starts_with('@') {
        let length = written.find(char::is_whitespace).unwrap_or(written.len());
        painter.paint(TextRange::at(attribute.range.start(), size(length)), TokenKind::Key);
    }
    match attribute.key {
        AttributeKey::Tags => {}
        AttributeKey::Date => painter.paint(attribute.value, TokenKind::Date),
        AttributeKey::Hint => painter.paint(attribute.value, TokenKind::Hint),
        AttributeKey::Id => {
            painter.paint_with(attribute.value, TokenKind::Value, TokenModifiers::DEFINITION);
        }
        AttributeKey::Source | AttributeKey::Reverse => {
            painter.paint(attribute.value, TokenKind::Value);
        }
    }
}

fn of_tags(cx: &ItemCx<'_>, painter: &mut Painter<'_>) {
    for name in tagging::names(cx) {
        if name.kind == tagging::NameKind::Tag {
            painter.paint(name.range, TokenKind::Tag);
        }
    }
}
