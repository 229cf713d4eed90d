//! What holds for any deck whatever: rules never panic, point into the text, and say the same
//! twice; safe fixes end, and lose no card.
#![allow(clippy::unwrap_used)]

mod random;

use deck_lint::{FileId, Workspace, apply_fixes, fix_file};
use proptest::prelude::*;

use random::{config, deck, dialect, workspace};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn findings_point_into_the_text(
        texts in prop::collection::vec(deck(), 1..3),
        dialect in dialect(),
    ) {
        let workspace = workspace(&texts, dialect);
        let report = workspace.lint();
        for diagnostic in &report.diagnostics {
            let text = &workspace.file(diagnostic.file).text;
            prop_assert!(text.get(std::ops::Range::<usize>::from(diagnostic.range)).is_some(), "{diagnostic:?}");
            prop_assert!(diagnostic.labels.len() <= 5);
            for label in &diagnostic.labels {
                let text = &workspace.file(label.file).text;
                prop_assert!(text.get(std::ops::Range::<usize>::from(label.range)).is_some(), "{label:?}");
            }
            for edit in diagnostic.fixes.iter().flat_map(|fix| &fix.edits) {
                prop_assert!(text.get(std::ops::Range::<usize>::from(edit.range)).is_some(), "{edit:?}");
            }
        }
        let again = workspace.lint();
        let prints = |r: &deck_lint::Report| r.diagnostics.iter().map(|d| d.fingerprint).collect::<Vec<_>>();
        prop_assert_eq!(prints(&report), prints(&again));
    }

    #[test]
    fn safe_fixes_end_and_lose_no_card(text in deck(), dialect in dialect()) {
        let mut workspace = workspace(std::slice::from_ref(&text), dialect);
        let cards = workspace.file(FileId(0)).card_count();
        for round in 0.. {
            prop_assert!(round < 10, "{:?}: fixes of {:?} never end: {:?}", dialect, text, workspace.file(FileId(0)).text);
            let report = workspace.lint();
            let applied = apply_fixes(&workspace.file(FileId(0)).text, &report.diagnostics, false);
            if applied.text == workspace.file(FileId(0)).text {
                break;
            }
            workspace.set_text(FileId(0), applied.text);
        }
        let left = workspace.file(FileId(0));
        prop_assert!(left.card_count() >= cards, "{:?}: {:?} became {:?}", dialect, text, left.text);
    }
}

/// The cards of the first file that lie outside the bytes `from..to_end` before its end, by their
/// words.
fn cards_outside(workspace: &Workspace, from: usize, to_end: usize) -> Vec<String> {
    let file = workspace.file(FileId(0));
    let kept = file.text.len() - to_end;
    let cards = file.deck.items_at().filter(|(_, item)| item.card().is_some());
    let words = cards.filter_map(|(start, item)| {
        let (start, end) = (usize::from(start), usize::from(start + item.len()));
        (end <= from || start >= kept).then(|| file.text[start..end].trim().to_owned())
    });
    words.collect()
}

/// How many bytes two texts share at their start and, of the rest, at their end.
fn shared(one: &str, other: &str) -> (usize, usize) {
    let head = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let most = one.len().min(other.len()) - head;
    let tails = one.bytes().rev().zip(other.bytes().rev()).take(most);
    (head, tails.take_while(|(a, b)| a == b).count())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_unsafe_fix_loses_no_card_that_it_does_not_name(text in deck(), dialect in dialect()) {
        let mut workspace = workspace(std::slice::from_ref(&text), dialect);
        for diagnostic in workspace.lint().diagnostics {
            let before = workspace.file(FileId(0)).text.clone();
            let named = usize::from(diagnostic.range.start())..usize::from(diagnostic.range.end());
            let applied = fix_file(workspace.file(FileId(0)), std::slice::from_ref(&diagnostic), true);
            let (head, tail) = shared(&before, &applied.text);
            let (head, tail) = (head.min(named.start), tail.min(before.len() - named.end));
            let outside = cards_outside(&workspace, head, tail);
            workspace.set_text(FileId(0), applied.text.clone());
            let mut left = cards_outside(&workspace, applied.text.len(), 0);
            for card in outside {
                let at = left.iter().position(|it| *it == card);
                prop_assert!(at.is_some(), "{:?}: {:?} of {:?} is lost by {}: {:?}", dialect, card, before, diagnostic.rule.name, applied.text);
                left.swap_remove(at.unwrap_or_default());
            }
            workspace.set_text(FileId(0), before);
        }
    }

    #[test]
    fn unsafe_fixes_end(text in deck(), dialect in dialect()) {
        let mut workspace = workspace(std::slice::from_ref(&text), dialect);
        for round in 0.. {
            prop_assert!(round < 30, "{:?}: fixes of {:?} never end: {:?}", dialect, text, workspace.file(FileId(0)).text);
            let report = workspace.lint();
            let applied = fix_file(workspace.file(FileId(0)), &report.diagnostics, true);
            if applied.text == workspace.file(FileId(0)).text {
                break;
            }
            workspace.set_text(FileId(0), applied.text);
        }
    }
}
