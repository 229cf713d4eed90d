//! `decklint stats [PATH …]`: how a deck does, at a glance.

mod picture;

use std::collections::BTreeMap;
use std::io::Write;

use deck_lint::{Group, Level, Options, Report, Workspace, points};
use serde::Serialize;

use crate::Outcome;
use crate::args::{DataFormat, DialectArg, StatsArgs};
use crate::failure::Failure;
use crate::progress::Progress;

/// What is counted. Also what programs read: the order of the fields is that of the document.
#[derive(Debug, Serialize)]
struct Stats {
    decks: usize,
    cards: usize,
    /// Cards that have an answer, or are a text with deletions.
    answered: usize,
    /// Cards with a date on either side.
    dated: usize,
    /// Cards with a picture or sound.
    with_media: usize,
    answer_words: Spread,
    list_points: Spread,
    problems: Problems,
}

/// How a figure is spread over the cards that have it.
#[derive(Debug, Serialize)]
struct Spread {
    /// How many cards have it.
    cards: usize,
    /// The middle one of them all; `None` if there are none.
    median: Option<usize>,
    longest: Option<usize>,
    /// How many there are of each size.
    sizes: Vec<Size>,
}

/// Both ends are included; the last size has no end.
#[derive(Debug, Serialize)]
struct Size {
    from: usize,
    upto: Option<usize>,
    cards: usize,
}

/// What the rules say, under the configuration of the decks.
#[derive(Debug, Serialize)]
struct Problems {
    errors: usize,
    warnings: usize,
    hints: usize,
    /// How many of them are about questions that stand there twice.
    duplicates: usize,
    /// How often each rule found something.
    rules: BTreeMap<&'static str, usize>,
}

/// Where sizes begin: answers that are a word or two, a sentence, a paragraph, a text.
const WORDS: [usize; 6] = [1, 4, 11, 31, 81, 201];
/// Lists that are remembered, and those that are not.
const POINTS: [usize; 5] = [2, 4, 6, 8, 13];

/// Counts, and prints what was counted.
pub(crate) fn run(args: &StatsArgs) -> Result<Outcome, Failure> {
    let options = Options {
        paths: args.paths.clone(),
        isolated: args.isolated,
        dialect: args.dialect.map(DialectArg::dialect),
        ..Options::default()
    };
    let progress = Progress::new(false);
    let opened = Workspace::open(&options, &|done, total| progress.update(done, total));
    progress.finish();
    let workspace = opened?;
    let stats = Stats::of(&workspace, &workspace.lint());
    let mut out = std::io::BufWriter::new(anstream::stdout().lock());
    match args.format {
        DataFormat::Text => picture::print(&mut out, &stats)?,
        DataFormat::Json => {
            let json = serde_json::to_string_pretty(&stats).map_err(std::io::Error::from)?;
            writeln!(out, "{json}")?;
        }
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

impl Stats {
    fn of(workspace: &Workspace, report: &Report) -> Self {
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
