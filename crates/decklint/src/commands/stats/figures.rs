//! What is counted of decks.

use std::collections::BTreeMap;

use deck_lint::{
    Diagnostic, FileId, Group, Level, LoadProblem, Report, SourceFile, Workspace, points,
};
use serde::Serialize;

use crate::files::shown;

/// What is counted. Also what programs read: the order of the fields is that of the document.
#[derive(Debug, Serialize)]
pub(super) struct Stats {
    pub(super) decks: usize,
    pub(super) cards: usize,
    /// Cards that have an answer, or are a text with deletions.
    pub(super) answered: usize,
    /// Cards with a date on either side.
    pub(super) dated: usize,
    /// Cards with a picture or sound.
    pub(super) with_media: usize,
    pub(super) answer_words: Spread,
    pub(super) list_points: Spread,
    pub(super) problems: Problems,
    /// The decks, in the order of their paths.
    pub(super) by_deck: Vec<Deck>,
    /// Files that could not be read, of whose cards nothing is counted.
    pub(super) unread: Vec<Unread>,
}

/// How a figure is spread over the cards that have it.
#[derive(Debug, Serialize)]
pub(super) struct Spread {
    /// How many cards have it.
    pub(super) cards: usize,
    /// The middle one of them all; `None` if there are none.
    pub(super) median: Option<usize>,
    pub(super) longest: Option<usize>,
    /// How many there are of each size.
    pub(super) sizes: Vec<Size>,
}

/// Both ends are included; the last size has no end.
#[derive(Debug, Serialize)]
pub(super) struct Size {
    pub(super) from: usize,
    pub(super) upto: Option<usize>,
    pub(super) cards: usize,
}

/// What the rules say, under the configuration of the decks.
#[derive(Debug, Serialize)]
pub(super) struct Problems {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) hints: usize,
    /// How many of them are about questions that stand there twice.
    pub(super) duplicates: usize,
    /// How often each rule found something.
    pub(super) rules: BTreeMap<&'static str, usize>,
}

/// A deck by itself.
#[derive(Debug, Serialize)]
pub(super) struct Deck {
    /// Its path, as a person in the current folder would write it.
    pub(super) file: String,
    pub(super) cards: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) hints: usize,
}

/// A file that could not be read.
#[derive(Debug, Serialize)]
pub(super) struct Unread {
    pub(super) file: String,
    /// Why it could not.
    pub(super) error: String,
}

/// Where sizes begin: answers that are a word or two, a sentence, a paragraph, a text.
const WORDS: [usize; 6] = [1, 4, 11, 31, 81, 201];
/// Lists that are remembered, and those that are not.
const POINTS: [usize; 5] = [2, 4, 6, 8, 13];

impl Stats {
    /// Counts.
    pub(super) fn of(workspace: &Workspace, report: &Report) -> Self {
        let (mut words, mut lists) = (Vec::new(), Vec::new());
        let (mut answered, mut dated, mut with_media) = (0, 0, 0);
        for (_, file) in workspace.selected() {
            for item in (0..file.deck.items().len()).map(|index| file.item(index)) {
                let Some((card, facts)) = item.card().zip(item.facts) else { continue };
                answered += usize::from(card.back.is_some() || !card.deletions.is_empty());
                dated += usize::from(facts.dates.is_some());
                with_media += usize::from(facts.shows_media);
                if let Some(back) = card.back {
                    words.push(facts.wording.back.words as usize);
                    lists.push(points(&item.text[back]));
                }
            }
        }
        Self {
            decks: report.files,
            cards: report.cards,
            answered,
            dated,
            with_media,
            answer_words: Spread::of(words, &WORDS),
            list_points: Spread::of(lists, &POINTS),
            problems: Problems::of(report),
            by_deck: Deck::all(workspace, report),
            unread: workspace.problems.iter().map(Unread::of).collect(),
        }
    }
}

impl Deck {
    fn all(workspace: &Workspace, report: &Report) -> Vec<Self> {
        let mut found: BTreeMap<FileId, Vec<&Diagnostic>> = BTreeMap::new();
        for diagnostic in &report.diagnostics {
            found.entry(diagnostic.file).or_default().push(diagnostic);
        }
        let is_deck = |file: FileId| workspace.not_decks.iter().all(|(other, _)| *other != file);
        let decks = workspace.selected().filter(|(id, _)| is_deck(*id));
        let deck = |(id, file): (FileId, &SourceFile)| {
            let found = found.get(&id).map(Vec::as_slice).unwrap_or_default();
            let of = |level| found.iter().filter(|it| it.level == level).map(|it| it.count).sum();
            Self {
                file: shown(&file.path),
                cards: file.card_count(),
                errors: of(Level::Error),
                warnings: of(Level::Warning),
                hints: of(Level::Hint),
            }
        };
        decks.map(deck).collect()
    }
}

impl Unread {
    fn of(problem: &LoadProblem) -> Self {
        Self { file: shown(&problem.path), error: problem.error.to_string() }
    }
}

impl Size {
    /// `4 to 10`, `201 and more`
    pub(super) fn span(&self) -> String {
        match self.upto {
            Some(upto) => format!("{} to {upto}", self.from),
            None => format!("{} and more", self.from),
        }
    }
}

impl Spread {
    /// Figures below the first size do not count: answers without words, single points.
    fn of(mut figures: Vec<usize>, starts: &[usize]) -> Self {
        figures.retain(|figure| starts.first().is_some_and(|first| figure >= first));
        figures.sort_unstable();
        let ends = starts.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
        let size = |(&from, upto): (&usize, Option<usize>)| {
            let fits =
                |figure: &&usize| **figure >= from && upto.is_none_or(|upto| **figure <= upto);
            Size { from, upto, cards: figures.iter().filter(fits).count() }
        };
        Self {
            cards: figures.len(),
            median: figures.get(figures.len() / 2).copied(),
            longest: figures.last().copied(),
            sizes: starts.iter().zip(ends).map(size).collect(),
        }
    }
}

impl Problems {
    fn of(report: &Report) -> Self {
        let mut rules: BTreeMap<&'static str, usize> = BTreeMap::new();
        for found in &report.diagnostics {
            *rules.entry(found.rule.name).or_default() += found.count;
        }
        let twice = report.diagnostics.iter().filter(|it| it.rule.group == Group::Duplicates);
        Self {
            errors: report.count(Level::Error),
            warnings: report.count(Level::Warning),
            hints: report.count(Level::Hint),
            duplicates: twice.map(|it| it.count).sum(),
            rules,
        }
    }

    /// How often each rule found something, the busiest first.
    pub(super) fn busiest(&self) -> Vec<(&'static str, usize)> {
        let mut rules: Vec<_> = self.rules.iter().map(|(name, found)| (*name, *found)).collect();
        rules.sort_by_key(|(name, found)| (std::cmp::Reverse(*found), *name));
        rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_figure_has_one_size() {
        let spread = Spread::of(vec![0, 1, 3, 4, 10, 11, 500], &WORDS);
        let cards: Vec<usize> = spread.sizes.iter().map(|size| size.cards).collect();
        assert_eq!(cards, [2, 2, 1, 0, 0, 1]);
        assert_eq!((spread.cards, spread.median, spread.longest), (6, Some(10), Some(500)));
        let none = Spread::of(Vec::new(), &POINTS);
        assert_eq!((none.median, none.longest), (None, None));
    }
}
