//! The position at which something is typed.

use deck_lint::{FileId, ItemCx, SourceFile};
use deck_syntax::{Dialect, LineKind, TextRange, TextSize};

use super::{Completion, CompletionCx, CompletionKind, Insert};
use crate::at::{LineAt, clamp, item_at, line_kind};

/// Where something is typed, and what is known.
pub(super) struct At<'a> {
    pub(super) cx: &'a CompletionCx<'a>,
    pub(super) file: &'a SourceFile,
    pub(super) offset: TextSize,
    pub(super) line: LineAt<'a>,
    /// The index of the item, and the item; none in an empty file.
    pub(super) item: Option<(usize, ItemCx<'a>)>,
    /// What the line is; blank below the last one.
    pub(super) kind: LineKind,
    /// Whether the position is in code, in a comment or in a formula over lines.
    pub(super) is_verbatim: bool,
}

impl<'a> At<'a> {
    pub(super) fn new(cx: &'a CompletionCx<'a>, id: FileId, at: TextSize) -> Self {
        let file = cx.workspace.file(id);
        let at = clamp(&file.text, at);
        let line = LineAt::of(&file.text, at);
        let item = item_at(file, at);
        // Below the last line ending no line has begun.
        let below = line.before.is_empty() && usize::from(at) == file.text.len();
        let known = item.and_then(|(_, item)| line_kind(&item, at.checked_sub(item.start)?));
        let (kind, verbatim) = known.filter(|_| !below).unwrap_or((LineKind::Blank, false));
        let ticks = memchr::memchr_iter(b'`', line.before.as_bytes()).count();
        let is_code = file.deck.dialect() != Dialect::Anki && ticks % 2 == 1;
        let in_comment = item.is_some_and(|(_, item)| {
            item.item.comments.iter().any(|it| {
                let comment = *it + item.start;
                comment.contains(at) && at > comment.start()
            })
        });
        let is_verbatim = verbatim || is_code || in_comment;
        Self { cx, file, offset: at, line, item, kind, is_verbatim }
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.file.deck.dialect()
    }

    /// The range of what is typed already: `typed` stands before the position.
    pub(super) fn typed(&self, typed: &str) -> TextRange {
        TextRange::new(self.offset - TextSize::of(typed).min(self.offset), self.offset)
    }

    /// A proposal that stands in for `typed`. Smaller ranks come first.
    pub(super) fn propose(
        &self,
        (label, kind): (&str, CompletionKind),
        typed: &str,
        detail: impl Into<String>,
        rank: u32,
    ) -> Completion {
        Completion {
            label: label.to_owned(),
            kind,
            insert: Insert::Plain(label.to_owned()),
            range: self.typed(typed),
            detail: detail.into(),
            sort_key: format!("{rank:010} {label}"),
        }
    }
}

/// A rank by which the greater number comes first.
pub(super) fn most_first(uses: u32) -> u32 {
    u32::MAX - uses
}

/// Whether `word` starts with what is typed, in small letters or capitals.
pub(super) fn starts_with(word: &str, typed: &str) -> bool {
    let mut word = word.chars().flat_map(char::to_lowercase);
    typed.chars().flat_map(char::to_lowercase).all(|c| word.next() == Some(c))
}

/// "used once", "used 3 times"
pub(super) fn used(uses: u32) -> String {
    if uses == 1 { "used once".to_owned() } else { format!("used {uses} times") }
}

/// What stands at the end of `text` as long as `fits` says so.
pub(super) fn tail(text: &str, fits: impl Fn(char) -> bool) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| fits(*c)).last();
    start.map_or("", |(start, _)| &text[start..])
}
