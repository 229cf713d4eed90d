//! Applying unsafe fixes without losing cards that they do not name.

use std::collections::HashMap;

use deck_syntax::{Deck, Edit};
use text_size::{TextRange, TextSize};

use super::{Applied, apply_fixes, choose, replace};
use crate::diagnostic::{Applicability, Diagnostic, Fix, TextEdit};
use crate::source::SourceFile;

/// Applies to a file what [`super::choose_fixes`] chooses, but for unsafe fixes by which other
/// cards than those they name or change would be lost: a label put before a line may take the
/// cards below into its card.
///
/// `diagnostics` are those of the file, in order of their places.
pub fn fix_file(file: &SourceFile, diagnostics: &[Diagnostic], also_unsafe: bool) -> Applied {
    let does_harm = |diagnostic: &&Diagnostic| {
        choose(diagnostic, also_unsafe).is_some_and(|fix| {
            fix.applicability == Applicability::Unsafe && loses_cards(file, diagnostic.range, fix)
        })
    };
    apply_fixes(&file.text, diagnostics.iter().filter(|it| !does_harm(it)), also_unsafe)
}

/// Whether a fix for what was found at `found` makes a card be one no more that is neither there
/// nor changed by the fix.
fn loses_cards(file: &SourceFile, found: TextRange, fix: &Fix) -> bool {
    let Some((edit, text)) = whole_edit(file, fix) else { return false };
    let mut after = file.deck.clone();
    let read = after.reparse(edit, &text);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, card) in read.added.filter_map(|index| card(&after, &text, index)) {
        *counts.entry(card).or_default() += 1;
    }
    let before = read.removed.filter_map(|index| card(&file.deck, &file.text, index));
    let mut others = before.filter(|(range, _)| {
        !touches(found, *range) && !fix.edits.iter().any(|edit| touches(edit.range, *range))
    });
    others.any(|(_, card)| match counts.get_mut(card) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        _ => true,
    })
}

/// All edits of a fix as one, and the text afterwards.
fn whole_edit(file: &SourceFile, fix: &Fix) -> Option<(Edit, String)> {
    let mut edits: Vec<&TextEdit> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.range.start());
    let range = edits.first()?.range.cover(edits.last()?.range);
    let text = replace(&file.text, &edits);
    let kept = file.text.len() - usize::from(range.len());
    let inserted = TextSize::try_from(text.len().checked_sub(kept)?).ok()?;
    Some((Edit { range, inserted }, text))
}

/// The place and the words of an item that is a card.
fn card<'t>(deck: &Deck, text: &'t str, index: usize) -> Option<(TextRange, &'t str)> {
    let item = &deck.items()[index];
    item.card()?;
    let range = TextRange::at(deck.start(index), item.len());
    Some((range, text[range].trim()))
}

/// Whether a place is in an item. What is inserted between two items is in the second.
fn touches(place: TextRange, item: TextRange) -> bool {
    place.start() < item.end() && (place.start() >= item.start() || place.end() > item.start())
}

#[cfg(test)]
mod tests {
    use text_size::TextSize;

    use super::*;
    use crate::diagnostic::{Fix, Level, TextEdit};
    use crate::rules;
    use crate::source::FileId;
    use crate::workspace::Workspace;

    fn unsafe_fix(edit: TextEdit) -> Diagnostic {
        Diagnostic {
            rule: rules::ALL[0],
            level: Level::Warning,
            file: FileId(0),
            range: edit.range,
            message: String::new(),
            label: String::new(),
            help: String::new(),
            labels: Vec::new(),
            more: 0,
            count: 1,
            fixes: vec![Fix::unsafe_("", [edit])],
            fingerprint: 0,
            alone: false,
            old: false,
        }
    }

    #[test]
    fn a_fix_that_would_swallow_another_card_is_not_applied() {
        let text = "What is it?\nThat\n\nWhat fell?\nApples\n\nWhat rose?\nPears\n";
        let workspace = Workspace::of_texts([("a.deck".into(), text.into())]);
        let words = |words: &str| {
            let at = TextSize::new(u32::try_from(text.find(words).unwrap_or(0)).unwrap_or(0));
            TextRange::at(at, TextSize::of(words))
        };
        let found = [
            // A card that opens with a label takes in the cards below.
            unsafe_fix(TextEdit::insert(words("What is it").start(), "Q: ")),
            unsafe_fix(TextEdit::replace(words("Apples"), "Plums")),
            // A fix may take away the card that it names.
            unsafe_fix(TextEdit::delete(words("What rose?\nPears\n"))),
        ];
        assert!(apply_fixes(text, &found, true).text.contains("Q: "));
        let applied = fix_file(workspace.file(FileId(0)), &found, true);
        assert_eq!(applied.text, "What is it?\nThat\n\nWhat fell?\nPlums\n\n");
        assert_eq!(applied.fixed, 2);
    }
}
