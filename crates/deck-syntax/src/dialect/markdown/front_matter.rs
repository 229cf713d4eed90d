//! Front matter: what stands between two `---` lines at the very start of the text.

use super::Scanner;
use super::line::{self, is_blank};
use crate::deck::{ItemKind, LineKind};
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::front_matter::{FrontMatter, could_open};
use crate::text::RawLine;

impl Scanner<'_> {
    /// The front matter: a mapping between two `---` lines at the very start of the text.
    pub(crate) fn front_matter(&mut self, at: usize) -> Option<ItemKind> {
        let first = self.line(at);
        let start = self.column_0(first);
        if !is_fence(&self.text[start..first.end]) || !self.mapping_follows(first.next) {
            return None;
        }
        let Some(last) = self.closing_fence(first.next) else {
            let why = "nothing closes it: put a line `---` below it";
            self.error(SyntaxErrorKind::InvalidFrontMatter(why.into()), start, first.end);
            return None;
        };
        let body = &self.text[first.next..last.start];
        let (front_matter, failure) = FrontMatter::parse(body, self.relative(first.next));
        if let Some((said, range)) = failure {
            let kind = SyntaxErrorKind::InvalidFrontMatter(said.into());
            self.errors.push(SyntaxError { kind, range });
        }
        let mut next = at;
        while next < last.next {
            let line = self.line(next);
            self.push(line, LineKind::FrontMatter);
            next = line.next;
        }
        self.start_block(next);
        Some(ItemKind::FrontMatter(Box::new(front_matter)))
    }

    fn mapping_follows(&mut self, mut at: usize) -> bool {
        while at < self.text.len() {
            let line = self.line(at);
            let content = line.of(self.text);
            if !is_blank(content) {
                return is_fence(content) || (could_open(content) && !(self.is_label)(content));
            }
            at = line.next;
        }
        false
    }

    fn closing_fence(&mut self, mut at: usize) -> Option<RawLine> {
        while at < self.text.len() {
            let line = self.line(at);
            if is_fence(line.of(self.text)) {
                return Some(line);
            }
            at = line.next;
        }
        None
    }
}

/// Front matter has exactly three hyphens; longer rules are rules.
fn is_fence(content: &str) -> bool {
    line::is_separator(content) && content.trim_end().len() == 3
}
