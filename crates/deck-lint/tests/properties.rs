//! What holds for any deck whatever: rules never panic, point into the text, and say the same
//! twice; safe fixes end, and lose no card.
#![allow(clippy::unwrap_used)]

mod random;

use deck_lint::{FileId, apply_fixes};
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
