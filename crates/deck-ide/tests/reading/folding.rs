use deck_ide::folding;
use deck_syntax::Dialect;

use crate::support::{FILE, Marked};

/// What is folded, by its first line, with the number of its lines.
fn folds(text: &str, dialect: Dialect) -> Vec<String> {
    let marked = Marked::new(text, dialect);
    let lines = |range| marked.file().line_column(range).0;
    let show = |fold: deck_ide::Fold| {
        let (first, last) = (lines(fold.range.start()), lines(fold.range.end()));
        let words = marked.file().text.lines().nth(first - 1).unwrap();
        format!("{:?} {first}-{last} {words}", fold.kind)
    };
    folding(&marked.workspace, FILE).into_iter().map(show).collect()
}

#[test]
fn what_has_several_lines_can_be_folded() {
    let deck = "---\ntitle: Sorting\ntags: it\n---\n## Quick\nWhat does it do?\nIt divides:\n\n\
                ```rust\nfn sort() {}\n```\n\n<!-- check\nthis -->\n\nHow fast?\nn log n\n\n\
                ## Slow\nbubble :: slow\n";
    assert_eq!(
        folds(deck, Dialect::Deck),
        [
            "FrontMatter 1-4 ---",
            "Section 5-17 ## Quick",
            "Card 6-11 What does it do?",
            "Answer 7-11 It divides:",
            "Code 9-11 ```rust",
            "Comment 13-14 <!-- check",
            "Card 16-17 How fast?",
            "Section 19-20 ## Slow",
        ]
    );
}

#[test]
fn lines_may_end_in_any_way() {
    let expected = ["Card 1-3 Who?", "Answer 2-3 - Italy"];
    for ending in ["\n", "\r\n", "\r"] {
        let deck = ["Who?", "- Italy", "- Germany", "", "Why?"].join(ending);
        let marked = Marked::deck(&deck);
        let ends: Vec<(usize, usize)> = folding(&marked.workspace, FILE)
            .iter()
            .map(|it| {
                (
                    marked.file().line_column(it.range.start()).0,
                    marked.file().line_column(it.range.end()).0,
                )
            })
            .collect();
        assert_eq!(ends, [(1, 3), (2, 3)], "{ending:?}");
    }
    assert_eq!(folds("Who?\n- Italy\n- Germany\n\nWhy?\n", Dialect::Deck), expected);
}

#[test]
fn dialects_fold_their_cards() {
    for (dialect, deck, expected) in [
        (
            Dialect::Hashcards,
            "Q: Who?\nA: We\nall\n",
            &["Card 1-3 Q: Who?", "Answer 2-3 A: We"][..],
        ),
        (
            Dialect::Obsidian,
            "#flashcards\n\nWho?\n?\nWe\nall\n",
            &["Card 3-6 Who?", "Answer 5-6 We"],
        ),
        (
            Dialect::Headings,
            "# T\n\n## Who?\n\nWe\n\nall\n",
            &["Card 3-7 ## Who?", "Answer 5-7 We"],
        ),
        (Dialect::Anki, "#separator:tab\nWho?\t\"We\nall\"\n", &["Card 2-3 Who?\t\"We"]),
    ] {
        assert_eq!(folds(deck, dialect), expected, "{deck}");
    }
}
