//! Finding cards and sections by a few letters of their words, wherever they are.

use std::borrow::Cow;
use std::cmp::Reverse;

use deck_lint::{FileId, SourceFile, Workspace};
use frizbee::{CaseMatching, Config, Matcher, Pattern, PatternConfig, Scoring, SortStrategy};

use super::{SymbolKind, kind, selection};
use crate::{Place, sections, words};

/// A card or a section that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundSymbol {
    /// Its words.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// Where its words stand.
    pub place: Place,
    /// The heading it stands below, if any.
    pub container: Option<String>,
}

/// The cards and sections of all files that fit `query` best, the best first, at most `limit`. All
/// words of the query must be in the question or heading, in any order; letters may be left out
/// (`rhnland`). An empty query finds sections.
pub fn workspace_symbols(workspace: &Workspace, query: &str, limit: usize) -> Vec<FoundSymbol> {
    let candidates = candidates(workspace, query.trim().is_empty());
    let mut found = matches(&candidates, query);
    let best = |(index, score): &(usize, u16)| {
        let candidate = &candidates[*index];
        (Reverse(*score), !candidate.is_heading, candidate.words.len(), *index)
    };
    if found.len() > limit {
        found.select_nth_unstable_by_key(limit, best);
        found.truncate(limit);
    }
    found.sort_unstable_by_key(best);
    found.iter().filter_map(|(index, _)| symbol(workspace, &candidates[*index])).collect()
}

/// Something that may be found.
struct Candidate<'a> {
    words: Cow<'a, str>,
    file: FileId,
    item: usize,
    is_heading: bool,
}

impl AsRef<str> for Candidate<'_> {
    fn as_ref(&self) -> &str {
        &self.words
    }
}

fn candidates(workspace: &Workspace, headings_only: bool) -> Vec<Candidate<'_>> {
    let mut candidates = Vec::new();
    for (id, file) in workspace.files() {
        for index in 0..file.deck.items().len() {
            let is_heading = sections::level(&file.deck.items()[index]).is_some();
            if headings_only && !is_heading {
                continue;
            }
            if let Some(words) = words_of(file, index) {
                candidates.push(Candidate {
                    words: shortened(words),
                    file: id,
                    item: index,
                    is_heading,
                });
            }
        }
    }
    candidates
}

fn words_of(file: &SourceFile, index: usize) -> Option<Cow<'_, str>> {
    let cx = file.item(index);
    match (cx.card(), sections::heading(cx.item)) {
        (Some(card), _) => Some(words::question_words(&cx, card)),
        (None, Some(heading)) => Some(Cow::Borrowed(&cx.text[heading])),
        (None, None) => None,
    }
}

/// The start of a text: nobody looks for what stands on a question's tenth line.
fn shortened(words: Cow<'_, str>) -> Cow<'_, str> {
    let end = words.floor_char_boundary(400);
    match words {
        Cow::Borrowed(words) => Cow::Borrowed(&words[..end]),
        Cow::Owned(mut words) => {
            words.truncate(end);
            Cow::Owned(words)
        }
    }
}

/// The numbers of the candidates that fit, each with how well.
fn matches(candidates: &[Candidate<'_>], query: &str) -> Vec<(usize, u16)> {
    let config = Config {
        casing: CaseMatching::Ignore,
        sort: SortStrategy::IndexAsc,
        // Letters that are far apart are hardly of one word.
        scoring: Scoring { gap_extend_penalty: 3, ..Scoring::default() },
        ..Config::default()
    };
    // A letter in the case that is asked for counts more; questions are mostly small letters.
    let query = query.to_lowercase();
    // More words than that, or longer ones, would say nothing more.
    let words = query.split_whitespace().take(8).map(|word| shortened(Cow::Borrowed(word)));
    let patterns: Vec<Pattern> =
        words.map(|word| Pattern::new(&word, PatternConfig::default())).collect();
    let mut matcher = Matcher::from_patterns(&patterns, &config);
    // In a long sentence the letters of any word stand somewhere, in order. What scores little for
    // its length is that, and not what somebody looked for.
    let least = patterns.iter().map(|pattern| pattern.needle.chars().count() * LEAST).sum();
    let found = matcher.match_list(candidates).into_iter();
    let fits = found.filter(|found| usize::from(found.score) >= least);
    fits.map(|found| (found.index as usize, found.score)).collect()
}

/// The least score for each letter. One that follows the last scores 16; a gap costs 5 and 3 for
/// each further letter left out.
const LEAST: usize = 13;

fn symbol(workspace: &Workspace, candidate: &Candidate<'_>) -> Option<FoundSymbol> {
    let file = workspace.file(candidate.file);
    let cx = file.item(candidate.item);
    let (range, kind) = match (cx.card(), sections::heading(cx.item)) {
        (Some(card), _) => (selection(&cx, card), kind(card)),
        (None, Some(heading)) => (heading + cx.start, heading_kind(cx.item)),
        (None, None) => return None,
    };
    let around = sections::around(file, candidate.item);
    let container = around.iter().find(|section| section.index != candidate.item);
    let container = container.and_then(|section| words_of(file, section.index));
    Some(FoundSymbol {
        name: words::one_line(&candidate.words, 120),
        kind,
        place: Place { file: candidate.file, range },
        container: container.map(|words| words::one_line(&words, 80)),
    })
}

fn heading_kind(item: &deck_syntax::Item) -> SymbolKind {
    match sections::level(item) {
        Some(0) => SymbolKind::Deck,
        _ => SymbolKind::Section,
    }
}
