//! Lines on which, or from which on, marks mean nothing: blank lines, comments, fences, display
//! mathematics.

use memchr::{memchr3, memmem};

use super::Parser;
use super::line::{is_blank, words_start};
use super::one_line::code_end;
use crate::deck::{Context, LineKind};
use crate::error::SyntaxErrorKind;
use crate::text::RawLine;

/// Lines that hold nothing but comments.
pub(super) struct CommentLines {
    /// Where the line after them starts.
    pub(super) next: usize,
    /// The comments.
    ranges: Vec<(usize, usize)>,
    /// Whether the last one is closed.
    closed: bool,
}

impl Parser<'_> {
    /// Reads blank lines and comment lines, to whichever item they fall; returns where they end.
    pub(super) fn skip_transparent(&mut self, mut at: usize) -> usize {
        while at < self.text.len() {
            let line = self.line(at);
            if is_blank(line.of(self.text)) {
                self.push(line, LineKind::Blank);
                self.context.set(Context::BLOCK_START, true);
                self.context.set(Context::BELOW_ONE_LINE, false);
                self.next_choice = None;
                at = line.next;
            } else if let Some(comment) = self.comment_lines(line) {
                at = self.read_comment_lines(line, comment);
            } else {
                break;
            }
        }
        at
    }

    /// The comment that starts `line`, if nothing but comments stands on its lines. A comment that
    /// is not closed takes the rest of the text.
    pub(super) fn comment_lines(&mut self, line: RawLine) -> Option<CommentLines> {
        let mut start = self.next_comment(line.start, line.end)?;
        let mut ranges = Vec::new();
        loop {
            let Some(end) = self.comment_end(start) else {
                let next = self.text.len();
                ranges.push((start, next));
                return Some(CommentLines { next, ranges, closed: false });
            };
            ranges.push((start, end));
            let last = RawLine::at(self.text, end);
            self.read = self.read.max(last.next);
            if is_blank(&self.text[end..last.end]) {
                return Some(CommentLines { next: last.next, ranges, closed: true });
            }
            start = self.next_comment(end, last.end)?;
        }
    }

    /// Where a comment starts, if it is the first thing to be seen in `from..end`.
    fn next_comment(&self, from: usize, end: usize) -> Option<usize> {
        let rest = &self.text[from..end];
        let trimmed = rest.trim_start();
        trimmed.starts_with("<!--").then(|| from + rest.len() - trimmed.len())
    }

    fn read_comment_lines(&mut self, first: RawLine, comment: CommentLines) -> usize {
        let mut line = first;
        loop {
            self.push_verbatim(line, LineKind::Comment);
            if line.next >= comment.next {
                break;
            }
            line = self.line(line.next);
        }
        if let (false, Some(&(start, _))) = (comment.closed, comment.ranges.last()) {
            let end = RawLine::at(self.text, start).end;
            self.error(SyntaxErrorKind::UnclosedComment, start, end);
        }
        for (start, end) in comment.ranges {
            let range = self.range(start, end);
            self.comments.push(range);
        }
        comment.next
    }

    /// Where the comment that starts at `start` ends.
    fn comment_end(&mut self, start: usize) -> Option<usize> {
        if self.no_comment_end.contains(&start) {
            return None;
        }
        let found = memmem::find(&self.text.as_bytes()[start + 4..], b"-->");
        if let Some(found) = found {
            let end = start + 4 + found + 3;
            self.read = self.read.max(end);
            return Some(end);
        }
        self.read = self.text.len();
        self.no_comment_end = start..self.text.len();
        None
    }

    /// Reads a line of text whose content starts at `from`, with what it opens: a fence, display
    /// mathematics or a comment may reach over further lines. All become `kind`; returns where the
    /// next line starts.
    pub(super) fn text_line(&mut self, line: RawLine, from: usize, kind: LineKind) -> usize {
        let words = from + words_start(&self.text[from..line.end]);
        let next = match fence_at(&self.text[words..line.end]) {
            Some(fence) => self.fence(line, words, fence, kind),
            None => self.inline(line, words, kind),
        };
        self.in_block();
        next
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
    fn inline(&mut self, first: RawLine, words: usize, kind: LineKind) -> usize {
        let bytes = self.text.as_bytes();
        let mut line = first;
        let mut at = words;
        let opens_math = bytes[words..line.end].starts_with(b"$$");
        self.lines.push(crate::deck::Line {
            end: self.relative(line.next),
            kind,
            verbatim: opens_math,
        });
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

    /// A comment in mid-line must end before the next blank line; else it is text.
    fn inline_comment(&mut self, start: usize, line: &mut RawLine, kind: LineKind) -> usize {
        if !self.text[start..line.end].starts_with("<!--") {
            return start + 1;
        }
        match self.find_in_block(*line, start + 4, b"-->", start) {
            Some(end) => {
                let range = self.range(start, end);
                self.comments.push(range);
                self.advance_to(end, line, kind);
                end
            }
            None => start + 4,
        }
    }

    /// `$$` opens display mathematics at the start or the end of a line's words, up to the next
    /// `$$` before a blank line; elsewhere only if it is closed on its line.
    fn inline_math(
        &mut self,
        start: usize,
        words: usize,
        line: &mut RawLine,
        kind: LineKind,
    ) -> usize {
        let bytes = self.text.as_bytes();
        let inner = start + 2;
        if !bytes[start..line.end].starts_with(b"$$") {
            return start + 1;
        }
        if let Some(found) = memmem::find(&bytes[inner..line.end], b"$$") {
            return inner + found + 2;
        }
        let at_start = start == words;
        if !at_start && !is_blank(&self.text[inner..line.end]) {
            return inner;
        }
        match self.find_in_block(*line, inner, b"$$", usize::MAX) {
            Some(end) => {
                self.advance_to(end, line, kind);
                end
            }
            None => {
                if at_start {
                    self.error(SyntaxErrorKind::UnclosedMath, start, inner);
                    if let Some(last) = self.lines.last_mut() {
                        last.verbatim = false;
                    }
                }
                inner
            }
        }
    }

    /// The end of `needle` after `from`, before the block of `line` ends. Remembers under `key`
    /// that there is none.
    fn find_in_block(
        &mut self,
        mut line: RawLine,
        mut from: usize,
        needle: &[u8],
        key: usize,
    ) -> Option<usize> {
        if self.no_comment_end.contains(&key) {
            return None;
        }
        loop {
            let rest = self.text.as_bytes().get(from..line.end).unwrap_or_default();
            if let Some(found) = memmem::find(rest, needle) {
                return Some(from + found + needle.len());
            }
            let below = (line.next < self.text.len()).then(|| self.line(line.next));
            match below {
                Some(below) if !is_blank(below.of(self.text)) => {
                    line = below;
                    from = line.start;
                }
                _ => {
                    self.no_comment_end = key..line.next.max(key);
                    return None;
                }
            }
        }
    }

    /// Pushes the lines below `line` up to the one on which `end` lies, and makes that the line.
    fn advance_to(&mut self, end: usize, line: &mut RawLine, kind: LineKind) {
        while line.end < end && line.next < self.text.len() {
            *line = self.line(line.next);
            self.push_verbatim(*line, kind);
        }
    }
}

/// An opening code fence.
struct Fence {
    mark: u8,
    length: usize,
}

/// The fence that `words` open: three or more backticks or tildes. Backticks with another one
/// behind them are a code span.
fn fence_at(words: &str) -> Option<Fence> {
    let mark = *words.as_bytes().first()?;
    if !matches!(mark, b'`' | b'~') {
        return None;
    }
    let length = words.bytes().take_while(|&b| b == mark).count();
    let is_span = mark == b'`' && words[length..].contains('`');
    (length >= 3 && !is_span).then_some(Fence { mark, length })
}

impl Fence {
    fn is_closed_by(&self, line: &str) -> bool {
        let words = line.trim();
        words.len() >= self.length && words.bytes().all(|b| b == self.mark)
    }
}
