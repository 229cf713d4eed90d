//! A document that is open in the editor.

use std::path::PathBuf;

use deck_lint::FileId;
use deck_syntax::{Dialect, TextRange, TextSize};
use ropey::Rope;
use tower_lsp::ls_types::{Diagnostic, SemanticTokens, TextDocumentContentChangeEvent, Uri};

use crate::convert::{Encoding, Lines, Positions};
use crate::root::RootId;

/// A document that is open in the editor.
pub(crate) struct Buffer {
    /// By what the editor calls it.
    pub(crate) uri: Uri,
    pub(crate) path: PathBuf,
    pub(crate) version: i32,
    pub(crate) rope: Rope,
    /// The dialect that was told last.
    pub(crate) dialect: Option<Dialect>,
    /// The file of a workspace whose text this is; `None` if it is no deck.
    pub(crate) home: Option<(RootId, FileId)>,
    /// What was published last.
    pub(crate) published: Option<Vec<Diagnostic>>,
    /// The tokens that were told last.
    pub(crate) tokens: Option<SemanticTokens>,
    /// Whether it has changed since it was last looked at what dialect it is in.
    pub(crate) is_changed: bool,
}

/// A replacement of bytes of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Replacement {
    pub(crate) range: TextRange,
    pub(crate) insert: String,
}

impl Buffer {
    /// Applies what the editor changed, one change after another, each to what the last left.
    pub(crate) fn change(
        &mut self,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) -> Vec<Replacement> {
        let mut replacements = Vec::with_capacity(changes.len());
        for change in changes {
            let replacement = match change.range {
                Some(range) => {
                    let positions = Positions { lines: Lines::Buffer(&self.rope), encoding };
                    Replacement { range: positions.text_range(range), insert: change.text }
                }
                None => difference(&self.rope, &change.text),
            };
            self.replace(&replacement);
            replacements.push(replacement);
        }
        replacements
    }

    fn replace(&mut self, Replacement { range, insert }: &Replacement) {
        let start = self.rope.byte_to_char(range.start().into());
        let end = self.rope.byte_to_char(range.end().into());
        self.rope.remove(start..end);
        self.rope.insert(start, insert);
        self.is_changed = true;
    }
}

/// What turns a text into another: the part between what both start and what both end with.
pub(crate) fn difference(old: &Rope, new: &str) -> Replacement {
    let shared = |old: &mut dyn Iterator<Item = u8>, new: &mut dyn Iterator<Item = u8>| {
        old.zip(new).take_while(|(old, new)| old == new).count()
    };
    let start = shared(&mut old.bytes(), &mut new.bytes());
    let start = new.floor_char_boundary(start);
    let longest = old.len_bytes().min(new.len()) - start;
    let mut from_end = old.bytes_at(old.len_bytes()).reversed();
    let end = shared(&mut from_end, &mut new.bytes().rev()).min(longest);
    let end = new.len() - new.ceil_char_boundary(new.len() - end);
    let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
    Replacement {
        range: TextRange::new(size(start), size(old.len_bytes() - end)),
        insert: new[start..new.len() - end].to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_difference_makes_the_new_text(old in "[aé😀\n]{0,12}", new in "[aé😀\n]{0,12}") {
            let Replacement { range, insert } = difference(&Rope::from_str(&old), &new);
            let mut text = old.clone();
            text.replace_range(std::ops::Range::<usize>::from(range), &insert);
            prop_assert_eq!(text, new);
        }
    }
}
