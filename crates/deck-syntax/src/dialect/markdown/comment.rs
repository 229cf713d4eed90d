//! Comments: `<!-- … -->`.

use memchr::{memchr2, memmem};
use text_size::TextRange;

use super::Scanner;
use super::line::{is_blank, is_invisible, trim};
use super::span::code_end;
use crate::deck::LineKind;
use crate::error::SyntaxErrorKind;
use crate::text::RawLine;

const START: &str = "<!--";
const END: &[u8] = b"-->";

/// The comments that a line begins with, over however many lines they reach.
pub(crate) struct LeadingComments {
    ranges: Vec<(usize, usize)>,
    /// Where the last of them ends; the text's end if it is not closed.
    pub(crate) end: usize,
    /// The line on which that is.
    last: RawLine,
    closed: bool,
}

impl LeadingComments {
    /// Where the line below them starts.
    pub(crate) fn next(&self) -> usize {
        self.last.next
    }
}

impl Scanner<'_> {
    /// The comments that `line` begins with, if it does. Nothing but `-->` ends them, so that a
    /// whole card can be commented out; one that is not closed takes the rest of the text.
    pub(crate) fn leading_comments(&mut self, line: RawLine) -> Option<LeadingComments> {
        let mut start = comment_after(self.text, self.line_start(line), line.end)?;
        let mut ranges = Vec::new();
        loop {
            let closing = memmem::find(&self.text.as_bytes()[start + START.len()..], END);
            let end = closing.map_or(self.text.len(), |at| start + START.len() + at + END.len());
            let last = RawLine::at(self.text, end);
            self.read = self.read.max(last.next);
            ranges.push((start, end));
            match comment_after(self.text, end, last.end) {
                Some(next) => start = next,
                None => {
                    return Some(LeadingComments { ranges, end, last, closed: closing.is_some() });
                }
            }
        }
    }

    /// The comments that `line` begins with, if nothing else stands on their lines.
    pub(crate) fn comment_lines(&mut self, line: RawLine) -> Option<LeadingComments> {
        self.leading_comments(line).filter(|comments| is_blank(comments.last.of(self.text)))
    }

    /// Reads lines of nothing but comment; returns where the next line starts.
    pub(crate) fn read_comment_lines(
        &mut self,
        first: RawLine,
        comments: &LeadingComments,
    ) -> usize {
        let last = self.read_leading_comments(first, comments);
        if last.start < last.next {
            self.push_verbatim(last, LineKind::Comment);
        }
        last.next
    }

    /// Reads comments and the lines above the one on which they end; returns that line.
    pub(crate) fn read_leading_comments(
        &mut self,
        first: RawLine,
        comments: &LeadingComments,
    ) -> RawLine {
        let mut line = first;
        while line.end < comments.end {
            self.push_verbatim(line, LineKind::Comment);
            line = self.line(line.next);
        }
        for &(start, end) in &comments.ranges {
            let range = self.range(start, end);
            self.comments.push(range);
        }
        if let (false, Some(&(start, _))) = (comments.closed, comments.ranges.last()) {
            self.error(SyntaxErrorKind::UnclosedComment, start, start + START.len());
        }
        line
    }

    /// A comment in mid-line must end before the next blank line, so that typing its first half
    /// does not swallow the cards below; else it is text. Returns where to read on.
    pub(crate) fn inline_comment(
        &mut self,
        start: usize,
        line: &mut RawLine,
        kind: LineKind,
    ) -> usize {
        let inner = start + START.len();
        if !self.text[start..line.end].starts_with(START) {
            return start + 1;
        }
        if self.no_comment_end.contains(&start) {
            return inner;
        }
        match self.find_in_block(*line, inner, END) {
            Ok(end) => {
                let range = self.range(start, end);
                self.comments.push(range);
                self.advance_to(end, line, kind);
                end
            }
            Err(block_end) => {
                self.error(SyntaxErrorKind::UnclosedComment, start, inner);
                self.no_comment_end = start..block_end;
                inner
            }
        }
    }

    /// Reads the comments on a line that cannot reach over its end.
    pub(crate) fn comments_on(&mut self, line: RawLine) {
        let bytes = &self.text.as_bytes()[..line.end];
        let mut at = self.line_start(line);
        while let Some(found) = memchr2(b'<', b'`', &bytes[at..]) {
            let start = at + found;
            let rest = &bytes[start..];
            if start > line.start && bytes[start - 1] == b'\\' {
                at = start + 1;
            } else if rest[0] == b'`' {
                at = code_end(bytes, start).unwrap_or(line.end);
            } else if !rest.starts_with(START.as_bytes()) {
                at = start + 1;
            } else if let Some(end) = memmem::find(&rest[START.len()..], END) {
                at = start + START.len() + end + END.len();
                let range = self.range(start, at);
                self.comments.push(range);
            } else {
                self.error(SyntaxErrorKind::UnclosedComment, start, start + START.len());
                at = line.end;
            }
        }
    }

    /// `start..end` without white space and the comments that were read at its ends.
    pub(crate) fn words(&self, start: usize, end: usize) -> (usize, usize) {
        let (mut start, mut end) = trim(self.text, start, end);
        let absolute = |range: &TextRange| {
            (self.start + usize::from(range.start()), self.start + usize::from(range.end()))
        };
        let first = self.comments.partition_point(|comment| absolute(comment).0 < start);
        let inside = || self.comments[first..].iter().map(absolute);
        for (from, upto) in inside() {
            if from != start || upto > end {
                break;
            }
            (start, end) = trim(self.text, upto, end);
        }
        let limit = end;
        for (from, upto) in inside().rev().skip_while(|&(from, _)| from >= limit) {
            if upto != end || from < start {
                break;
            }
            (start, end) = trim(self.text, start, from);
        }
        (start, end)
    }
}

/// Where a comment starts, if it is the first thing to be seen in `from..end`.
fn comment_after(text: &str, from: usize, end: usize) -> Option<usize> {
    let rest = &text[from..end];
    let trimmed = rest.trim_start_matches(is_invisible);
    trimmed.starts_with(START).then(|| from + rest.len() - trimmed.len())
}

/// The line without the comments it begins with and the spaces behind them: what its marks are
/// looked for in.
pub(crate) fn after_comments(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.strip_prefix(START)
        && let Some(at) = memmem::find(inner.as_bytes(), END)
    {
        rest = inner[at + END.len()..].trim_start_matches([' ', '\t']);
    }
    rest
}
