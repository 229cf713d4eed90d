//! Following an edit.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use deck_syntax::{Dialect, Edit, Item, TextRange, TextSize, anki};

use super::SourceFile;
use crate::facts::CardFacts;
use crate::facts::dates::SideCx;
use crate::rule::ItemCx;

/// What an edit did to the items of a file.
#[derive(Debug)]
pub(crate) struct Spliced {
    /// The items that are gone, by their old indices.
    pub(crate) removed: Range<usize>,
    /// The items that stand in their place, by their new indices.
    pub(crate) added: Range<usize>,
    /// The facts of those that are gone.
    pub(crate) gone: Vec<Option<CardFacts>>,
    /// What was read again.
    pub(crate) read: Reread,
}

/// The items that were read again, which may be fewer than those of which something else is known.
#[derive(Debug)]
pub(crate) struct Reread {
    /// Those that are gone.
    pub(crate) gone: Vec<Arc<Item>>,
    /// Their text.
    pub(crate) text: String,
    /// Where it started in the file.
    pub(crate) start: TextSize,
    /// Those that stand in their place, by their indices.
    pub(crate) added: Range<usize>,
}

impl Reread {
    /// The items that are gone, as they were; `file` is the file as it is now.
    pub(crate) fn gone<'a>(&'a self, file: &'a SourceFile) -> impl Iterator<Item = ItemCx<'a>> {
        let mut at = TextSize::new(0);
        self.gone.iter().map(move |item| {
            let range = TextRange::at(at, item.len());
            at = range.end();
            let (text, start) = (&self.text[range], self.start + range.start());
            ItemCx { file, item, text, start, facts: None }
        })
    }
}

impl SourceFile {
    /// Puts `insert` in place of a range of bytes, and reads again what that can have changed.
    ///
    /// # Panics
    /// If the range does not lie in the text, or cuts a character.
    pub(crate) fn edit(&mut self, range: TextRange, insert: &str) -> Spliced {
        let known_language = self.language.take();
        let before = SideCx::of(&self.deck, self.html);
        let replaced = self.text[range].to_owned();
        self.text.replace_range(Range::<usize>::from(range), insert);
        self.lines = OnceLock::new();
        self.characters = OnceLock::new();
        self.headings = OnceLock::new();
        self.follow_invalid(range, TextSize::of(insert));
        let edit = Edit { range, inserted: TextSize::of(insert) };
        let reparsed = self.deck.reparse(edit, &self.text);
        self.html = self.deck.dialect() == Dialect::Anki && anki::Format::of(&self.text).html;
        let sides = SideCx::of(&self.deck, self.html);
        let language_is_known =
            reparsed.added.start > 0 && usize::from(range.start()) > self.language_sample().end;
        if language_is_known && let Some(language) = known_language {
            self.language = language.into();
        }
        let read = Reread {
            text: self.text_before(&reparsed.added, edit, &replaced),
            start: self.deck.start(reparsed.added.start),
            gone: reparsed.gone,
            added: reparsed.added.clone(),
        };
        let (removed, added) = if sides == before {
            (reparsed.removed, reparsed.added)
        } else {
            (0..self.facts.len(), 0..self.deck.items().len())
        };
        let facts: Vec<_> = added.clone().map(|index| self.facts_of(index, &sides)).collect();
        let gone = self.facts.splice(removed.clone(), facts).collect();
        Spliced { removed, added, gone, read }
    }

    /// The text of some items before an edit that lies within it.
    fn text_before(&self, items: &Range<usize>, edit: Edit, replaced: &str) -> String {
        let (start, end) = (self.deck.start(items.start), self.deck.start(items.end));
        let edited = TextRange::at(edit.range.start(), edit.inserted);
        let before = TextRange::new(start.min(edited.start()), edited.start());
        let after = TextRange::new(edited.end(), end.max(edited.end()));
        [&self.text[before], replaced, &self.text[after]].concat()
    }

    fn facts_of(&self, index: usize, sides: &SideCx) -> Option<CardFacts> {
        let item = &self.deck.items()[index];
        let text = &self.text[TextRange::at(self.deck.start(index), item.len())];
        Some(CardFacts::of(item.card()?, item, text, sides))
    }

    fn follow_invalid(&mut self, range: TextRange, inserted: TextSize) {
        self.invalid.retain(|at| !range.contains(*at));
        for at in self.invalid.iter_mut().filter(|at| **at >= range.end()) {
            *at = *at - range.len() + inserted;
        }
    }
}
