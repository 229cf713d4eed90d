//! Edits that would make a deck say something else are left out.

use std::ops::Range;

use text_size::{TextRange, TextSize};

use super::{TextEdit, apply};
use crate::deck::{Card, Deck, Deletion, Item, ItemKind, Line, LineKind};
use crate::dialect::Dialect;
use crate::dialect::markdown::line::words_start;
use crate::text::RawLine;
use crate::{Edit, side_text};

/// After so many rounds a text is too odd to be formatted.
const ROUNDS: usize = 12;

/// What would format an item.
pub(super) struct Change {
    pub(super) item: usize,
    pub(super) edits: Vec<TextEdit>,
}

/// The edits of those changes that change no meaning. Reads again only what they can have changed.
pub(super) fn without_harm(deck: &Deck, text: &str, mut changes: Vec<Change>) -> Vec<TextEdit> {
    for _ in 0..ROUNDS {
        let edits: Vec<TextEdit> =
            changes.iter().flat_map(|change| change.edits.iter().cloned()).collect();
        let harmed = harmed(deck, text, &edits);
        if harmed.is_empty() {
            return edits;
        }
        drop_changes(&mut changes, &harmed);
    }
    Vec::new()
}

/// The items that say something else after the edits.
fn harmed(deck: &Deck, text: &str, edits: &[TextEdit]) -> Vec<usize> {
    let (Some(first), Some(last)) = (edits.first(), edits.last()) else { return Vec::new() };
    let new_text = apply(text, edits);
    let range = first.range.cover(last.range);
    let kept = TextSize::of(text) - range.len();
    let edit = Edit { range, inserted: TextSize::of(&new_text) - kept };
    let mut new = deck.clone();
    let read = new.reparse(edit, &new_text);
    let (old, new) = (Text { deck, text }, Text { deck: &new, text: &new_text });
    let mut places = Places { edits, next: 0, moved: 0 };
    let harmed = |&index: &usize| {
        let at = places.after(deck.start(index));
        !is_same(&old, index, &new, at, &read.added)
    };
    read.removed.filter(harmed).collect()
}

/// Leaves out the change of each harmed item; of one that has none, the nearest on both sides.
fn drop_changes(changes: &mut Vec<Change>, harmed: &[usize]) {
    let mut drop = vec![false; changes.len()];
    for &item in harmed {
        let at = changes.partition_point(|change| change.item < item);
        if changes.get(at).is_some_and(|change| change.item == item) {
            drop[at] = true;
        } else {
            let beside = [at.checked_sub(1), Some(at).filter(|&at| at < changes.len())];
            beside.into_iter().flatten().for_each(|at| drop[at] = true);
        }
    }
    let mut drop = drop.into_iter();
    changes.retain(|_| !drop.next().unwrap_or(false));
}

/// Where offsets lie after edits. Asked for ascending ones.
struct Places<'e> {
    edits: &'e [TextEdit],
    next: usize,
    moved: i64,
}

impl Places<'_> {
    fn after(&mut self, at: TextSize) -> i64 {
        while let Some(edit) = self.edits.get(self.next).filter(|edit| edit.range.end() <= at) {
            let added = i64::try_from(edit.text.len()).unwrap_or(i64::MAX);
            self.moved += added - i64::from(u32::from(edit.range.len()));
            self.next += 1;
        }
        i64::from(u32::from(at)) + self.moved
    }
}

struct Text<'t> {
    deck: &'t Deck,
    text: &'t str,
}

impl<'t> Text<'t> {
    fn item(&self, index: usize) -> (&'t Item, &'t str) {
        let item = &self.deck.items()[index];
        (item, &self.text[TextRange::at(self.deck.start(index), item.len())])
    }
}

/// Whether an item says the same as the one that starts at `at` now.
fn is_same(old: &Text<'_>, index: usize, new: &Text<'_>, at: i64, among: &Range<usize>) -> bool {
    let (item, text) = old.item(index);
    // A byte order mark stays where blank lines below it go.
    let is_gone = item.kind == ItemKind::Blank && visible(item).next().is_none();
    let starts = &new.deck.starts[among.clone()];
    let found = starts.binary_search_by_key(&at, |start| i64::from(u32::from(*start)));
    match found {
        Ok(found) => {
            let (now, now_text) = new.item(among.start + found);
            is_gone || says_same(&(item, text), &(now, now_text), old.deck.dialect())
        }
        Err(_) => is_gone,
    }
}

type Placed<'t> = (&'t Item, &'t str);

fn says_same(old: &Placed<'_>, new: &Placed<'_>, dialect: Dialect) -> bool {
    let errors = |item: &Item| -> Vec<_> { item.errors.iter().map(|it| it.kind.clone()).collect() };
    visible(old.0).eq(visible(new.0))
        && errors(old.0) == errors(new.0)
        && match (&old.0.kind, &new.0.kind) {
            (ItemKind::Card(was), ItemKind::Card(is)) => same_card(old, was, new, is, dialect),
            (ItemKind::FrontMatter(_), ItemKind::FrontMatter(_)) => true,
            (was, is) => {
                std::mem::discriminant(was) == std::mem::discriminant(is)
                    && squeezed(old.1) == squeezed(new.1)
            }
        }
}

/// What each line is, without those that nobody sees.
fn visible(item: &Item) -> impl Iterator<Item = (LineKind, bool)> + '_ {
    let is_visible = |line: &&Line| line.kind != LineKind::Blank;
    item.lines.iter().filter(is_visible).map(|line| (line.kind, line.verbatim))
}

fn same_card(old: &Placed<'_>, was: &Card, new: &Placed<'_>, is: &Card, dialect: Dialect) -> bool {
    let sides = |card: &Card, (item, text): &Placed<'_>| -> Vec<Option<String>> {
        let side = |range| words(&side_text(item, text, range), dialect);
        let extra = card.extra.iter().map(|field| Some(side(*field)));
        [Some(side(card.front)), card.back.map(side)].into_iter().chain(extra).collect()
    };
    let attributes = |card: &Card, text: &str| -> Vec<_> {
        card.attributes.iter().map(|it| (it.key, text[it.value].to_owned())).collect()
    };
    let deletions = |card: &Card, text: &str| -> Vec<_> {
        let said = |it: &Deletion| {
            let hint = it.hint.map(|hint| words(&text[hint], dialect));
            (it.number, words(&text[it.text], dialect), hint)
        };
        card.deletions.iter().map(said).collect()
    };
    (was.form, was.opening) == (is.form, is.opening)
        && was.both_ways() == is.both_ways()
        && sides(was, old) == sides(is, new)
        && attributes(was, old.1) == attributes(is, new.1)
        && deletions(was, old.1) == deletions(is, new.1)
}

/// A text as far as it means something.
fn words(text: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Anki => text.to_owned(),
        // Known by its text, whose lines are read without their endings.
        Dialect::Hashcards => text.replace("\r\n", "\n"),
        _ => squeezed(text),
    }
}

/// A text without white space, bullets and numbers of lists.
fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let line = RawLine::at(text, at);
        let content = line.of(text);
        let words = &content[words_start(content)..];
        squeezed.extend(words.chars().filter(|c| !c.is_whitespace()));
        at = line.next;
    }
    squeezed
}
