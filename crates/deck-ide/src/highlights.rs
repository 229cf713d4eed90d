//! What else in the file is the same as what stands under the cursor.

use deck_lint::{FileId, SourceFile, Workspace};
use deck_syntax::{Deletion, TextRange, TextSize};
use memchr::memmem;

use crate::selection::word_of;
use crate::spot::{Spot, bytes, clamp_range};
use crate::tagging;

/// All places in the file where that stands which stands at a byte offset, that place included:
/// a tag, an id, the deletions that are hidden together with this one, a term. `term` is where a
/// term stands there, if somebody knows; else a word with a capital is taken for one.
pub fn highlights(
    workspace: &Workspace,
    file: FileId,
    offset: TextSize,
    term: Option<TextRange>,
) -> Vec<TextRange> {
    let file = workspace.file(file);
    let Some(spot) = Spot::of(file, offset) else { return Vec::new() };
    let name = tagging::names(&spot.cx).into_iter().find(|name| spot.touches(name.range));
    if let Some(name) = name {
        return tagging::everywhere(file, name.kind, name.text).map(|(_, range)| range).collect();
    }
    if let Some(together) = together(&spot) {
        return together;
    }
    let term = term.map(|term| clamp_range(&file.text, term)).or_else(|| capitalised(file, offset));
    term.map(|term| words_like(&file.text, term)).unwrap_or_default()
}

/// The deletions of a card that are hidden with the one at the cursor.
fn together(spot: &Spot<'_>) -> Option<Vec<TextRange>> {
    let deletions = &spot.cx.card()?.deletions;
    let here = deletions.iter().rev().find(|it| spot.touches(it.range))?;
    let same =
        |it: &&Deletion| it.range == here.range || it.number.is_some() && it.number == here.number;
    Some(deletions.iter().filter(same).map(|it| it.range + spot.cx.start).collect())
}

fn capitalised(file: &SourceFile, offset: TextSize) -> Option<TextRange> {
    let word = word_of(file, offset)?;
    file.text[word].starts_with(char::is_uppercase).then_some(word)
}

/// Where the words in `range` stand as whole words.
fn words_like(text: &str, range: TextRange) -> Vec<TextRange> {
    let words = &text[range];
    if words.is_empty() {
        return Vec::new();
    }
    let finder = memmem::Finder::new(words);
    let found = finder.find_iter(text.as_bytes()).map(|at| bytes(at, at + words.len()));
    found.filter(|range| is_whole(text, *range)).collect()
}

fn is_whole(text: &str, range: TextRange) -> bool {
    let before = text[..usize::from(range.start())].chars().next_back();
    let after = text[usize::from(range.end())..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
