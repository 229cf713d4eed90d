//! An item's lines as the formatter sees them.

use crate::deck::{Item, LineKind};
use crate::dialect::markdown::line::words_start;

/// A line and what may be done with it. Offsets are the text's.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    /// Where the line starts, or the byte order mark before it ends.
    pub(super) start: usize,
    /// Where its content ends.
    pub(super) end: usize,
    /// What it ends in; nothing on a file's last line, perhaps.
    pub(super) ending: &'t str,
    /// Where the next line starts.
    pub(super) next: usize,
    /// The line from its first column on, without its ending.
    pub(super) content: &'t str,
    pub(super) kind: LineKind,
    /// Code, mathematics, a comment, HTML or front matter: nothing but its ending is touched.
    pub(super) is_fixed: bool,
    /// Something that is fixed begins on the line and reaches over its end.
    pub(super) opens_fixed: bool,
    /// What becomes of it.
    pub(super) fate: Fate,
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stays.
    Stays,
    /// It stays as a line with nothing on it.
    Empty,
    /// It is taken away.
    Gone,
}

impl Row<'_> {
    /// Whether the line holds nothing but spaces and tabs. One with characters that cannot be seen
    /// is blank too, but not ours to take away.
    pub(super) fn is_empty(&self) -> bool {
        self.kind == LineKind::Blank
            && !self.is_fixed
            && self.content.bytes().all(|b| matches!(b, b' ' | b'\t'))
    }

    /// How far the line's first visible character is from the margin, tabs reaching to the next
    /// fourth column.
    pub(super) fn columns(&self) -> usize {
        columns(self.content, 0)
    }
}

/// The column that spaces and tabs at the start of `text` lead to, from column `from` on.
pub(super) fn columns(text: &str, from: usize) -> usize {
    let blanks = text.bytes().take_while(|b| matches!(b, b' ' | b'\t'));
    blanks.fold(from, |column, b| if b == b'\t' { column / 4 * 4 + 4 } else { column + 1 })
}

/// Reads the lines of an item that starts at `start` into `rows`.
pub(super) fn read<'t>(item: &Item, start: usize, text: &'t str, rows: &mut Vec<Row<'t>>) {
    rows.clear();
    let mut at = start;
    for line in &item.lines {
        let next = start + usize::from(line.end);
        rows.push(row(text, at, next, line.kind, line.verbatim));
        at = next;
    }
    for index in 1..rows.len() {
        let below = rows[index];
        // A fence or a formula that begins on the line below begins there.
        let begins = starts_with_any(below.content, &["```", "~~~", "$$", "<!--", "%%"]);
        rows[index - 1].opens_fixed = below.is_fixed && below.kind != LineKind::Comment && !begins;
    }
    fix_html(rows);
}

fn row(text: &str, at: usize, next: usize, kind: LineKind, verbatim: bool) -> Row<'_> {
    let whole = &text[at..next];
    let content = whole.strip_suffix('\n').unwrap_or(whole);
    let content = content.strip_suffix('\r').unwrap_or(content);
    let end = at + content.len();
    let bom = if at == 0 && content.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    Row {
        start: at + bom,
        end,
        ending: &text[end..next],
        next,
        content: &content[bom..],
        kind,
        is_fixed: verbatim || matches!(kind, LineKind::FrontMatter | LineKind::Comment),
        opens_fixed: false,
        fate: Fate::Stays,
    }
}

fn starts_with_any(content: &str, marks: &[&str]) -> bool {
    let words = &content[words_start(content)..];
    marks.iter().any(|mark| words.starts_with(mark))
}

/// Fixes blocks of HTML: they end at a blank line, those that keep their white space at their tag.
fn fix_html(rows: &mut [Row<'_>]) {
    const KEEPING: [&str; 4] = ["pre", "script", "style", "textarea"];
    let mut open: Option<Option<&str>> = None;
    for row in rows.iter_mut() {
        let ended_above = open == Some(None) && row.kind == LineKind::Blank;
        if ended_above || row.kind == LineKind::Separator {
            open = None;
        }
        if open.is_none() && !row.is_fixed {
            let words = &row.content[words_start(row.content)..];
            let tag = words.strip_prefix('<').filter(|rest| {
                rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
            });
            open = tag.map(|tag| KEEPING.into_iter().find(|name| starts_with_name(tag, name)));
        }
        row.is_fixed |= open.is_some();
        if let Some(Some(name)) = open
            && closes(row.content, name)
        {
            open = Some(None);
        }
    }
}

fn starts_with_name(tag: &str, name: &str) -> bool {
    tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

fn closes(content: &str, name: &str) -> bool {
    content.split("</").skip(1).any(|rest| starts_with_name(rest, name))
}
