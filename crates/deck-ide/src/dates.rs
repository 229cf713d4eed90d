//! The dates of a card as they stand in its file: with the years that the question and the heading
//! above lend them.

use deck_dates::{Confidence, Context, Mention, Provenance, Unit, Value, calendar, find};
use deck_lint::dates::{SideCx, mentions};
use deck_lint::{ItemCx, SourceFile};
use deck_syntax::{ItemKind, TextRange};

/// A date and where its year comes from.
#[derive(Debug, Clone)]
pub(crate) struct Dated {
    /// The date. Ranges are relative to its item.
    pub(crate) mention: Mention,
    /// Who lends a year to those of its parts that take one from outside their side.
    pub(crate) lender: Lender,
}

/// What lends a year to a date from outside the side it is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lender {
    Question,
    Heading,
}

/// Reads the dates of a file's cards, one after the other.
pub(crate) struct Dates {
    html: bool,
    /// What the file says of all its dates.
    file: Context,
    /// The same, with the year that the heading above lends.
    below_heading: Context,
}

impl Dates {
    /// What is known at item `index` of a file.
    pub(crate) fn at(file: &SourceFile, index: usize) -> Self {
        let context = SideCx::of(&file.deck, file.html).dates;
        let mut dates = Self { html: file.html, file: context.clone(), below_heading: context };
        let above = file.deck.items()[..index].iter();
        let heading = above.rev().position(|item| matches!(item.kind, ItemKind::Section { .. }));
        if let Some(distance) = heading {
            dates.pass(&file.item(index - 1 - distance));
        }
        dates
    }

    /// Goes past an item: a heading with a year lends it to the cards below.
    pub(crate) fn pass(&mut self, cx: &ItemCx<'_>) {
        if let ItemKind::Section { text, .. } = cx.item.kind {
            let in_force = in_force(&find(&cx.text[text], &self.file));
            self.below_heading = Context { in_force, ..self.file.clone() };
        }
    }

    /// The dates of a card in the order in which they stand.
    pub(crate) fn of_card(&self, cx: &ItemCx<'_>) -> Vec<Dated> {
        let Some(card) = cx.card() else { return Vec::new() };
        let mut found = self.on_side(cx, card.front, &self.below_heading, Lender::Heading);
        if let Some(back) = card.back {
            let asked = in_force(found.iter().map(|dated| &dated.mention));
            let lender = if asked.is_some() { Lender::Question } else { Lender::Heading };
            let in_force = asked.or(self.below_heading.in_force);
            let context = Context { in_force, ..self.file.clone() };
            found.extend(self.on_side(cx, back, &context, lender));
        }
        found.sort_by_key(|dated| dated.mention.range.start());
        found
    }

    fn on_side(
        &self,
        cx: &ItemCx<'_>,
        side: TextRange,
        dates: &Context,
        lender: Lender,
    ) -> Vec<Dated> {
        let sides = SideCx { html: self.html, dates: dates.clone() };
        let found = mentions(cx.item, cx.text, side, &sides).into_iter();
        let likely = found.filter(|mention| mention.confidence > Confidence::Low);
        likely.map(|mention| Dated { mention, lender }).collect()
    }
}

/// The year, and the month if there is one, that the last date with a year leaves behind.
fn in_force<'m>(mentions: impl IntoIterator<Item = &'m Mention>) -> Option<(i32, Option<u8>)> {
    let sure = |it: &&Mention| it.is_explicit() && it.confidence > Confidence::Low;
    let last = mentions.into_iter().filter(sure).last()?.points().last()?;
    let interval = last.interval.filter(|_| last.granularity <= Unit::Year)?;
    let (year, _, _) = calendar::to_gregorian(interval.first);
    Some((year, last.value.and_then(Value::month)))
}

/// Whether the year of a date is not written at it.
pub(crate) fn is_lent(mention: &Mention) -> bool {
    !matches!(mention.provenance, Provenance::Explicit | Provenance::None)
}
