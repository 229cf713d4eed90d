//! A deck as miette shows it: only the lines around a place, nothing that could upset a terminal,
//! and of a very long line only the part around the place.

use std::borrow::Cow;

use deck_lint::SourceFile;
use deck_syntax::{RawLine, TextRange, TextSize};
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

/// Lines longer than this are cut.
const LONG: usize = 400;
/// How much of a long line is shown on either side of the place.
const AROUND: usize = 80;

/// A deck to be shown.
#[derive(Debug)]
pub(super) struct Source<'w> {
    pub(super) file: &'w SourceFile,
    pub(super) name: String,
    /// The text without what a terminal would obey, byte for byte as long as the deck.
    shown: Cow<'w, str>,
}

impl<'w> Source<'w> {
    pub(super) fn new(file: &'w SourceFile, name: String) -> Self {
        Self { file, name, shown: with_newlines(printable(&file.text)) }
    }
}

/// `text` with `\n` for every `\r` that ends a line by itself: miette knows no lines that end so.
fn with_newlines(text: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let ends = |(at, _): &(usize, &str)| bytes.get(at + 1) != Some(&b'\n');
    let alone: Vec<usize> = text.match_indices('\r').filter(ends).map(|(at, _)| at).collect();
    if alone.is_empty() {
        return text;
    }
    let mut text = text.into_owned();
    for at in alone {
        text.replace_range(at..=at, "\n");
    }
    Cow::Owned(text)
}

/// `text` with every control character but line endings and tabs replaced by as many `?`.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    let is_safe = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    // Characters that turn the direction of text around could show something that is not there.
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if text.chars().all(|c| is_safe(c) && !turns(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_safe(c) && !turns(c) {
            shown.push(c);
        } else {
            shown.extend(std::iter::repeat_n('?', c.len_utf8()));
        }
    }
    Cow::Owned(shown)
}

/// The part of a range that is underlined: its first line, and of that not more than can be shown.
pub(super) fn underlined(file: &SourceFile, range: TextRange) -> SourceSpan {
    let start = usize::from(range.start());
    // The line may be very long, and its end far away.
    let most = usize::from(range.end()).min(start + LONG);
    let shown = &file.text[..file.text.floor_char_boundary(most).max(start)];
    (start, RawLine::at(shown, start).end - start).into()
}

impl SourceCode for Source<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        if before == 0 && after == 0 {
            return Ok(Box::new(self.place(span)));
        }
        let table = self.file.lines();
        let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
        let (first, _) = table.line(size(span.offset()));
        let (last, _) = table.line(size(span.offset() + span.len()));
        let first = first.saturating_sub(before);
        let end_line = last + after + 1;
        let start = table.start(first).map_or(0, usize::from);
        let end = table.start(end_line).map_or(self.shown.len(), usize::from);
        let (start, end) = self.cut(span, start, end);
        let column = start - usize::from(table.line(size(start)).1);
        let (first, _) = table.line(size(start));
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            &self.shown.as_bytes()[start..end],
            (start, end - start).into(),
            first,
            column,
            last.saturating_sub(first) + 1,
        )))
    }
}

impl Source<'_> {
    /// The place alone: miette takes from it the line and column of its headline.
    fn place(&self, span: &SourceSpan) -> MietteSpanContents<'_> {
        let at = TextSize::new(u32::try_from(span.offset()).unwrap_or(u32::MAX));
        let (line, column) = self.file.line_column(at);
        let end = (span.offset() + span.len()).min(self.shown.len());
        let data = &self.shown.as_bytes()[span.offset()..end];
        MietteSpanContents::new_named(self.name.clone(), data, *span, line - 1, column - 1, 1)
    }

    /// Leaves out context that is too long to be read.
    fn cut(&self, span: &SourceSpan, start: usize, end: usize) -> (usize, usize) {
        let text = &*self.shown;
        let far_start = text.floor_char_boundary(span.offset().saturating_sub(AROUND));
        let far_end =
            text.ceil_char_boundary((span.offset() + span.len() + AROUND).min(text.len()));
        let start = if span.offset() - start > LONG { far_start } else { start };
        let end = if end.saturating_sub(span.offset() + span.len()) > LONG { far_end } else { end };
        (start, end.max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_end_in_a_carriage_return_are_lines() {
        let of = |text| with_newlines(Cow::Borrowed(text));
        assert_eq!(of("a\rb\r\rc\r"), "a\nb\n\nc\n");
        assert!(matches!(of("a\r\nb\n"), Cow::Borrowed(_)));
    }
}
