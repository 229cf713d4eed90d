//! Painting pieces of an item over each other, and what is seen in the end.

use std::collections::BinaryHeap;

use deck_lint::{ItemCx, ItemLine};
use deck_syntax::{LineKind, TextRange, TextSize};

use super::{Token, TokenKind, TokenModifiers};
use crate::spot::place_of;

/// Pieces in the order in which they are painted: a later one covers what is below it.
pub(super) struct Painter<'a> {
    text: &'a str,
    lines: Vec<ItemLine<'a>>,
    start: TextSize,
    strokes: Vec<Stroke>,
}

/// A piece on one line, relative to the item; one of no kind shows that there is nothing.
#[derive(Clone, Copy)]
struct Stroke {
    range: TextRange,
    paint: Option<(TokenKind, TokenModifiers)>,
}

impl<'a> Painter<'a> {
    pub(super) fn new(cx: &ItemCx<'a>) -> Self {
        Self { text: cx.text, lines: cx.lines().collect(), start: cx.start, strokes: Vec::new() }
    }

    /// Paints a range, which is relative to the item, on each of its lines. Code keeps the colours
    /// that its own language gives it.
    pub(super) fn paint(&mut self, range: TextRange, kind: TokenKind) {
        self.paint_with(range, kind, TokenModifiers::NONE);
    }

    pub(super) fn paint_with(
        &mut self,
        range: TextRange,
        kind: TokenKind,
        modifiers: TokenModifiers,
    ) {
        let first = self.lines.partition_point(|line| line.range().end() < range.start());
        let lines = self.lines[first..].iter().take_while(|line| line.start < range.end());
        for line in lines {
            if line.verbatim && kind != TokenKind::Comment {
                continue;
            }
            if let Some(part) = trimmed(line).intersect(range).filter(|part| !part.is_empty()) {
                self.strokes.push(Stroke { range: part, paint: Some((kind, modifiers)) });
            }
        }
    }

    /// Paints the lines of some kinds.
    pub(super) fn whole_lines(&mut self, kind: TokenKind, wanted: impl Fn(LineKind) -> bool) {
        let lines = self.lines.iter().filter(|line| wanted(line.kind) && !line.verbatim);
        let paint = Some((kind, TokenModifiers::NONE));
        self.strokes.extend(lines.map(|line| Stroke { range: trimmed(line), paint }));
    }

    /// Takes the paint off the lines of some kinds.
    pub(super) fn clear(&mut self, wanted: impl Fn(LineKind) -> bool) {
        let lines = self.lines.iter().filter(|line| wanted(line.kind));
        self.strokes.extend(lines.map(|line| Stroke { range: line.range(), paint: None }));
    }

    /// What is seen, in order, without the white space at its ends.
    pub(super) fn finish(self) -> impl Iterator<Item = Token> {
        let (text, start) = (self.text, self.start);
        seen(&self.strokes).into_iter().filter_map(move |(range, (kind, modifiers))| {
            let words = text[range].trim();
            let range = place_of(words, text) + start;
            (!words.is_empty()).then_some(Token { range, kind, modifiers })
        })
    }
}

/// A line without the white space at its ends.
fn trimmed(line: &ItemLine<'_>) -> TextRange {
    let words = line.content.trim();
    let start = line.content.len() - line.content.trim_start().len();
    line.part(start, start + words.len())
}

type Seen = (TextRange, (TokenKind, TokenModifiers));

/// Of each place the last stroke over it. Goes once along the item, with the strokes at each place
/// in a heap, so that many strokes over each other take no longer than they must.
fn seen(strokes: &[Stroke]) -> Vec<Seen> {
    let mut order: Vec<usize> = (0..strokes.len()).collect();
    order.sort_by_key(|&index| strokes[index].range.start());
    let mut edges: Vec<TextSize> =
        strokes.iter().flat_map(|it| [it.range.start(), it.range.end()]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut coming = order.into_iter().peekable();
    let mut here: BinaryHeap<usize> = BinaryHeap::new();
    let mut seen: Vec<(usize, Seen)> = Vec::new();
    for (&from, &upto) in edges.iter().zip(edges.iter().skip(1)) {
        while let Some(index) = coming.next_if(|&index| strokes[index].range.start() <= from) {
            here.push(index);
        }
        while here.peek().is_some_and(|&index| strokes[index].range.end() <= from) {
            here.pop();
        }
        let Some(&top) = here.peek() else { continue };
        let Some(paint) = strokes[top].paint else { continue };
        match seen.last_mut() {
            Some((last, (range, _))) if *last == top && range.end() == from => {
                *range = TextRange::new(range.start(), upto);
            }
            _ => seen.push((top, (TextRange::new(from, upto), paint))),
        }
    }
    seen.into_iter().map(|(_, seen)| seen).filter(|(range, _)| !range.is_empty()).collect()
}
