//! What a line opens, given what stands above and below it.

use super::Parser;
use super::label::{Label, is_choice, label};
use super::one_line::separator;
use super::question::is_question;
use crate::deck::{AttributeKey, Context, Opening};
use crate::dialect::markdown::fence_at;
use crate::dialect::markdown::line::{self, is_blank};
use crate::text::RawLine;

/// What a line opens. Offsets are the text's.
#[derive(Clone, Copy)]
pub(super) enum Opener {
    /// A heading with these words.
    Heading { level: u8, text: (usize, usize) },
    /// `---`
    Separator,
    /// `@key`
    Attribute(AttributeKey),
    /// A question line that opens a card.
    Question(Opening),
    /// `Q:`, whose content starts here.
    Labelled(usize),
    /// `C:` with a deletion, whose content starts here.
    Cloze(usize),
    /// A one-line card with this separator.
    OneLine { start: usize, end: usize, both_ways: bool },
}

impl Parser<'_> {
    /// What `line` opens where any card may open.
    pub(super) fn opener(&mut self, line: RawLine) -> Option<Opener> {
        let at = self.column_0(line);
        let content = &self.text[at..line.end];
        if self.is_next_choice(content) || starts_verbatim(content) {
            return None;
        }
        self.structural_opener(line)
            .or_else(|| self.one_line_opener(at, content))
            .or_else(|| self.question_opener(line, content))
    }

    /// What `line` opens inside a card with labels, where question lines and one-line cards are
    /// text.
    pub(super) fn structural_opener(&mut self, line: RawLine) -> Option<Opener> {
        let at = self.column_0(line);
        let content = &self.text[at..line.end];
        match content.as_bytes().first()? {
            b'#' => self.heading_opener(at, content),
            b'-' => line::is_separator(content).then_some(Opener::Separator),
            b'@' => attribute_key(content).map(Opener::Attribute),
            _ if self.is_next_choice(content) => None,
            _ => match label(content)? {
                (Label::Question, length) => Some(Opener::Labelled(at + length)),
                (Label::Cloze, length) => {
                    self.opens_deletion(line, at + length).then_some(Opener::Cloze(at + length))
                }
                (Label::Answer, _) => None,
            },
        }
    }

    /// `#` is a heading only on the first line of a block: elsewhere it is a comment in somebody's
    /// shell script, or a number.
    fn heading_opener(&self, at: usize, content: &str) -> Option<Opener> {
        let (level, start, end) = line::heading(content)?;
        (level > 1 || self.context.block_start())
            .then_some(Opener::Heading { level, text: (at + start, at + end) })
    }

    fn one_line_opener(&self, at: usize, content: &str) -> Option<Opener> {
        if !self.context.block_start() && !self.context.has(Context::BELOW_ONE_LINE) {
            return None;
        }
        let found = separator(content).filter(|_| label(content).is_none())?;
        Some(Opener::OneLine {
            start: at + found.start,
            end: at + found.end,
            both_ways: found.both_ways,
        })
    }

    /// The one local rule: a question line opens a card when it is the first line of its block, or
    /// when another line stands directly below it.
    fn question_opener(&mut self, line: RawLine, content: &str) -> Option<Opener> {
        if !is_question(content) {
            return None;
        }
        if self.context.block_start() {
            return Some(Opener::Question(Opening::Block));
        }
        self.line_below(line.next).then_some(Opener::Question(Opening::MidBlock))
    }

    /// Whether a line stands directly below, at `next`; comments are looked through.
    fn line_below(&mut self, mut next: usize) -> bool {
        while next < self.text.len() {
            let line = self.line(next);
            if is_blank(line.of(self.text)) {
                return false;
            }
            match self.comment_lines(line) {
                Some(comments) => next = comments.next(),
                None => return true,
            }
        }
        false
    }

    /// Whether a `C:` whose content starts at `at` has a deletion before its block ends or the
    /// next label comes.
    fn opens_deletion(&mut self, first: RawLine, at: usize) -> bool {
        let mut line = RawLine { start: at, ..first };
        loop {
            if super::has_deletion(line.of(self.text)) {
                return true;
            }
            if line.next >= self.text.len() {
                return false;
            }
            line = self.line(line.next);
            let content = self.content(line);
            if is_blank(content) || label(content).is_some() {
                return false;
            }
        }
    }

    /// Whether `A:` on this line stands directly above `B:`, and so starts choices.
    pub(super) fn starts_choices(&mut self, line: RawLine) -> bool {
        if !is_choice(self.content(line), b'A') || line.next >= self.text.len() {
            return false;
        }
        let below = self.line(line.next);
        is_choice(self.content(below), b'B')
    }

    /// Whether `content` is the choice that comes next in a run of choices.
    pub(super) fn is_next_choice(&self, content: &str) -> bool {
        self.next_choice.is_some_and(|letter| is_choice(content, letter))
    }
}

/// Whether the line is indented, or begins with code or mathematics that reaches over its end: no
/// mark on it means anything.
pub(super) fn starts_verbatim(content: &str) -> bool {
    match content.as_bytes().first() {
        Some(b' ' | b'\t') => true,
        Some(b'`' | b'~') => fence_at(content).is_some(),
        Some(b'$') => content.strip_prefix("$$").is_some_and(|rest| !rest.contains("$$")),
        _ => false,
    }
}

/// The key of an attribute line. Any other `@word` is text.
pub(super) fn attribute_key(content: &str) -> Option<AttributeKey> {
    let rest = content.strip_prefix('@')?;
    let length = rest.find([' ', '\t']).unwrap_or(rest.len());
    AttributeKey::from_name(&rest[..length])
}
