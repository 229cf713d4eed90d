//! A file in the middle of a merge is one finding, whatever it is written in.
#![allow(clippy::unwrap_used)]

use deck_lint::Workspace;
use deck_syntax::Dialect;

/// In each dialect, cards of which one has no answer, two versions of a card, and the one that both
/// come from.
const DECKS: [(Dialect, &str, [&str; 3]); 5] = [
    (
        Dialect::Deck,
        "What is GDP?\n\n@@\nWhat is tax?\nMoney\n\nIs it english?\n- on may 1935\n",
        [
            "What is a bank?\nA house\n",
            "What is a bank?\n- A house for money\n",
            "What is a bank?\n",
        ],
    ),
    (
        Dialect::Hashcards,
        "Q: What is GDP?\n\nQ: What is tax?\nA: Money\n@@\nC: A [bank] keeps money.\n",
        ["\nQ: What is a bank?\nA: A house\n", "\nQ: What is a bank?\nA: A safe\n", ""],
    ),
    (
        Dialect::Obsidian,
        "#flashcards\n\nWhat is GDP?::\n\n@@\nWhat is tax?::Money\n",
        ["What is a bank?::A house\n", "What is a bank?\n?\nA safe\n", "What is a bank?::\n"],
    ),
    (
        Dialect::Anki,
        "#separator:tab\nGDP\t\n@@tax\tmoney\n",
        ["bank\ta house\n", "bank\ta safe\textra\n", "bank\t\n"],
    ),
    (
        Dialect::Headings,
        "# Money\n\n## What is GDP?\n\n@@\n## What is tax?\n\nMoney\n",
        ["## What is a bank?\n\nA house\n", "## What is a bank?\n\nA safe\n", ""],
    ),
];

fn found(text: String, dialect: Dialect) -> Vec<(&'static str, usize)> {
    let deck = ("a.deck".into(), text.into_bytes(), dialect);
    let workspace = Workspace::of_decks([deck]);
    let found = workspace.lint().diagnostics;
    let line = |at| workspace.files().next().unwrap().1.line_column(at).0;
    found.iter().map(|it| (it.rule.name, line(it.range.start()))).collect()
}

#[test]
fn in_every_dialect_style_and_line_ending() {
    for (dialect, deck, [ours, theirs, base]) in DECKS {
        let line = deck.split("@@").next().unwrap().lines().count() + 1;
        let merge = format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n");
        let diff3 =
            format!("<<<<<<< HEAD\n{ours}||||||| 1234567\n{base}=======\n{theirs}>>>>>>> other\n");
        let fine = found(deck.replace("@@", ours), dialect);
        assert!(!fine.is_empty() && fine.iter().all(|(rule, _)| *rule != "merge-conflict"));
        for conflict in [merge, diff3] {
            for ending in ["\n", "\r\n", "\r"] {
                let text = deck.replace("@@", &conflict).replace('\n', ending);
                let expected = [("merge-conflict", line)];
                assert_eq!(found(text.clone(), dialect), expected, "{dialect:?} {text:?}");
                let alone = conflict.replace('\n', ending);
                assert_eq!(
                    found(alone, dialect),
                    [("merge-conflict", 1)],
                    "{dialect:?} {conflict}"
                );
            }
        }
    }
}

#[test]
fn several_conflicts_are_one_finding_and_allowances_are_not_unused() {
    let conflict = "<<<<<<< HEAD\nWhat is GDP?\n=======\nWhat is GNP?\n>>>>>>> other\n";
    let allow = "<!-- decklint-allow-file missing-answer: later -->\n";
    let text = format!("{allow}What is tax?\n\n{conflict}\nWhat is it?\n\n{conflict}");
    assert_eq!(found(text, Dialect::Deck), [("merge-conflict", 4)]);
    let front =
        "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n---\n\nWhat is GDP?\n";
    assert_eq!(found(front.to_owned(), Dialect::Deck), [("merge-conflict", 2)]);
    let code = format!("How is a conflict written?\n```\n{conflict}```\n");
    assert_eq!(found(code, Dialect::Deck), []);
}
