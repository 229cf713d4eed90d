//! Where a term stands.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use text_size::{TextRange, TextSize};

use super::Terms;
use crate::facts::{prose, sides};
use crate::rule::ItemCx;
use crate::source::{FileId, SourceFile};
use crate::workspace::Workspace;

/// A place where a term stands on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermPlace {
    /// The file.
    pub file: FileId,
    /// The index of the card's item.
    pub item: usize,
    /// The place, as byte offsets into the file.
    pub range: TextRange,
}

impl Terms {
    /// All places of the term that `text` is a spelling of, in the order of files and places:
    /// whole words on the sides of cards, in any of its spellings, not in code or addresses and
    /// not inside a longer term. None if it is no term.
    ///
    /// Reads the texts of the whole workspace: for a request, not for a keystroke.
    pub fn places(&self, workspace: &Workspace, text: &str) -> Vec<TermPlace> {
        let Some(term) = self.find(text) else { return Vec::new() };
        let spellings = self.spellings(term.key);
        let spellings: Vec<&str> = spellings.iter().map(|it| &*it.text).collect();
        places_of(workspace, &spellings, |item, range| !self.is_part_of_longer(item, range))
    }
}

/// All places where a card is spelled in one of these ways, in the order of files and places: whole
/// words on its sides, letter by letter, not in code, formulas or addresses.
///
/// Reads the texts of the whole workspace: for a request, not for a keystroke.
pub fn spelled(workspace: &Workspace, spellings: &[&str]) -> Vec<TermPlace> {
    places_of(workspace, spellings, |_, _| true)
}

fn places_of(
    workspace: &Workspace,
    spellings: &[&str],
    wanted: impl Fn(&ItemCx<'_>, TextRange) -> bool + Sync,
) -> Vec<TermPlace> {
    let mut builder = AhoCorasick::builder();
    builder.match_kind(MatchKind::LeftmostLongest);
    let Ok(finder) = builder.build(spellings) else { return Vec::new() };
    let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
    let of_file = |(id, file): (FileId, &SourceFile)| {
        let hits = finder.find_iter(&file.text).filter(|hit| is_whole(&file.text, hit.range()));
        let ranges = hits.map(|hit| TextRange::new(size(hit.start()), size(hit.end())));
        let places = ranges.filter_map(|range| {
            let index = file.deck.item_at(range.start())?;
            let item = file.item(index);
            let place = range.checked_sub(item.start)?;
            let seen = is_seen(&item, place) && wanted(&item, place);
            seen.then_some(TermPlace { file: id, item: index, range })
        });
        places.collect::<Vec<_>>()
    };
    let files: Vec<(FileId, &SourceFile)> = workspace.files().collect();
    files.into_par_iter().map(of_file).collect::<Vec<_>>().concat()
}

/// Whether the words at `range` of an item are seen as words on a side of its card.
fn is_seen(item: &ItemCx<'_>, range: TextRange) -> bool {
    sides(item).filter(|side| side.contains_range(range)).any(|side| {
        let words = prose(item, side);
        words.get(Range::<usize>::from(range - side.start()))
            == item.text.get(Range::<usize>::from(range))
    })
}

/// Whether no letter, digit or hyphen stands directly around a part of a text.
pub(super) fn is_whole(text: &str, range: Range<usize>) -> bool {
    let belongs = |c: char| c.is_alphanumeric() || c == '_';
    let mut before = text[..range.start].chars().rev();
    let mut after = text[range.end..].chars();
    let apart = |first: Option<char>, second: Option<char>| match first {
        Some(c) if super::fold::is_dash(c) => !second.is_some_and(belongs),
        Some(c) => !belongs(c),
        None => true,
    };
    apart(before.next(), before.next()) && apart(after.next(), after.next())
}
