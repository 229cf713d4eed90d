use deck_ide::card_at;
use deck_syntax::Dialect;

use crate::support::{FILE, Marked};

#[test]
fn a_card_is_shown_as_a_card_in_every_dialect() {
    for (dialect, deck, expected) in [
        (
            Dialect::Deck,
            "Who left the Lea‸gue?\nJapan\nand Germany\n@tags league, 1930s\n@hint two states\n",
            "**Who left the League?**\n\n---\n\nJapan\nand Germany\n\n\
             *tags: league, 1930s · hint: two states*",
        ),
        (
            Dialect::Deck,
            "Q: Read this\n> a line\nA: ‸Shakespeare",
            "**Read this**  \n> a line\n\n---\n\nShakespeare",
        ),
        (Dialect::Deck, "dog ‸::: perro", "**dog**\n\n---\n\nperro\n\n*asked both ways*"),
        (Dialect::Deck, "Who?‸", "**Who?**\n\n---\n\n*no answer yet*"),
        (
            Dialect::Deck,
            "C: The {{kelv‸in}} measures {{c2::heat::of a body}}.",
            "The **[…]** measures **[of a body]**.\n\n---\n\nThe **kelvin** measures **heat**.",
        ),
        (Dialect::Deck, "C: ‸$E = {{c1::m}}c^2$", "$E = **[…]**c^2$\n\n---\n\n$E = mc^2$"),
        (Dialect::Hashcards, "C: A [no‸un] names.", "A **[…]** names.\n\n---\n\nA **noun** names."),
        (
            Dialect::Obsidian,
            "#flashcards\n\nprism‸::splits light\n",
            "**prism**\n\n---\n\nsplits light",
        ),
        (
            Dialect::Anki,
            "#separator:tab\n#html:true\n#tags column:3\n\
             <b>chat</b>‸ &amp; chien\tcat<br>and dog\tfrench",
            "**chat** & chien\n\n---\n\ncat\nand dog\n\n*tags: french*",
        ),
        (
            Dialect::Headings,
            "# Sky\n\n## What is a cloud?‸\n\nWater\n",
            "**What is a cloud?**\n\n---\n\nWater",
        ),
    ] {
        let marked = Marked::new(deck, dialect);
        let card = card_at(&marked.workspace, FILE, marked.at)
            .unwrap_or_else(|| panic!("no card: {deck}"));
        assert_eq!(card.markdown(), expected, "{deck}");
    }
}

#[test]
fn a_card_is_where_it_is_written() {
    let marked = Marked::deck("Who?\nJapan\n\nWhen‸?\n1933\n\n\n## Later\n");
    let card = card_at(&marked.workspace, FILE, marked.at).unwrap();
    assert_eq!(marked.words_at(card.place), "When?\n1933\n");
}

#[test]
fn what_is_no_card_is_none() {
    for deck in ["", "‸## Later\n", "some text‸ and more\n"] {
        let marked = Marked::deck(deck);
        assert!(card_at(&marked.workspace, FILE, marked.at).is_none(), "{deck}");
    }
}
