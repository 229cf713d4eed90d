//! The faces of a deck, drawn once.

use std::sync::Arc;

use deck_syntax::{Item, ItemKind, TextRange};
use rayon::prelude::*;

use crate::{Face, Source};

/// From so many cards on, all cores draw.
const MANY: usize = 64;

/// The faces of a deck's cards. Keeps those of items that an edit has left alone.
#[derive(Debug, Clone, Default)]
pub struct Album {
    items: Vec<Arc<Item>>,
    /// For each item its face, if it is a card.
    faces: Vec<Option<Arc<Face>>>,
    /// Under what all were drawn; where that changes, all are drawn anew.
    ground: (bool, String),
}

/// A heading or a card, in the order of the deck.
#[derive(Debug)]
pub enum Entry<'a> {
    /// The deck's title.
    Title(&'a str),
    /// A heading.
    Section {
        /// How many `#` it has, 1 to 6.
        level: u8,
        /// Its words.
        text: &'a str,
    },
    /// A card.
    Card {
        /// The index of its item in the deck.
        item: usize,
        /// The line of its question, counted from 1.
        line: usize,
        /// What it looks like.
        face: &'a Arc<Face>,
    },
}

impl Album {
    /// Draws what has changed since the last time.
    pub fn refresh(&mut self, source: Source<'_>) {
        let ground = (source.html, source.folder.to_owned());
        if self.ground != ground {
            *self = Self { ground, ..Self::default() };
        }
        let items = source.deck.items();
        let (head, tail) = unchanged(&self.items, items);
        let drawn = draw(source, head..items.len() - tail);
        let gone = head..self.items.len() - tail;
        self.items.splice(gone.clone(), items[head..items.len() - tail].iter().cloned());
        self.faces.splice(gone, drawn);
    }

    /// Colours the code on a card; `false` if there is no such card, or nothing to colour.
    pub fn colour(&mut self, source: Source<'_>, item: usize) -> bool {
        let is_plain = self.faces.get(item).and_then(Option::as_ref).is_some_and(|it| it.is_plain);
        let is_same = self.items.get(item).zip(source.deck.items().get(item));
        if !is_plain || !is_same.is_some_and(|(one, other)| Arc::ptr_eq(one, other)) {
            return false;
        }
        self.faces[item] = Face::of(source, item, true).map(Arc::new);
        true
    }

    /// Headings and cards in order. The source is the one of the last [`Self::refresh`].
    pub fn entries<'a>(&'a self, source: Source<'a>) -> impl Iterator<Item = Entry<'a>> {
        let mut line = 1;
        self.items.iter().zip(&self.faces).enumerate().filter_map(move |(index, (item, face))| {
            let first = line;
            line += item.lines.len();
            let words = |range: TextRange| {
                let range = range + source.deck.start(index);
                source.text.get(std::ops::Range::<usize>::from(range)).unwrap_or_default()
            };
            match (&item.kind, face) {
                (ItemKind::Title { text }, _) => Some(Entry::Title(words(*text))),
                (ItemKind::Section { level, text }, _) => {
                    Some(Entry::Section { level: *level, text: words(*text) })
                }
                (ItemKind::Card(card), Some(face)) => {
                    let front = card.front.start();
                    let above = item.lines.iter().take_while(|it| it.end <= front).count();
                    Some(Entry::Card { item: index, line: first + above, face })
                }
                _ => None,
            }
        })
    }
}

/// How many items at the start and at the end are the same ones.
fn unchanged(before: &[Arc<Item>], now: &[Arc<Item>]) -> (usize, usize) {
    let same = |(one, other): &(&Arc<Item>, &Arc<Item>)| Arc::ptr_eq(one, other);
    let head = before.iter().zip(now).take_while(same).count();
    let (before, now) = (&before[head..], &now[head..]);
    (head, before.iter().rev().zip(now.iter().rev()).take_while(same).count())
}

fn draw(source: Source<'_>, range: std::ops::Range<usize>) -> Vec<Option<Arc<Face>>> {
    let one = |index| Face::of(source, index, false).map(Arc::new);
    if range.len() < MANY {
        range.map(one).collect()
    } else {
        range.into_par_iter().map(one).collect()
    }
}
