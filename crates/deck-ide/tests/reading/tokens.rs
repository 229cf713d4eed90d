use deck_ide::{TokenKind, TokenModifiers, semantic_tokens};
use deck_syntax::{Dialect, TextRange, TextSize};

use crate::support::{FILE, Marked};

/// Each token on a line of its own.
fn shown(text: &str, dialect: Dialect) -> Vec<String> {
    let marked = Marked::new(text, dialect);
    let tokens = semantic_tokens(&marked.workspace, FILE, None).into_iter();
    let show = |token: deck_ide::Token| {
        let mut mark = String::new();
        for (modifier, sign) in [
            (TokenModifiers::LENT, " lent"),
            (TokenModifiers::IMPOSSIBLE, " impossible"),
            (TokenModifiers::DEFINITION, " definition"),
        ] {
            mark += if token.modifiers.has(modifier) { sign } else { "" };
        }
        format!("{:?}{mark} {}", token.kind, marked.words(token.range))
    };
    tokens.map(show).collect()
}

#[test]
fn each_piece_of_a_deck_has_a_meaning() {
    let deck = "---\ntitle: Spain\ntags: [war, us]\n---\n# The war <!-- draft -->\n\
                Who came in 1936?\n- Italy, in September\n@tags it, de\n- Germany\n@id a\n@date 1936~\n\n\
                Q: What is it?\nA: This:\n```\ncode 1936\n```\n---\nloose 1936\n";
    assert_eq!(
        shown(deck, Dialect::Deck),
        [
            "Key title",
            "Value Spain",
            "Key tags",
            "Value [",
            "Tag war",
            "Value ,",
            "Tag us",
            "Value ]",
            "Heading # The war",
            "Comment <!-- draft -->",
            "Question Who came in",
            "Date 1936",
            "Question ?",
            "Answer - Italy, in September",
            "Key @tags",
            "Tag it",
            "Tag de",
            "Answer - Germany",
            "Key @id",
            "Value definition a",
            "Key @date",
            "Date 1936~",
            "Label Q:",
            "Question What is it?",
            "Label A:",
            "Answer This:",
            "Separator ---",
        ]
    );
}

#[test]
fn clozes_are_told_from_their_marks() {
    assert_eq!(
        shown("C: Take {{c1::the {{c2::train}}::way}} now.\n", Dialect::Deck),
        [
            "Label C:",
            "Question Take",
            "Label {{c1::",
            "Cloze the",
            "Label {{c2::",
            "Cloze train",
            "Label }}",
            "Label ::",
            "Hint way",
            "Label }}",
            "Question now.",
        ]
    );
    assert_eq!(
        shown("C: A [noun] names.\n", Dialect::Hashcards),
        ["Label C:", "Question A", "Label [", "Cloze noun", "Label ]", "Question names."]
    );
}

#[test]
fn dates_without_a_year_and_dates_that_are_none_are_marked() {
    assert_eq!(
        shown("When?\nOn 31 September 1938, or 1 May 1939 to 3 June, or 30 May\n", Dialect::Deck)
            [1..],
        [
            "Answer On",
            "Date impossible 31 September 1938",
            "Answer , or",
            "Date 1 May 1939 to 3 June",
            "Answer , or",
            "Date lent 30 May",
        ]
    );
}

#[test]
fn dialects_have_their_marks() {
    for (dialect, deck, expected) in [
        (
            Dialect::Obsidian,
            "#flashcards\n\nprism::splits\n\nWho?\n?\nWe\n",
            &[
                "Tag flashcards",
                "Question prism",
                "Label ::",
                "Answer splits",
                "Question Who?",
                "Separator ?",
                "Answer We",
            ][..],
        ),
        (
            Dialect::Anki,
            "#tags column:4\n# a comment\nchat\t\"cat\"\tmore\tfr x\n",
            &[
                "Key tags column",
                "Value 4",
                "Comment # a comment",
                "Question chat",
                "Label \"",
                "Answer cat",
                "Label \"",
                "Field more",
                "Tag fr",
                "Tag x",
            ],
        ),
        (
            Dialect::Headings,
            "# Sky\n\n## Who? ##\n\nWe\n",
            &["Heading # Sky", "Label ##", "Question Who?", "Label ##", "Answer We"],
        ),
    ] {
        assert_eq!(shown(deck, dialect), expected, "{deck}");
    }
}

#[test]
fn what_is_in_sight_is_what_is_in_the_whole() {
    let marked = Marked::deck("Who?\nWe\n\n## S\na :: b\n\nC: {{x}} y\n");
    let all = semantic_tokens(&marked.workspace, FILE, None);
    let text = &marked.file().text;
    let start = TextSize::new(u32::try_from(text.find("## S").unwrap()).unwrap());
    let range = TextRange::new(start, start + TextSize::new(2));
    let seen = semantic_tokens(&marked.workspace, FILE, Some(range));
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].kind, all.contains(&seen[0])), (TokenKind::Heading, true));
}
