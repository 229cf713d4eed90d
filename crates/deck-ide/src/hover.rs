//! What is shown beside the pointer: the meaning of what it points at, else the card.

mod date;
mod named;
mod rule;
mod setting;

use deck_lint::{Diagnostic, FileId, SourceFile, Workspace};
use deck_syntax::{TextRange, TextSize};

use crate::card_at;
use crate::spot::Spot;

/// What is shown, and about what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// What it is about.
    pub range: TextRange,
    /// What is shown, as Markdown.
    pub markdown: String,
}

/// What a hover needs to know besides the file.
#[derive(Clone, Copy)]
pub struct HoverCx<'a> {
    /// The findings of the file, in any order.
    pub findings: &'a [Diagnostic],
    /// How many cards of the workspace have that name, from an index; where it is not known, those
    /// of the file are counted.
    pub uses: &'a dyn Fn(Use<'_>) -> Option<usize>,
}

/// A name whose uses are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Use<'a> {
    /// A tag, without its `#`.
    Tag(&'a str),
    /// An id.
    Id(&'a str),
}

/// What to show at a byte offset of a file: what a date, a tag, an id, a setting or a rule's name
/// means, else the card; and what the rules say that have found something there.
pub fn hover(
    workspace: &Workspace,
    file: FileId,
    offset: TextSize,
    cx: &HoverCx<'_>,
) -> Option<Hover> {
    let source = workspace.file(file);
    let spot = Spot::of(source, offset)?;
    let offset = spot.at + spot.cx.start;
    let meaning = rule::in_comment(&spot)
        .or_else(|| setting::meaning(&spot))
        .or_else(|| named::count(source, &spot, cx.uses))
        .or_else(|| date::meaning(source, &spot));
    let said = rule::said_at(cx.findings, offset);
    let shown = meaning
        .map(|hover| Hover { range: hover.range + spot.cx.start, ..hover })
        .or_else(|| card(workspace, source, file, offset));
    together(shown, said)
}

fn card(
    workspace: &Workspace,
    source: &SourceFile,
    file: FileId,
    offset: TextSize,
) -> Option<Hover> {
    let card = card_at(workspace, file, offset)?;
    let written = source.text[card.place.range].trim_end();
    let range = TextRange::at(card.place.range.start(), TextSize::of(written));
    // Below a card, on the blank lines that part it from the next, nothing is pointed at.
    range.contains_inclusive(offset).then(|| Hover { range, markdown: card.markdown() })
}

fn together(shown: Option<Hover>, said: Option<Hover>) -> Option<Hover> {
    match (shown, said) {
        (Some(shown), Some(said)) => {
            let markdown = format!("{}\n\n---\n\n{}", shown.markdown, said.markdown);
            Some(Hover { markdown, ..shown })
        }
        (shown, said) => shown.or(said),
    }
}
