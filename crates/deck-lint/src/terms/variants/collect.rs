//! Counting how names are spelled.

use std::collections::HashMap;

use deck_syntax::TextSize;
use foldhash::fast::RandomState;
use memchr::memchr_iter;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use text_size::TextRange;

use crate::facts::{prose, sides};
use crate::rule::{CardsCx, ItemCx, Member};
use crate::source::{FileId, SourceFile};
use crate::terms::terms_in;

/// How many places of a spelling are kept: one that has more is no slip.
const KEPT: usize = 8;

/// How a spelling is used.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    /// How often it stands inside a sentence.
    pub(super) inside: u32,
    /// How often it opens one.
    pub(super) opening: u32,
    /// Where it stands inside a sentence first: most spellings stand but once.
    first: Option<Place>,
    /// Where else, the first places.
    more: Vec<Place>,
}

/// A card and a place in it, relative to its item.
pub(super) type Place = (Member, TextRange);

impl Seen {
    pub(super) fn uses(&self) -> u32 {
        self.inside + self.opening
    }

    /// Where it stands inside a sentence, the first places.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.first.iter().chain(&self.more).copied()
    }

    fn add(&mut self, opens: bool, place: Place) {
        *if opens { &mut self.opening } else { &mut self.inside } += 1;
        if !opens {
            self.keep(place);
        }
    }

    fn keep(&mut self, place: Place) {
        if self.first.is_none() {
            self.first = Some(place);
        } else if self.more.len() + 1 < KEPT {
            self.more.push(place);
        }
    }
}

/// The spellings of the cards.
pub(super) type Seens = HashMap<Box<str>, Seen, RandomState>;

/// The words and phrases with a capital of all cards in English, and words with a hyphen that have
/// none.
pub(super) fn collect(cx: &CardsCx<'_>) -> Seens {
    let files = cx.files();
    let of_file = |id: usize| {
        let mut seen = Seens::default();
        if files[id].is_english() {
            add_file(&files[id], FileId(id), &mut seen);
        }
        seen
    };
    (0..files.len()).into_par_iter().map(of_file).reduce(Seens::default, merged)
}

fn add_file(source: &SourceFile, file: FileId, seen: &mut Seens) {
    for (index, facts) in source.facts.iter().enumerate() {
        let Some(wording) = facts.as_ref().map(|facts| &facts.wording) else { continue };
        if !wording.front.names && !wording.back.names {
            continue;
        }
        let item = source.item(index);
        let front = item.card().map(|card| card.front);
        for side in sides(&item) {
            let looks = if front == Some(side) { wording.front } else { wording.back };
            if looks.names {
                add_side(&item, side, Member { file, item: index }, seen);
            }
        }
    }
}

fn add_side(item: &ItemCx<'_>, side: TextRange, member: Member, seen: &mut Seens) {
    let prose = prose(item, side);
    let mut add = |range: TextRange, opens| {
        let text = &prose[range];
        let place = (member, range + side.start());
        if let Some(seen) = seen.get_mut(text) {
            seen.add(opens, place);
        } else {
            let mut first = Seen::default();
            first.add(opens, place);
            seen.insert(text.into(), first);
        }
    };
    for mention in terms_in(&prose) {
        add(mention.range, mention.opens);
    }
    small_compounds(&prose, |range| add(range, false));
}

/// What two files have. The places stay in the order of files.
fn merged(mut one: Seens, other: Seens) -> Seens {
    for (text, seen) in other {
        let into = one.entry(text).or_default();
        into.inside += seen.inside;
        into.opening += seen.opening;
        seen.places().for_each(|place| into.keep(place));
    }
    one
}

/// Words with a hyphen and without a capital: `anti-comintern`.
fn small_compounds(prose: &str, mut take: impl FnMut(TextRange)) {
    let bytes = prose.as_bytes();
    let mut after = 0;
    for at in memchr_iter(b'-', bytes) {
        let is_part = |b: &u8| b.is_ascii_lowercase() || *b == b'-';
        let start = at - bytes[..at].iter().rev().take_while(|b| is_part(b)).count();
        let end = at + bytes[at..].iter().take_while(|b| is_part(b)).count();
        let whole =
            |b: Option<&u8>| b.is_none_or(|b| b.is_ascii_whitespace() || b",.;:?!()".contains(b));
        let is_word = start < at && end > at + 1 && start >= after;
        let is_whole =
            whole(start.checked_sub(1).and_then(|it| bytes.get(it))) && whole(bytes.get(end));
        if is_word
            && is_whole
            && !prose[start..end].contains("--")
            && !prose[start..end].ends_with('-')
        {
            let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
            take(TextRange::new(size(start), size(end)));
            after = end;
        }
    }
}
