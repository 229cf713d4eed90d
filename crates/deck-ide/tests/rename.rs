//! Looking up and renaming what stands at the cursor.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::PathBuf;

use deck_ide::{Moved, definition, prepare_rename, references, rename, will_rename};
use deck_lint::Member;
use deck_syntax::Dialect;
use support::Decks;

fn found(decks: &Decks, similar: &[Member]) -> Vec<String> {
    decks.show(&references(&decks.workspace, &decks.terms, decks.file, decks.at, similar))
}

fn defined(decks: &Decks, similar: &[Member]) -> Vec<String> {
    decks.show(&definition(&decks.workspace, &decks.terms, decks.file, decks.at, similar))
}

/// The decks after the rename, or why there is none.
fn renamed(decks: &Decks, new: &str) -> String {
    match rename(&decks.workspace, &decks.terms, decks.file, decks.at, new) {
        Ok(edits) => decks.applied(&edits),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_tag_is_renamed_in_every_dialect_and_in_front_matter() {
    let decks = Decks::new(&[
        ("a.deck", Dialect::Deck, "---\ntags: [ussr, old]\n---\nWhy?\n- so\n@tags us‸sr, war\n"),
        ("b.md", Dialect::Obsidian, "#flashcards #ussr\n\nWhy?::so\n\n#ussr-later\n"),
        ("c.txt", Dialect::Anki, "#tags:ussr\n#tags column:3\nWhy\tso\twar ussr\n"),
        ("d.md", Dialect::Headings, "## Why?\n\nso\n\n[#ussr](./ussr.md) [#war]()\n"),
        ("e.md", Dialect::Hashcards, "---\ntags = [\"ussr\"]\n---\nQ: Why?\nA: ussr\n"),
    ]);
    assert_eq!(
        renamed(&decks, "#soviet"),
        "-- a.deck\n---\ntags: [soviet, old]\n---\nWhy?\n- so\n@tags soviet, war\n\
         -- b.md\n#flashcards #soviet\n\nWhy?::so\n\n#ussr-later\n\
         -- c.txt\n#tags:soviet\n#tags column:3\nWhy\tso\twar soviet\n\
         -- d.md\n## Why?\n\nso\n\n[#soviet](./ussr.md) [#war]()\n\
         -- e.md\n---\ntags = [\"soviet\"]\n---\nQ: Why?\nA: ussr\n"
    );
    assert_eq!(found(&decks, &[]).len(), 7);
    assert_eq!(defined(&decks, &[]), ["a.deck 2: ussr"]);
    let why = renamed(&decks, "the ussr");
    assert!(why.starts_with("a tag cannot have a space in it"), "{why}");
}

#[test]
fn the_tag_that_makes_a_note_a_deck_stays_one() {
    let decks = Decks::one(Dialect::Obsidian, "#flash‸cards/history\n\nWhy?::so\n");
    assert_eq!(renamed(&decks, "flashcards/war"), "#flashcards/war\n\nWhy?::so\n");
    assert!(renamed(&decks, "war").starts_with("`#flashcards/history` makes notes decks"));
}

#[test]
fn an_id_is_renamed_unless_it_is_taken() {
    let text = "Why?\n- so\n@id on‸e\n\nHow?\n- thus\n@id two\n";
    let decks = Decks::one(Dialect::Deck, text);
    assert_eq!(renamed(&decks, "three"), "Why?\n- so\n@id three\n\nHow?\n- thus\n@id two\n");
    assert!(renamed(&decks, "two").starts_with("another card has the id `two` already"));
    assert!(renamed(&decks, "a b").starts_with("an id cannot have a space"));
    assert!(renamed(&decks, " ").starts_with("an id has at least one"));
    let anki = Decks::one(Dialect::Anki, "#guid column:1\nab‸c\tWhy\tso\n");
    assert!(renamed(&anki, "abd").starts_with("Anki knows its notes by these ids"));
}

#[test]
fn a_section_is_renamed_with_the_links_to_it() {
    let decks = Decks::new(&[
        ("Light.md", Dialect::Obsidian, "#flashcards\n\n## Old na‸me\n\nWhy?::see [[#Old name]]\n"),
        (
            "b.md",
            Dialect::Obsidian,
            "#flashcards\n\n## Old name\n\nHow?::[[a/Light#Old name|so]], \
                                     [[#Old name]]\n",
        ),
    ]);
    assert_eq!(
        renamed(&decks, "New name"),
        "-- Light.md\n#flashcards\n\n## New name\n\nWhy?::see [[#New name]]\n\
         -- b.md\n#flashcards\n\n## Old name\n\nHow?::[[a/Light#New name|so]], [[#Old name]]\n"
    );
    let native = Decks::one(Dialect::Deck, "## Cau‸ses\n\nWhy?\n- so\n");
    assert_eq!(renamed(&native, "Reasons"), "## Reasons\n\nWhy?\n- so\n");
    let note = Decks::one(Dialect::Obsidian, "#flashcards\n\n## Cau‸ses\n\nWhy?::so\n");
    assert!(renamed(&note, "Causes::effects").contains("would be no title"));
    assert!(renamed(&native, "a\nb").starts_with("the title of a section is one line"));
}

#[test]
fn a_term_is_renamed_in_all_its_spellings_and_nowhere_else() {
    let decks = Decks::new(&[
        (
            "a.deck",
            Dialect::Deck,
            "What was the Franco-Sov‸iet pact?\n- a Franco-soviet treaty of `Franco-Soviet` aid\n\
             @source Franco-Soviet papers\n",
        ),
        (
            "b.txt",
            Dialect::Anki,
            "#html:true\nWas the <i>Franco-Soviet</i> pact kept?\t<a href=\"Franco-Soviet\">no</a>\n",
        ),
    ]);
    assert_eq!(
        renamed(&decks, "French-Soviet"),
        "-- a.deck\nWhat was the French-Soviet pact?\n- a French-Soviet treaty of `Franco-Soviet` \
         aid\n@source Franco-Soviet papers\n\
         -- b.txt\n#html:true\nWas the <i>French-Soviet</i> pact kept?\t\
         <a href=\"Franco-Soviet\">no</a>\n"
    );
    assert_eq!(
        found(&decks, &[]),
        ["a.deck 1: Franco-Soviet", "a.deck 2: Franco-soviet", "b.txt 2: Franco-Soviet"]
    );
    assert_eq!(renamed(&decks, "a [b]"), "a term is words, and cannot have `[` in it");
    assert_eq!(renamed(&decks, ""), "a term starts with a letter or digit, and ends with one");
}

#[test]
fn a_term_cannot_have_in_it_what_parts_the_columns() {
    let text = "#separator:comma\nwas at ‸Gol then,in Gol\n";
    let decks = Decks::one(Dialect::Anki, text);
    assert_eq!(
        renamed(&decks, "Khalkhin Gol"),
        "#separator:comma\nwas at Khalkhin Gol then,in Khalkhin Gol\n"
    );
    let decks = Decks::new(&[
        ("a.deck", Dialect::Deck, "Who won at ‸Gol?\n- it was won at Gol\n"),
        ("b.txt", Dialect::Anki, "#separator:space\nGol 1939\n"),
    ]);
    assert!(renamed(&decks, "Golan").contains("Golan 1939"));
    assert_eq!(
        renamed(&decks, "Khalkhin Gol"),
        "in b.txt, a space parts the columns, so it cannot be in a term"
    );
}

#[test]
fn what_is_nothing_is_refused() {
    for text in ["Why ‸so?\n- it is\n", "‸", "Why?\n- `Litv‸inov` and `Litvinov`\n"] {
        let decks = Decks::one(Dialect::Deck, text);
        let refused = prepare_rename(&decks.workspace, &decks.terms, decks.file, decks.at);
        assert!(refused.unwrap_err().to_string().starts_with("only a tag, an id"), "{text}");
    }
    let decks = Decks::one(Dialect::Deck, "Why?\n- so\n@tags cold-‸war, x\n");
    let found = prepare_rename(&decks.workspace, &decks.terms, decks.file, decks.at).unwrap();
    assert_eq!((found.name.as_str(), found.range.start()), ("cold-war", 16.into()));
}

#[test]
fn a_date_leads_to_other_cards_about_it() {
    let decks = Decks::new(&[
        ("a.deck", Dialect::Deck, "When was Munich?\n- 30 September 1938\n\nAnd in 19‸38?\n- so\n"),
        ("b.deck", Dialect::Deck, "What was in 1938?\n- it\n\nIn 1939?\n- x\n@date 1938-05\n"),
    ]);
    assert_eq!(
        found(&decks, &[]),
        ["a.deck 2: 30 September 1938", "a.deck 4: 1938", "b.deck 1: 1938", "b.deck 6: 1938-05"]
    );
    assert_eq!(defined(&decks, &[]), ["b.deck 1: 1938"]);
}

#[test]
fn a_question_leads_to_those_that_ask_the_same() {
    let decks = Decks::new(&[
        ("a.deck", Dialect::Deck, "What is ‸it called?\n- a\n"),
        ("b.deck", Dialect::Deck, "# B\n\nWhat is it called?\n- a\n"),
    ]);
    let other = decks.workspace.cards().members().nth(1).unwrap();
    assert_eq!(defined(&decks, &[other]), ["b.deck 3: What is it called?"]);
    assert_eq!(
        found(&decks, &[other]),
        ["a.deck 1: What is it called?", "b.deck 3: What is it called?"]
    );
}

fn moved(decks: &[(&str, Dialect, &str)], from: &str, to: &str) -> String {
    let mut decks = Decks::new(decks);
    decks.workspace.root = PathBuf::from("/d");
    let moved = [Moved { from: from.into(), to: to.into() }];
    decks.applied(&will_rename(&decks.workspace, &moved))
}

#[test]
fn links_follow_a_file_that_is_moved() {
    let deck = |text: &'static str| [("/d/h/a.deck", Dialect::Deck, text)];
    for (text, after) in [
        ("Why?\n- ![map](../m/map.png)\n", "Why?\n- ![map](../n/the%20map.png)\n"),
        ("Why?\n- ![map](<../m/map.png>)\n", "Why?\n- ![map](<../n/the map.png>)\n"),
        ("Why?\n- ![map](/m/map.png \"A\")\n", "Why?\n- ![map](/n/the%20map.png \"A\")\n"),
        ("Why?\n- <img src=\"../m/map.png\">\n", "Why?\n- <img src=\"../n/the map.png\">\n"),
        ("Why?\n- ![[map.png]]\n", "Why?\n- ![[the map.png]]\n"),
        ("Why?\n- ![[m/map.png|200]]\n", "Why?\n- ![[n/the map.png|200]]\n"),
        ("Why?\n- `![map](../m/map.png)`\n", ""),
        ("Why?\n- [w](https://a.example/m/map.png) [x](mailto:a@b.c)\n", ""),
        ("Why?\n- ![map](../m/map.pngx) ![[bitmap.png]]\n", ""),
    ] {
        assert_eq!(moved(&deck(text), "/d/m/map.png", "/d/n/the map.png"), after, "{text}");
    }
}

#[test]
fn links_follow_a_folder_and_a_deck() {
    let deck = [("/d/h/a.deck", Dialect::Deck, "Why?\n- ![m](../m/x/map.png) ![[m/x/map.png]]\n")];
    assert_eq!(
        moved(&deck, "/d/m", "/d/media"),
        "Why?\n- ![m](../media/x/map.png) ![[media/x/map.png]]\n"
    );
    assert_eq!(
        moved(&deck, "/d/h/a.deck", "/d/a.deck"),
        "Why?\n- ![m](m/x/map.png) ![[m/x/map.png]]\n"
    );
    assert_eq!(moved(&deck, "/d/h/a.deck", "/d/h/b.deck"), "");
    let note = [("/d/a.md", Dialect::Obsidian, "#flashcards\n\nWhy?::see [[Light#Lens]]\n")];
    assert_eq!(
        moved(&note, "/d/Light.md", "/d/Optics.md"),
        "#flashcards\n\nWhy?::see [[Optics#Lens]]\n"
    );
}
