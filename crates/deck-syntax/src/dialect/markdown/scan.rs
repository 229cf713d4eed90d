//! Lines on which, or from which on, marks mean nothing: blank lines, fences, display mathematics.

use memchr::{memchr3, memmem};

use super::Scanner;
use super::line::{is_blank, words_start};
use super::span::code_end;
use crate::deck::{Context, LineKind};
use crate::error::SyntaxErrorKind;
use crate::text::RawLine;

impl Scanner<'_> {
    /// Reads blank lines and comment lines, to whichever item they fall; returns where they end.
    pub(crate) fn skip_transparent(&mut self, mut at: usize) -> usize {
        while at < self.text.len() {
            let line = self.line(at);
            if is_blank(line.of(self.text)) {
                self.push(line, LineKind::Blank);
                self.context.set(Context::BLOCK_START, true);
                self.context.set(Context::BELOW_ONE_LINE, false);
                at = line.next;
            } else if let Some(comments) = self.comment_lines(line) {
                at = self.read_comment_lines(line, &comments);
            } else {
                break;
            }
        }
        at
    }

    /// Reads a line of text whose content starts at `from`, with what it opens: a fence, display
    /// mathematics or a comment may reach over further lines. All become `kind`; returns where the
    /// next line starts.
    pub(crate) fn text_line(&mut self, line: RawLine, from: usize, kind: LineKind) -> usize {
        let next = match self.leading_comments(line) {
            Some(comments) => {
                let last = self.read_leading_comments(line, &comments);
                self.words_line(last, from.max(comments.end), kind, last != line)
            }
            None => self.words_line(line, from, kind, false),
        };
        self.in_block();
        next
    }

    /// `continued` says that a comment from above ends on this line.
    fn words_line(&mut self, line: RawLine, from: usize, kind: LineKind, continued: bool) -> usize {
        let words = from + words_start(&self.text[from..line.end]);
        match fence_at(&self.text[words..line.end]) {
            Some(fence) if !continued => self.fence(line, words, fence, kind),
            _ => self.inline(line, words, kind, continued),
        }
    }

    fn fence(&mut self, opening: RawLine, at: usize, fence: Fence, kind: LineKind) -> usize {
        self.push_verbatim(opening, kind);
        let mut next = opening.next;
        while next < self.text.len() {
            let line = self.line(next);
            self.push_verbatim(line, kind);
            next = line.next;
            if fence.is_closed_by(line.of(self.text)) {
                return next;
            }
        }
        self.error(SyntaxErrorKind::UnclosedFence, at, opening.end);
        next
    }

    /// Reads the rest of a line, and the lines over which a comment or formula on it reaches.
    fn inline(&mut self, first: RawLine, words: usize, kind: LineKind, continued: bool) -> usize {
        let bytes = self.text.as_bytes();
        let mut line = first;
        let mut at = words;
        self.push_line(line, kind, continued);
        while let Some(found) = memchr3(b'<', b'$', b'`', &bytes[at..line.end]) {
            let start = at + found;
            if start > words && bytes[start - 1] == b'\\' {
                at = start + 1;
                continue;
            }
            at = match bytes[start] {
                b'`' => code_end(&bytes[..line.end], start).unwrap_or_else(|| {
                    start + bytes[start..line.end].iter().take_while(|&&b| b == b'`').count()
                }),
                b'<' => self.inline_comment(start, &mut line, kind),
                _ => self.inline_math(start, words, &mut line, kind),
            };
        }
        line.next
    }

    /// `$$` opens display mathematics at the start or the end of a line's words, up to the next
    /// `$$` in its block; elsewhere only if it is closed on its line.
    fn inline_math(
        &mut self,
        start: usize,
        words: usize,
        line: &mut RawLine,
        kind: LineKind,
    ) -> usize {
        let rest = &self.text[start..line.end];
        let inner = start + 2;
        if !rest.starts_with("$$") {
            return start + 1;
        }
        if let Some(found) = memmem::find(&rest.as_bytes()[2..], b"$$") {
            return inner + found + 2;
        }
        let at_start = start == words;
        if !at_start && !is_blank(&rest[2..]) {
            return inner;
        }
        let Ok(end) = self.find_in_block(*line, inner, b"$$") else {
            if at_start {
                self.error(SyntaxErrorKind::UnclosedMath, start, inner);
            }
            return inner;
        };
        if let Some(first) = self.lines.last_mut().filter(|_| at_start) {
            first.verbatim = true;
        }
        self.advance_to(end, line, kind);
        end
    }

    /// Where `needle` ends after `from`, if that is before the block of `line` ends or a label
    /// comes; else where that is.
    pub(crate) fn find_in_block(
        &mut self,
        mut line: RawLine,
        mut from: usize,
        needle: &[u8],
    ) -> Result<usize, usize> {
        loop {
            if let Some(found) = memmem::find(&self.text.as_bytes()[from..line.end], needle) {
                return Ok(from + found + needle.len());
            }
            if line.next >= self.text.len() {
                return Err(line.next);
            }
            line = self.line(line.next);
            let content = line.of(self.text);
            if is_blank(content) || (self.is_label)(content) {
                return Err(line.start);
            }
            from = line.start;
        }
    }

    /// Pushes the lines below `line` up to the one on which `end` lies, and makes that the line.
    pub(crate) fn advance_to(&mut self, end: usize, line: &mut RawLine, kind: LineKind) {
        while line.end < end && line.next < self.text.len() {
            *line = self.line(line.next);
            self.push_verbatim(*line, kind);
        }
    }
}

/// An opening code fence.
#[derive(Clone, Copy)]
pub(crate) struct Fence {
    mark: u8,
    length: usize,
}

/// The fence that `words` open: three or more backticks or tildes. Backticks with another one
/// behind them are a code span.
pub(crate) fn fence_at(words: &str) -> Option<Fence> {
    let mark = *words.as_bytes().first()?;
    if !matches!(mark, b'`' | b'~') {
        return None;
    }
    let length = words.bytes().take_while(|&b| b == mark).count();
    let is_span = mark == b'`' && words[length..].contains('`');
    (length >= 3 && !is_span).then_some(Fence { mark, length })
}

impl Fence {
    fn is_closed_by(self, line: &str) -> bool {
        let words = line.trim();
        words.len() >= self.length && words.bytes().all(|b| b == self.mark)
    }
}
