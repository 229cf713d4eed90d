//! Applying unsafe fixes without losing cards that they do not name.

use std::collections::HashMap;
use std::sync::Arc;

use deck_syntax::{Deck, parse_as};
use text_size::{TextRange, TextSize};

use super::{Applied, apply_fixes, choose};
use crate::diagnostic::{Applicability, Diagnostic};
use crate::source::SourceFile;

/// Applies to a file what [`super::choose_fixes`] chooses, but for unsafe fixes by which other
/// cards than those they touch would be lost: a label put before a line may take the cards below
/// into its card.
///
/// `diagnostics` are those of the file, in order of their places.
pub fn fix_file(file: &SourceFile, diagnostics: &[Diagnostic], also_unsafe: bool) -> Applied {
    let applied = apply_fixes(&file.text, diagnostics, also_unsafe);
    let all: Vec<&Diagnostic> = diagnostics.iter().collect();
    if !also_unsafe || keeps_cards(file, &all, &applied.text) {
        return applied;
    }
    let is_unsafe = |diagnostic: &Diagnostic| {
        choose(diagnostic, true).is_some_and(|fix| fix.applicability == Applicability::Unsafe)
    };
    let (doubtful, mut kept): (Vec<usize>, Vec<usize>) =
        (0..all.len()).partition(|index| is_unsafe(all[*index]));
    add_harmless(file, &all, &mut kept, &doubtful);
    apply_fixes(&file.text, kept.iter().map(|index| all[*index]), true)
}

/// Adds to `kept` those of `more` by which no other card is lost. Few do harm, so that they are
/// looked for by halves.
fn add_harmless(file: &SourceFile, all: &[&Diagnostic], kept: &mut Vec<usize>, more: &[usize]) {
    let mut together = kept.clone();
    together.extend(more);
    together.sort_unstable();
    let chosen: Vec<&Diagnostic> = together.iter().map(|index| all[*index]).collect();
    let text = apply_fixes(&file.text, chosen.iter().copied(), true).text;
    if keeps_cards(file, &chosen, &text) {
        *kept = together;
    } else if more.len() > 1 {
        let (first, second) = more.split_at(more.len() / 2);
        add_harmless(file, all, kept, first);
        add_harmless(file, all, kept, second);
    }
}

/// Whether `text`, which applying fixes of `diagnostics` made, still holds every card that these
/// do not touch.
fn keeps_cards(file: &SourceFile, diagnostics: &[&Diagnostic], text: &str) -> bool {
    let touched = Touched::by(diagnostics);
    let after = parse_as(text, file.deck.dialect(), &Arc::clone(file.deck.settings()));
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, card) in cards(&after, text) {
        *counts.entry(card).or_default() += 1;
    }
    let mut others = cards(&file.deck, &file.text).filter(|(range, _)| !touched.contain(*range));
    others.all(|(_, card)| match counts.get_mut(card) {
        Some(count @ 1..) => {
            *count -= 1;
            true
        }
        _ => false,
    })
}

/// The cards of a deck with their places and words.
fn cards<'t>(deck: &Deck, text: &'t str) -> impl Iterator<Item = (TextRange, &'t str)> {
    deck.items_at().filter(|(_, item)| item.card().is_some()).map(move |(start, item)| {
        let range = TextRange::at(start, item.len());
        (range, text[range].trim())
    })
}

/// The places that fixes name or change: where each starts, in order, and the furthest end of it
/// and all before it.
struct Touched(Vec<(TextSize, TextSize)>);

impl Touched {
    fn by(diagnostics: &[&Diagnostic]) -> Self {
        let mut ranges: Vec<TextRange> = Vec::new();
        for diagnostic in diagnostics {
            let Some(fix) = choose(diagnostic, true) else { continue };
            ranges.push(diagnostic.range);
            ranges.extend(fix.edits.iter().map(|edit| edit.range));
        }
        ranges.sort_by_key(|range| range.start());
        let furthest = ranges.iter().scan(TextSize::new(0), |end, range| {
            *end = range.end().max(*end);
            Some((range.start(), *end))
        });
        Self(furthest.collect())
    }

    /// Whether one of the places is in an item. What is inserted between two items is in the second.
    fn contain(&self, item: TextRange) -> bool {
        let upto = self.0.partition_point(|(start, _)| *start < item.end());
        let last = self.0[..upto].last();
        last.is_some_and(|(start, end)| *start >= item.start() || *end > item.start())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;
    use crate::workspace::Workspace;

    fn count(text: &str) -> usize {
        Workspace::of_texts([("a.deck".into(), text.into())]).file(FileId(0)).card_count()
    }

    #[test]
    fn a_fix_that_would_swallow_another_card_is_not_applied() {
        // Without its `##`, the second question would go on with the first, which has no answer.
        let text =
            "What is it?\n## What is it?\n\nA: b\n\nWhat fell?\nApples\n\nWhat fell?\nApples\n";
        let mut workspace = Workspace::of_texts([("a.deck".into(), text.into())]);
        workspace.select(&["heading-question".to_owned(), "duplicate-card".to_owned()]);
        let found = workspace.lint().diagnostics;
        let careless = apply_fixes(text, &found, true).text;
        let careful = fix_file(workspace.file(FileId(0)), &found, true).text;
        assert!(careless.contains("\nWhat is it?\n\nA: b"), "{careless}");
        assert!(careful.contains("## What is it?"), "{careful}");
        assert_eq!(careful.matches("What fell?").count(), 1, "other fixes are: {careful}");
        assert!(count(&careless) < count(&careful), "{careless}");
    }
}
