//! Blocks: the lines that are one card, or none.

use super::Parser;
use super::cloze::Deletions;
use super::mark::{self, InlineSeparator, inline_separator, is_line_separator, tag_of_note};
use super::text::Text;
use crate::deck::{Card, CardForm, Context, ItemKind, LineKind, Opening};
use crate::dialect::markdown::fence_at;
use crate::dialect::markdown::line::{heading, is_blank, trim, words_start};
use crate::dialect::markdown::take;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::text::RawLine;

/// A block while its lines are being read.
#[derive(Default)]
struct Block {
    front: Text,
    back: Text,
    /// The index among the item's lines of the line between the sides, and whether the card is
    /// asked in both directions.
    separator: Option<(usize, bool)>,
    deletions: Deletions,
}

impl Block {
    /// Whether what was read is a card already.
    fn is_card(&self) -> bool {
        self.separator.is_some() || !self.deletions.found.is_empty()
    }
}

impl Parser<'_> {
    /// The separator that makes a line a card of its own.
    pub(super) fn one_line_separator(&self, content: &str) -> Option<InlineSeparator> {
        inline_separator(content, self.settings)
    }

    /// `question::answer`.
    pub(super) fn one_line_card(&mut self, line: RawLine, separator: InlineSeparator) -> ItemKind {
        let (mut front, mut back) = (Text::default(), Text::default());
        let column = self.column_0(line);
        let (start, end) = (column + separator.start, column + separator.end);
        let first = self.beginning(line).min(start);
        let next = self.text_line(line, line.start, LineKind::FrontAndBack);
        self.block_name(line, next, end);
        front.add(self.words(first, start), self.behind_bullet(first, start));
        back.add(self.words(end, next), end);
        self.start_block(next);
        let form = CardForm::OneLine { both_ways: separator.both_ways };
        self.card(form, &front, &back, Deletions::default())
    }

    /// A run of lines: a card with a line between its sides, a cloze card, or prose.
    pub(super) fn block(&mut self, first: RawLine) -> ItemKind {
        let mut block = Block::default();
        let mut line = first;
        let mut next = self.block_line(line, &mut block);
        while let Some(below) = self.line_in_block(&mut next, &block) {
            line = below;
            next = self.block_line(line, &mut block);
        }
        let one_line_below = self.is_cut_off(next);
        if block.is_card() && !one_line_below {
            next = self.read_end_marker(next);
        }
        self.skip_transparent(next);
        if one_line_below || !block.is_card() { self.prose(block) } else { self.block_card(block) }
    }

    /// Reads a line of a block.
    fn block_line(&mut self, line: RawLine, block: &mut Block) -> usize {
        let content = self.content(line);
        if let Some(both_ways) = is_line_separator(content, self.settings)
            && block.separator.is_none()
        {
            self.mark_line(line, LineKind::Separator);
            self.in_block();
            if block.front.lines == 0 {
                let (start, end) = trim(self.text, self.column_0(line), line.end);
                self.error(SyntaxErrorKind::MissingQuestion, start, end);
            } else {
                block.separator = Some((self.lines.len() - 1, both_ways));
            }
            return line.next;
        }
        if mark::is_tag_line(content) {
            let tag = self.tag_line(line);
            self.attributes.push(tag);
            self.in_block();
            return line.next;
        }
        let start = if self.lines.is_empty() { self.beginning(line) } else { self.column_0(line) };
        let next = self.text_line(line, line.start, LineKind::Prose);
        self.block_name(line, next, start);
        if block.separator.is_none() && fence_at(&content[words_start(content)..]).is_none() {
            let base = self.relative(start);
            let first = block.deletions.read(&self.text[start..line.end], base, self.settings);
            // The line does not tell of a comment that reaches over its end.
            if let Some(comment) = self.comments.last().filter(|_| next > line.next) {
                block.deletions.drop_hidden(first, *comment);
            }
        }
        let side = if block.separator.is_some() { &mut block.back } else { &mut block.front };
        side.add(self.words(start, next), self.behind_bullet(start, line.end));
        next
    }

    /// The line at `next` if it belongs to the block; moves `next` over what may stand between.
    fn line_in_block(&mut self, next: &mut usize, block: &Block) -> Option<RawLine> {
        let marked_end = block.is_card() && !self.settings.end_marker.is_empty();
        while *next < self.text.len() {
            let line = self.line(*next);
            let content = self.content(line);
            if is_blank(line.of(self.text)) {
                if !marked_end {
                    return None;
                }
                self.push(line, LineKind::Blank);
                *next = line.next;
            } else if let Some(comments) = self.comment_lines(line) {
                *next = self.read_comment_lines(line, &comments);
            } else {
                let apart = mark::is_line(content, &self.settings.end_marker)
                    || self.one_line_separator(content).is_some()
                    || !marked_end && (mark::is_break(content) || heading(content).is_some());
                return (!apart).then_some(line);
            }
        }
        None
    }

    /// Whether a card on one line ends the block at `next`: the plugin drops what stands above it.
    fn is_cut_off(&mut self, next: usize) -> bool {
        if next >= self.text.len() {
            return false;
        }
        let line = self.line(next);
        let content = self.content(line);
        heading(content).is_none() && self.one_line_separator(content).is_some()
    }

    fn read_end_marker(&mut self, next: usize) -> usize {
        if next >= self.text.len() {
            return next;
        }
        let line = self.line(next);
        if !mark::is_line(self.content(line), &self.settings.end_marker) {
            return next;
        }
        self.mark_line(line, LineKind::Separator);
        line.next
    }

    fn prose(&mut self, block: Block) -> ItemKind {
        self.attributes.clear();
        for line in self.lines.iter_mut().filter(|line| line.kind == LineKind::Attribute) {
            line.kind = LineKind::Prose;
        }
        self.report(block.deletions.errors);
        ItemKind::Prose
    }

    fn block_card(&mut self, block: Block) -> ItemKind {
        let between = block.separator.map_or(usize::MAX, |(index, _)| index);
        for (index, line) in self.lines.iter_mut().enumerate() {
            if line.kind == LineKind::Prose {
                line.kind = if index < between { LineKind::Front } else { LineKind::Back };
            }
        }
        match block.separator {
            Some((_, both_ways)) => {
                let form = CardForm::Separated { both_ways };
                self.card(form, &block.front, &block.back, Deletions::default())
            }
            None => self.card(CardForm::Cloze, &block.front, &block.back, block.deletions),
        }
    }

    fn card(
        &mut self,
        form: CardForm,
        front: &Text,
        back: &Text,
        deletions: Deletions,
    ) -> ItemKind {
        let front = front.words().map(|(start, end)| self.range(start, end));
        let back = back.words().map(|(start, end)| self.range(start, end));
        match (front, back) {
            (None, _) => {
                let first = RawLine::at(self.text, self.start);
                let range = self.trimmed(self.start, first.end);
                self.errors.push(SyntaxError { kind: SyntaxErrorKind::MissingQuestion, range });
            }
            (Some(range), None) if form != CardForm::Cloze => {
                self.errors.push(SyntaxError { kind: SyntaxErrorKind::MissingAnswer, range });
            }
            _ => {}
        }
        self.report(deletions.errors);
        self.context.set(Context::CARD_ABOVE, true);
        ItemKind::Card(Card {
            form,
            front: front.unwrap_or_default(),
            back,
            opening: Opening::Block,
            extra: Box::default(),
            attributes: take(&mut self.attributes),
            deletions: deletions.found.into(),
        })
    }

    fn report(&mut self, errors: Vec<(SyntaxErrorKind, text_size::TextRange)>) {
        self.errors.extend(errors.into_iter().map(|(kind, range)| SyntaxError { kind, range }));
    }

    /// Where the words of a block's first line start: behind the marks of a heading and the tag
    /// that says to which deck the card belongs.
    fn beginning(&mut self, line: RawLine) -> usize {
        let mut start = self.column_0(line);
        if let Some((_, words, _)) = heading(&self.text[start..line.end]) {
            start += words;
        }
        let (words, _) = trim(self.text, start, line.end);
        match tag_of_note(&self.text[words..line.end], self.settings) {
            Some(length) => {
                let tag = self.tag(words, words + length);
                self.attributes.push(tag);
                words + length
            }
            None => start,
        }
    }

    fn behind_bullet(&self, start: usize, end: usize) -> usize {
        let (start, end) = trim(self.text, start, end);
        start + words_start(&self.text[start..end])
    }

    /// The name of a block at the line's end is no part of the card.
    fn block_name(&mut self, line: RawLine, next: usize, from: usize) {
        if next != line.next || self.lines.last().is_some_and(|last| last.verbatim) {
            return;
        }
        let content = mark::before_comments(&self.text[from..line.end]);
        if let Some(at) = mark::block_name(content) {
            let end = from + content.trim_end().len();
            let range = self.range(from + at, end);
            self.comments.push(range);
        }
    }
}
