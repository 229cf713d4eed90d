//! The index of terms: what is one, how it is counted, where it stands.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use deck_lint::{Config, FileId, Terms, Workspace};
use deck_syntax::Dialect;
use proptest::prelude::*;

fn workspace(texts: &[(&str, Dialect)]) -> Workspace {
    let named = texts.iter().enumerate().map(|(index, (text, dialect))| {
        (PathBuf::from(format!("{index}.deck")), text.as_bytes().to_vec(), *dialect)
    });
    Workspace::of_decks(named)
}

fn deck(text: &str) -> Workspace {
    workspace(&[(text, Dialect::Deck)])
}

/// `term:uses` for each term.
fn terms(terms: &Terms) -> Vec<String> {
    terms.iter().map(|term| format!("{}:{}", term.text, term.uses)).collect()
}

#[test]
fn a_term_stands_inside_a_sentence_twice() {
    let decks = deck(
        "Why did Litvinov join the League of Nations?\n- Litvinov feared Germany\n\n\
         Who led the League of Nations?\n- a secretary\n\nWhen did Litvinov fall?\n- in 1939\n",
    );
    assert_eq!(terms(&Terms::of(&decks, &[])), ["League of Nations:2", "Litvinov:3"]);
}

#[test]
fn what_only_opens_sentences_is_none() {
    let decks = deck("Who?\n- Relations improved\n- Relations worsened\n- Relations ended\n");
    assert_eq!(terms(&Terms::of(&decks, &[])), Vec::<String>::new());
}

#[test]
fn the_sides_of_every_dialect_are_read() {
    let texts = [
        ("Q: Did Litvinov sign?\nA: yes, Litvinov did\n", Dialect::Hashcards),
        ("#flashcards\n\nDid Litvinov sign?::yes, Litvinov did\n", Dialect::Obsidian),
        ("#html:true\nDid Litvinov sign?\tyes, <b>Litvinov</b> did\n", Dialect::Anki),
        ("## Did Litvinov sign?\n\nyes, Litvinov did\n", Dialect::Headings),
    ];
    for text in texts {
        assert_eq!(terms(&Terms::of(&workspace(&[text]), &[])), ["Litvinov:2"], "{text:?}");
    }
}

#[test]
fn code_formulas_links_and_comments_are_not_read() {
    let decks = deck(
        "Why is `the Kremlin` or $the Kremlin$ [so](https://a.example/the Kremlin)?\n\
         <!-- the Kremlin -->\n- see ![[the Kremlin]] and\n```\nthe Kremlin\n```\n\
         @source the Kremlin, the Kremlin\n",
    );
    assert_eq!(terms(&Terms::of(&decks, &[])), Vec::<String>::new());
}

#[test]
fn spellings_of_one_term_are_neighbours() {
    let decks = deck("Was the Franco-Soviet pact a Franco-soviet pact?\n- a Franco-Soviet one\n");
    let terms = Terms::of(&decks, &[]);
    let spellings = terms.spellings("franco soviet");
    let shown: Vec<_> = spellings.iter().map(|it| (&*it.text, it.uses())).collect();
    assert_eq!(shown, [("Franco-Soviet", 2), ("Franco-soviet", 1)]);
    assert_eq!(terms.count("franco soviet"), 3);
}

#[test]
fn what_is_typed_is_the_start_of_any_word() {
    let decks = deck(
        "Who won at Khalkhin Gol, at Khalkhin Gol, at Kharkov and Kharkov and Kharkov?\n- nobody\n",
    );
    let terms = Terms::of(&decks, &[]);
    let of = |prefix| terms.starting_with(prefix, 9).iter().map(|it| it.text).collect::<Vec<_>>();
    assert_eq!(of("kha"), ["Kharkov", "Khalkhin Gol"]);
    assert_eq!(of("GO"), ["Khalkhin Gol"]);
    assert_eq!(of("khalkhin g"), ["Khalkhin Gol"]);
    assert_eq!(of("k"), Vec::<&str>::new());
    assert_eq!(terms.starting_with("kh", 1).len(), 1);
}

#[test]
fn the_configuration_names_terms() {
    let config =
        Config::parse("decklint.toml".as_ref(), "[text]\nterms = [\"glasnost\"]\n").unwrap();
    let decks = deck("What was glasnost?\n- Glasnost was openness, not the glasnosti\n");
    let known = Terms::of(&decks, &config.text.terms);
    assert_eq!(terms(&known), ["glasnost:2"]);
    assert_eq!(known.spellings("glasnost").len(), 2);
    assert_eq!(terms(&Terms::new(&config.text.terms)), ["glasnost:0"]);
}

#[test]
fn places_are_whole_words_on_sides_and_of_that_very_term() {
    let text = "Did Litvinov or `Litvinov` meet Maxim Litvinov?\n\
                - no, Litvinov's aide met a pro-Litvinov man, Maxim Litvinov\n\
                @source Litvinov\n\nLitvinovs?\n- none\n";
    let decks = deck(text);
    let terms = Terms::of(&decks, &["Litvinov".to_owned()]);
    let places = terms.places(&decks, "litvinov");
    let found: Vec<_> = places.iter().map(|it| usize::from(it.range.start())).collect();
    let aide = text.find("Litvinov's").unwrap();
    assert_eq!(found, [4, aide]);
    assert_eq!(terms.places(&decks, "Maxim Litvinov").len(), 2);
    assert_eq!(terms.places(&decks, "Molotov"), []);
}

/// The words that random decks are made of.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Litvinov",
        "the",
        "League",
        "of",
        "Nations",
        ". ",
        "\n",
        "\n\n",
        "?\n- ",
        "Q: ",
        "A: ",
        "Franco-Soviet",
        "Franco-soviet",
        "`",
        "$",
        "é",
        "Élysée",
        "::",
        "\t",
        "[[",
        "]]",
        "## ",
        "glasnost",
        "'s",
        "{{c1::",
        "}}",
        "<b>",
        "\u{301}",
        "𝒳",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn dialect() -> impl Strategy<Value = Dialect> {
    prop::sample::select(Dialect::ALL.to_vec())
}

proptest! {
    #[test]
    fn cards_added_one_by_one_are_the_workspace_and_removed_leave_nothing(
        text in words(), dialect in dialect(),
    ) {
        let named = ["glasnost".to_owned()];
        let decks = workspace(&[(&text, dialect)]);
        let file = decks.file(FileId(0));
        let mut grown = Terms::new(&named);
        for index in 0..file.deck.items().len() {
            grown.add_card(&file.item(index));
        }
        let whole = Terms::of(&decks, &named);
        prop_assert_eq!(terms(&grown), terms(&whole));
        for term in whole.iter() {
            for place in whole.places(&decks, term.text) {
                prop_assert_eq!(deck_lint::term_key(&file.text[place.range]), term.key);
            }
        }
        for index in 0..file.deck.items().len() {
            grown.remove_card(&file.item(index));
        }
        prop_assert_eq!(terms(&grown), terms(&Terms::new(&named)));
    }
}
