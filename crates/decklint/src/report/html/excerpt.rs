//! The lines of a deck at which a finding stands, the place marked.

use std::io::{self, Write};
use std::ops::Range;

use deck_lint::SourceFile;
use deck_syntax::{TextRange, TextSize};

use crate::report::page::Verbatim;

/// No more lines than these are shown.
const LINES: usize = 3;
/// Of a long line, so many bytes before and behind the place.
const AROUND: usize = 120;

/// Writes the lines.
pub(super) fn lines(out: &mut dyn Write, file: &SourceFile, range: TextRange) -> io::Result<()> {
    let (first, _) = file.lines().line(range.start());
    let (last, _) = file.lines().line(range.end());
    // It may be too wide, and what scrolls must be reached by keys.
    write!(out, "<pre>")?;
    for number in first..=last.min(first + LINES - 1) {
        let Some(start) = file.lines().start(number) else { break };
        let next = file.lines().start(number + 1).unwrap_or(TextSize::of(&file.text));
        let content = file.text[TextRange::new(start, next)].trim_end_matches(['\n', '\r']);
        write!(out, "<span class=\"number\">{}</span>", number + 1)?;
        let start = usize::from(start);
        marked(out, &file.text, start..start + content.len(), range)?;
        writeln!(out)?;
    }
    if last >= first + LINES {
        writeln!(out, "<span class=\"number\">…</span>")?;
    }
    writeln!(out, "</pre>")
}

fn marked(out: &mut dyn Write, text: &str, line: Range<usize>, range: TextRange) -> io::Result<()> {
    let inside = |at: TextSize| usize::from(at).clamp(line.start, line.end);
    let (start, end) = (inside(range.start()), inside(range.end()));
    let end = text.floor_char_boundary(end.min(start + 4 * AROUND)).max(start);
    let left = text.ceil_char_boundary(start.saturating_sub(AROUND)).clamp(line.start, start);
    let right = text.floor_char_boundary(end + AROUND).clamp(end, line.end);
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    write!(out, "{}{}", cut(left > line.start), Verbatim(&text[left..start]))?;
    if start < end {
        write!(out, "<mark>{}</mark>", Verbatim(&text[start..end]))?;
    }
    write!(out, "{}{}", Verbatim(&text[end..right]), cut(right < line.end))
}
