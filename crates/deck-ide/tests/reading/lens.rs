use deck_ide::lenses;

use crate::support::{FILE, Marked};

#[test]
fn cards_are_counted_above_files_and_sections() {
    let marked =
        Marked::deck("# Policy\nWho?\nWe\n\n## Spain\na :: b\nc :: d\n### War\ne :: f\n## Later\n");
    let who = 1;
    let similar = |item: usize| if item == who { 2 } else { 0 };
    let shown: Vec<String> = lenses(&marked.workspace, FILE, 3, &similar)
        .into_iter()
        .map(|lens| format!("{} | {}", lens.kind.title(), marked.words(lens.range)))
        .collect();
    assert_eq!(
        shown,
        [
            "4 cards · 3 problems · preview | ",
            "2 similar questions | Who?",
            "3 cards | ## Spain",
            "1 card | ### War",
            "0 cards | ## Later",
        ]
    );
}

#[test]
fn a_file_without_cards_has_none() {
    let marked = Marked::deck("");
    assert!(lenses(&marked.workspace, FILE, 0, &|_| 1).is_empty());
}
