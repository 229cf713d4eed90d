use deck_ide::highlights;
use deck_syntax::Dialect;

use crate::support::{FILE, Marked};

/// The deck with brackets around what is highlighted.
fn shown(text: &str, dialect: Dialect) -> String {
    let marked = Marked::new(text, dialect);
    let mut shown = marked.file().text.clone();
    for range in highlights(&marked.workspace, FILE, marked.at, None).iter().rev() {
        shown.insert(range.end().into(), '›');
        shown.insert(range.start().into(), '‹');
    }
    shown
}

#[test]
fn the_same_tag_the_same_id_the_same_number_the_same_name() {
    for (dialect, deck, expected) in [
        (
            Dialect::Deck,
            "---\ntags: [spain, 'cold war']\n---\nWho?\nWe\n@tags sp‸ain us\n\nWhy?\nspain\n@tags war, spain\n",
            "---\ntags: [‹spain›, 'cold war']\n---\nWho?\nWe\n@tags ‹spain› us\n\nWhy?\nspain\n@tags war, ‹spain›\n",
        ),
        (
            Dialect::Deck,
            "---\ntags:\n  - cold‸ war\n  - war\n---\nWho?\nWe\n",
            "---\ntags:\n  - ‹cold war›\n  - war\n---\nWho?\nWe\n",
        ),
        (
            Dialect::Deck,
            "a :: b\n@id x‸1\nc :: x1\n@id x1\n",
            "a :: b\n@id ‹x1›\nc :: x1\n@id ‹x1›\n",
        ),
        (
            Dialect::Deck,
            "C: {{c1::a}} {{c2::‸b}} {{c2::d}} {{e}}",
            "C: {{c1::a}} ‹{{c2::b}}› ‹{{c2::d}}› {{e}}",
        ),
        (
            Dialect::Deck,
            "Who is Lit‸vinov?\nLitvinov was Litvinova's friend, not litvinov's\n",
            "Who is ‹Litvinov›?\n‹Litvinov› was Litvinova's friend, not litvinov's\n",
        ),
        (
            Dialect::Deck,
            "Who is Litvinov?\nA fri‸end and friend\n",
            "Who is Litvinov?\nA friend and friend\n",
        ),
        (
            Dialect::Obsidian,
            "#flash‸cards\n\na::b\n\n#flashcards\n",
            "#‹flashcards›\n\na::b\n\n#‹flashcards›\n",
        ),
        (
            Dialect::Anki,
            "#tags:fr\n#tags column:3\na\tb\tfr‸ x\nc\td\tfr\n",
            "#tags:‹fr›\n#tags column:3\na\tb\t‹fr› x\nc\td\t‹fr›\n",
        ),
    ] {
        assert_eq!(shown(deck, dialect), expected);
    }
}

#[test]
fn a_term_of_several_words_is_found_as_a_whole() {
    let marked = Marked::deck("Where is Khalkhin Gol?\nAt the river Khalkhin Gol, not Gol\n");
    let start = marked.file().text.find("Khalkhin").unwrap();
    let at = |at: usize| deck_syntax::TextSize::new(u32::try_from(at).unwrap());
    let term = deck_syntax::TextRange::new(at(start), at(start + 12));
    let found = highlights(&marked.workspace, FILE, at(start + 2), Some(term));
    let words: Vec<&str> = found.iter().map(|range| marked.words(*range)).collect();
    assert_eq!(words, ["Khalkhin Gol", "Khalkhin Gol"]);
}
