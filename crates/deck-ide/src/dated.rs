//! The dates on the cards of a workspace, each with its place in its file.

use deck_dates::{Confidence, Context, Mention, calendar, find};
use deck_lint::dates::{SideCx, mentions};
use deck_lint::{ItemCx, SourceFile};
use deck_syntax::{ItemKind, TextRange, TextSize};

/// Where on a card something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The question.
    Question,
    /// The answer.
    Answer,
    /// Not on a card: the file has none and is read as plain text.
    Text,
}

impl Side {
    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Text => "text",
        }
    }
}

/// A date, its place in its file, and the side of the card it is on.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The date; its ranges are relative to `start`.
    pub mention: Mention,
    /// Where the text begins in which it was found, as a byte offset into the file.
    pub start: TextSize,
    /// Where on a card it stands.
    pub side: Side,
}

impl Placed {
    /// Its place in the file.
    pub fn range(&self) -> TextRange {
        self.mention.range + self.start
    }
}

/// The dates of a file in their order: those on its cards, or, where it has none, all.
pub fn dates_of_file(file: &SourceFile) -> Vec<Placed> {
    let mut context = context(file);
    if file.card_count() == 0 {
        return placed(&file.text, TextSize::new(0), Side::Text, &context);
    }
    let mut found = Vec::new();
    for index in 0..file.deck.items().len() {
        let item = file.item(index);
        if let ItemKind::Section { text, .. } = &item.item.kind {
            context = below_heading(&item.text[*text], &context);
        }
        found.extend(of_card(&item, &context));
    }
    found
}

/// A heading with a year lends it to the dates below that have none.
pub(crate) fn below_heading(heading: &str, context: &Context) -> Context {
    Context { in_force: in_force(&find(heading, context)), ..context.clone() }
}

/// What a file says about its dates besides them: as the rules take it.
pub(crate) fn context(file: &SourceFile) -> Context {
    SideCx::of(&file.deck, file.html).dates
}

/// The dates of the card in an item; those without a year in the answer take that of the question.
pub(crate) fn of_card(item: &ItemCx<'_>, context: &Context) -> Vec<Placed> {
    let Some(card) = item.card() else { return Vec::new() };
    let mut found = on_side(item, card.front, Side::Question, context);
    if let Some(back) = card.back {
        let year = in_force(found.iter().map(|placed| &placed.mention));
        let context = Context { in_force: year.or(context.in_force), ..context.clone() };
        found.extend(on_side(item, back, Side::Answer, &context));
    }
    found.sort_by_key(|placed| placed.range().start());
    found
}

fn on_side(item: &ItemCx<'_>, side: TextRange, name: Side, context: &Context) -> Vec<Placed> {
    let cx = SideCx { html: item.file.html, dates: context.clone() };
    let mentions = mentions(item.item, item.text, side, &cx).into_iter();
    mentions.map(|mention| Placed { mention, start: item.start, side: name }).collect()
}

fn placed(text: &str, start: TextSize, side: Side, context: &Context) -> Vec<Placed> {
    let mentions = find(text, context).into_iter();
    mentions.map(|mention| Placed { mention, start, side }).collect()
}

/// The year, and the month if there is one, that the last explicit date leaves behind.
fn in_force<'m>(mentions: impl IntoIterator<Item = &'m Mention>) -> Option<(i32, Option<u8>)> {
    let mut sure = mentions.into_iter().filter(|mention| is_sure(mention)).collect::<Vec<_>>();
    let last = sure.pop()?.points().last()?;
    let is_long = last.granularity > deck_dates::Unit::Year;
    let (year, _, _) = calendar::to_gregorian(last.interval.filter(|_| !is_long)?.first);
    Some((year, last.value.and_then(deck_dates::Value::month)))
}

/// Whether a mention says by itself which time is meant, and is likely to be a date at all.
pub(crate) fn is_sure(mention: &Mention) -> bool {
    mention.is_explicit() && mention.confidence > Confidence::Low
}
