//! What a date leaves unsaid, shown behind it: the year that it takes from elsewhere on its card.

use deck_dates::{Kind, Mention, Provenance, Value};
use deck_lint::{FileId, ItemCx, SourceFile, Workspace};
use deck_syntax::{TextRange, TextSize};

use crate::dates::{Dated, Dates, Lender, is_lent};
use crate::spot::clamp_range;
use crate::{sections, when};

/// Which hints are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InlayOptions {
    /// What dates leave unsaid.
    pub dates: bool,
    /// The numbers of the cards in their file.
    pub numbers: bool,
}

impl Default for InlayOptions {
    /// Dates, and no numbers.
    fn default() -> Self {
        Self { dates: true, numbers: false }
    }
}

/// Some words that are shown in a text and are not part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inlay {
    /// Before which byte they are shown.
    pub at: TextSize,
    /// The words, with the space that parts them from the text.
    pub label: String,
    /// What they are.
    pub kind: InlayKind,
    /// Why, in a sentence; may be empty.
    pub reason: String,
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InlayKind {
    /// The year of a date, or the date that is meant.
    Date,
    /// The number of a card.
    Number,
}

/// The hints in `range` of a file, in order. Looks at no card outside it.
pub fn inlay_hints(
    workspace: &Workspace,
    file: FileId,
    range: TextRange,
    options: InlayOptions,
) -> Vec<Inlay> {
    let file = workspace.file(file);
    let range = clamp_range(&file.text, range);
    let Some(first) = file.deck.item_at(range.start()) else { return Vec::new() };
    let mut number = if options.numbers { sections::cards_in(file, 0..first) } else { 0 };
    let mut dates = Dates::at(file, first);
    let mut hints = Vec::new();
    for cx in items_up_to(file, first, range.end()) {
        dates.pass(&cx);
        if cx.card().is_none() {
            continue;
        }
        number += 1;
        if options.numbers {
            hints.push(numbered(&cx, number));
        }
        if options.dates {
            hints.extend(dates.of_card(&cx).iter().flat_map(|dated| of_date(dated, &cx)));
        }
    }
    hints.retain(|hint| range.contains_inclusive(hint.at));
    hints
}

fn items_up_to(file: &SourceFile, first: usize, end: TextSize) -> impl Iterator<Item = ItemCx<'_>> {
    let indices = first..file.deck.items().len();
    let inside = move |index: &usize| *index == first || file.deck.start(*index) < end;
    indices.take_while(inside).map(|index| file.item(index))
}

fn numbered(cx: &ItemCx<'_>, number: usize) -> Inlay {
    let kind = InlayKind::Number;
    Inlay { at: cx.start, label: format!("{number}. "), kind, reason: String::new() }
}

fn of_date(dated: &Dated, cx: &ItemCx<'_>) -> Vec<Inlay> {
    let start = cx.start;
    let hint = |mention: &Mention| {
        let label = label(mention)?;
        let at = mention.range.end() + start;
        Some(Inlay { at, label, kind: InlayKind::Date, reason: reason(mention, dated.lender) })
    };
    dated.mention.points().iter().filter_map(hint).collect()
}

/// What a date leaves unsaid; `None` if that is nothing, or cannot be told.
fn label(mention: &Mention) -> Option<String> {
    if mention.kind == Kind::Relative {
        return Some(format!(" = {}", when::value(mention.value?)));
    }
    if mention.kind != Kind::Point || !is_lent(mention) {
        return None;
    }
    match mention.value? {
        value @ (Value::Day(..) | Value::Month(..) | Value::Season(..)) => {
            Some(format!(" {}", when::year(value.year()?)))
        }
        Value::Quarter(year, _) | Value::Half(year, _) => {
            Some(format!(" of {}", when::year(year?)))
        }
        // A year is written, be it in two digits.
        _ => None,
    }
}

/// Where the year of a date comes from, in a sentence without a full stop.
pub(crate) fn reason(mention: &Mention, lender: Lender) -> String {
    let from = match (mention.provenance, lender) {
        _ if mention.kind == Kind::Relative => return "counted from the date before it".to_owned(),
        (Provenance::Explicit, _) => return String::new(),
        (Provenance::None, _) => return "this card does not say in which year".to_owned(),
        (Provenance::Inherited, _) => "the other end of the range",
        (Provenance::Carried, _) => "a date before it on this card",
        (Provenance::Context, Lender::Question) => "the question",
        (Provenance::Context, Lender::Heading) => "the heading above",
    };
    format!("the year is taken from {from}")
}
