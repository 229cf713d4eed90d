//! Growing a selection: word, line, side, card, section, file.

use deck_lint::{FileId, SourceFile, Workspace};
use deck_syntax::{TextRange, TextSize, native};

use crate::spot::{Spot, bytes, clamp};
use crate::{sections, tagging};

/// What can be selected around a byte offset, from the word to the whole file. Each range lies in
/// the next and is shorter.
pub fn selection_ranges(workspace: &Workspace, file: FileId, offset: TextSize) -> Vec<TextRange> {
    let file = workspace.file(file);
    let offset = clamp(&file.text, offset);
    let mut ranges = vec![TextRange::empty(offset)];
    if let Some(spot) = Spot::of(file, offset) {
        ranges.extend(in_item(&spot).into_iter().map(|range| range + spot.cx.start));
        let around = sections::around(file, spot.index);
        ranges.extend(around.iter().map(|it| sections::extent(file, it.index, it.end)));
    }
    ranges.push(TextRange::up_to(TextSize::of(file.text.as_str())));
    grown(ranges)
}

/// From the shortest on, those that hold the one before and more.
fn grown(mut ranges: Vec<TextRange>) -> Vec<TextRange> {
    ranges.sort_by_key(|range| range.len());
    let mut grown: Vec<TextRange> = Vec::new();
    for range in ranges {
        match grown.last() {
            Some(&last) if range == last || !range.contains_range(last) => {}
            _ => grown.push(range),
        }
    }
    // Where nothing is selected, the cursor stands already.
    if grown.len() > 1 && grown[0].is_empty() {
        grown.remove(0);
    }
    grown
}

fn in_item(spot: &Spot<'_>) -> Vec<TextRange> {
    let mut ranges: Vec<TextRange> = word(spot.cx.text, spot.at).into_iter().collect();
    ranges.extend(
        tagging::names(&spot.cx).iter().map(|name| name.range).filter(|it| spot.touches(*it)),
    );
    let card = spot.cx.card();
    let deletions = card.map_or(&[][..], |card| &card.deletions);
    for deletion in deletions.iter().filter(|it| spot.touches(it.range)) {
        ranges.extend([Some(deletion.text), deletion.hint].into_iter().flatten());
        ranges.push(deletion.range);
    }
    ranges.extend(lines(spot));
    if let Some(card) = card {
        ranges.extend([Some(card.front), card.back].into_iter().flatten());
        ranges.extend(card.extra.iter().copied());
    }
    ranges.push(cx_visible(spot));
    ranges
}

fn cx_visible(spot: &Spot<'_>) -> TextRange {
    let visible = spot.cx.item.visible();
    bytes(0, spot.cx.text[visible].trim_end().len())
}

/// The line without and with its bullet, and with the indented lines below a bullet.
fn lines(spot: &Spot<'_>) -> Vec<TextRange> {
    let Some(line) = spot.line() else { return Vec::new() };
    let words = line.content.trim();
    let start = usize::from(line.start) + line.content.len() - line.content.trim_start().len();
    let bullet = native::bullet(words).or_else(|| native::number(words)).unwrap_or(0);
    let end = start + words.len();
    let mut ranges = vec![bytes(start + bullet, end), bytes(start, end)];
    if bullet > 0 {
        let indent = indent_of(line.content);
        let below = spot.cx.lines().filter(|below| below.start > line.start);
        let inside =
            below.take_while(|it| !it.content.trim().is_empty() && indent_of(it.content) > indent);
        let last =
            inside.last().map_or(end, |it| usize::from(it.start) + it.content.trim_end().len());
        ranges.push(bytes(start, last));
    }
    ranges
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The word at a place of a text, or the one that ends there.
pub(crate) fn word(text: &str, at: TextSize) -> Option<TextRange> {
    let at = usize::from(at);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '_');
    // No word is so long, and a text without white space may be.
    let from = text.floor_char_boundary(at.saturating_sub(200));
    let upto = text.floor_char_boundary((at + 200).min(text.len()));
    let before = text.get(from..at)?;
    let start = at - before.len() + before.trim_end_matches(is_part).len();
    let after = text.get(at..upto)?;
    let end = upto - after.trim_start_matches(is_part).len();
    let quotes = |c: char| matches!(c, '\'' | '’');
    let word = text[start..end].trim_matches(quotes);
    (!word.is_empty()).then(|| crate::spot::place_of(word, text))
}

/// The text of a file around a place, for those who look for a word there.
pub(crate) fn word_of(file: &SourceFile, at: TextSize) -> Option<TextRange> {
    word(&file.text, clamp(&file.text, at))
}
