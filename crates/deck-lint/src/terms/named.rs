//! The terms that the configuration names, which may be written without a capital.

use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use text_size::{TextRange, TextSize};

use super::phrases::TermMention;
use super::places::is_whole;

/// Finds the terms that the configuration names.
#[derive(Debug, Clone, Default)]
pub(super) struct Named(Option<Arc<AhoCorasick>>);

impl Named {
    pub(super) fn new(names: &[String]) -> Self {
        let names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest);
        let names: Vec<&str> = names.collect();
        // A list too long for the automaton finds nothing by it; capitals still tell.
        let found = if names.is_empty() { None } else { builder.build(names).ok() };
        Self(found.map(Arc::new))
    }

    /// What may be terms in `words`: those that were found by their capitals, but where one of
    /// these names stands.
    pub(super) fn merged(&self, words: &str, mut found: Vec<TermMention>) -> Vec<TermMention> {
        let Some(finder) = &self.0 else { return found };
        let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
        for hit in finder.find_iter(words).filter(|hit| is_whole(words, hit.range())) {
            let range = TextRange::new(size(hit.start()), size(hit.end()));
            // A longer phrase with a capital stands: `Five-Year Plan` around `plan`.
            let inside = |it: &TermMention| it.range.contains_range(range) && it.range != range;
            if found.iter().any(inside) {
                continue;
            }
            found.retain(|it| it.range.intersect(range).is_none_or(TextRange::is_empty));
            found.push(TermMention { range, opens: false });
        }
        found.sort_by_key(|it| (it.range.start(), std::cmp::Reverse(it.range.end())));
        found
    }
}
