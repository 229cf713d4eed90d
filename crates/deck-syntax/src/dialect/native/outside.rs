//! What stands between cards: front matter, the title, headings, prose.

use super::Parser;
use super::card::Questions;
use super::label::label;
use super::one_line::separator;
use super::opener::attribute_key;
use super::question::is_question;
use crate::deck::{Context, ItemKind, LineKind};
use crate::dialect::markdown::line::{bullet, heading, is_blank, number};
use crate::text::RawLine;

impl Parser<'_> {
    /// A heading: the deck's title if it is the first of level 1 and no card stands above it.
    pub(super) fn heading(
        &mut self,
        line: RawLine,
        level: u8,
        (start, end): (usize, usize),
    ) -> ItemKind {
        let is_title = level == 1
            && !self.context.has(Context::TITLED)
            && !self.context.has(Context::CARD_ABOVE);
        self.mark_line(line, if is_title { LineKind::Title } else { LineKind::Section });
        let text = self.trimmed(start, end);
        self.start_block(line.next);
        if is_title {
            self.context.set(Context::TITLED, true);
            return ItemKind::Title { text };
        }
        ItemKind::Section { level, text }
    }

    /// Whether the first line of the file is the deck's title though it has no `#`: what comes
    /// next must be the start of a card, an attribute or a section.
    pub(super) fn is_bare_title(&mut self, line: RawLine) -> bool {
        let start = self.column_0(line);
        let content = &self.text[start..line.end];
        let plain = !content.starts_with([' ', '\t', '>', '|', '<', '`', '~', '$', '!'])
            && bullet(content).is_none()
            && number(content).is_none()
            && label(content).is_none();
        if !self.context.has(Context::FILE_START) || self.context.has(Context::TITLED) || !plain {
            return false;
        }
        let mut next = line.next;
        while next < self.text.len() {
            let below = self.line(next);
            let content = self.content(below);
            if is_blank(content) {
                next = below.next;
            } else if let Some(comments) = self.comment_lines(below) {
                next = comments.next();
            } else {
                return opens_something(content);
            }
        }
        false
    }

    pub(super) fn bare_title(&mut self, line: RawLine) -> ItemKind {
        let start = self.column_0(line);
        self.mark_line(line, LineKind::Title);
        let text = self.trimmed(start, line.end);
        self.context.set(Context::TITLED, true);
        self.context.set(Context::FILE_START, false);
        self.start_block(line.next);
        ItemKind::Title { text }
    }

    /// Lines that belong to no card.
    pub(super) fn prose(&mut self, first: RawLine) -> ItemKind {
        let mut line = first;
        loop {
            self.report_line(line, Questions::MayOpen);
            let start = self.column_0(line);
            let next = self.text_line(line, start, LineKind::Prose);
            let next = self.skip_transparent(next);
            if next >= self.text.len() {
                return ItemKind::Prose;
            }
            line = self.line(next);
            if self.opener(line).is_some() {
                return ItemKind::Prose;
            }
        }
    }
}

fn opens_something(content: &str) -> bool {
    is_question(content)
        || label(content).is_some()
        || (!content.starts_with([' ', '\t']) && separator(content).is_some())
        || attribute_key(content).is_some()
        || heading(content).is_some_and(|(level, ..)| level > 1)
}
