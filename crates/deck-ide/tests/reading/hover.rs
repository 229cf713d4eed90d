use deck_ide::{Hover, HoverCx, Use, hover};
use deck_syntax::Dialect;

use crate::support::{FILE, Marked};

fn at(marked: &Marked, uses: &dyn Fn(Use<'_>) -> Option<usize>) -> Option<Hover> {
    let findings = marked.workspace.lint().diagnostics;
    hover(&marked.workspace, FILE, marked.at, &HoverCx { findings: &findings, uses })
}

/// What the pointer at `‸` shows, and about what, without what the rules say.
fn shown(text: &str, dialect: Dialect) -> (String, String) {
    let marked = Marked::new(text, dialect);
    let cx = HoverCx { findings: &[], uses: &|_| None };
    let hover = hover(&marked.workspace, FILE, marked.at, &cx);
    let hover = hover.unwrap_or_else(|| panic!("nothing at {text}"));
    (marked.words(hover.range).to_owned(), hover.markdown)
}

fn check(dialect: Dialect, cases: &[(&str, &str, &str)]) {
    for (deck, words, markdown) in cases {
        assert_eq!(shown(deck, dialect), ((*words).to_owned(), (*markdown).to_owned()), "{deck}");
    }
}

#[test]
fn a_card_is_shown_where_nothing_else_is_meant() {
    check(
        Dialect::Deck,
        &[
            (
                "Who le‸ft?\nJapan\n\nNext?\nX\n",
                "Who left?\nJapan",
                "**Who left?**\n\n---\n\nJapan",
            ),
            ("When?\n19‸36\n", "When?\n1936", "**When?**\n\n---\n\n1936"),
        ],
    );
    let marked = Marked::deck("Who?\nWe\n\n‸\n\nNext?\nX\n");
    assert_eq!(at(&marked, &|_| None), None);
}

#[test]
fn a_date_is_told_in_words() {
    let september = "**September 1936**  \nthe year is taken from the question  \n\
                     1 September 1936 to 30 September 1936 (30 days) · EDTF `1936-09`";
    check(
        Dialect::Deck,
        &[
            ("When in 1936?\nIn Sep‸tember\n", "September", september),
            (
                "When was Munich?\nOn 30 September‸ 1938\n",
                "30 September 1938",
                "**30 September 1938**  \nFriday, 30 September 1938 · EDTF `1938-09-30`",
            ),
            (
                "When?\nOn Monday 3 September‸ 1939\n",
                "Monday 3 September 1939",
                "**3 September 1939**  \nSunday, 3 September 1939 · EDTF `1939-09-03`  \n\
                 it was a Sunday, not a Monday",
            ),
            (
                "When?\nOn 31 September‸ 1938\n",
                "31 September 1938",
                "**31 September 1938**  \nthere is no such day",
            ),
            (
                "When?\nFrom May‸ to September 1939\n",
                "May to September 1939",
                "**May 1939 to September 1939**  \n\
                 the year is taken from the other end of the range  \n\
                 1 May 1939 to 30 September 1939 (153 days) · EDTF `1939-05/1939-09`",
            ),
            (
                "When?\nIn la‸te 1936\n",
                "late 1936",
                "**late 1936**  \n1 September 1936 to 31 December 1936 (122 days) · EDTF `1936`",
            ),
            (
                "When?\n30 Sep‸tember\n",
                "30 September",
                "**30 September**  \nthis card does not say in which year  \nEDTF `XXXX-09-30`",
            ),
            ("When?\nX\n@date 1936-‸22\n", "1936-22", "**1 June 1936 to 31 August 1936**"),
            (
                "When?\nX\n@date 490‸0~\n",
                "4900~",
                "about then: **1 January 4900 to 31 December 4900**",
            ),
            ("When?\nX\n@date ..‸/1936\n", "../1936", "**up to 31 December 1936**"),
        ],
    );
    check(Dialect::Anki, &[("When in 1936?\tIn Sep‸tember\n", "September", september)]);
}

#[test]
fn a_name_is_counted() {
    let deck = "---\ntags: [ussr]\n---\nWho?\nWe\n@tags sp‸ain\n@id a\n\nWhy?\nX\n@tags spain\n";
    check(
        Dialect::Deck,
        &[
            (deck, "spain", "tag **spain** · 2 cards in this file"),
            (
                "---\ntags: [us‸sr]\n---\na :: b\nc :: d\n",
                "ussr",
                "tag **ussr** · 2 cards in this file",
            ),
            (
                "a :: b\n@id x‸\nc :: d\n@id x\n",
                "x",
                "id **x** · 2 cards in this file. An id should be one card's alone",
            ),
        ],
    );
    let marked = Marked::deck(deck);
    let known = at(&marked, &|name| (name == Use::Tag("spain")).then_some(1812)).unwrap();
    assert_eq!(known.markdown, "tag **spain** · 1812 cards");
    check(
        Dialect::Obsidian,
        &[(
            "#flash‸cards\n\na::b\nc::d\n",
            "flashcards",
            "tag **flashcards** · 2 cards in this file",
        )],
    );
}

#[test]
fn keys_say_what_they_are_for() {
    for (dialect, deck, words, start) in [
        (Dialect::Deck, "---\nla‸ng: en\n---\na :: b\n", "lang", "**lang**\n\nThe language"),
        (Dialect::Deck, "Who?\nWe\n@da‸te 1936\n", "@date", "**@date**\n\nWhen it happened"),
        (Dialect::Deck, "@so‸urce x\n\nWho?\nWe\n", "@source", "**@source**\n\nWhere the"),
        (Dialect::Anki, "#sep‸arator:tab\na\tb\n", "separator", "**separator**\n\nWhat parts"),
    ] {
        let (about, markdown) = shown(deck, dialect);
        assert_eq!(about, words);
        assert!(markdown.starts_with(start), "{markdown}");
    }
}

#[test]
fn a_rule_is_explained_where_it_is_named_and_where_it_speaks() {
    let deck = "<!-- decklint-allow missing-‸answer: later -->\nWho?\n";
    let (about, markdown) = shown(deck, Dialect::Deck);
    assert_eq!(about, "missing-answer");
    assert!(markdown.starts_with("**missing-answer** · "), "{markdown}");
    assert!(!markdown.contains("## ") && !markdown.contains("```"), "{markdown}");
    let (about, markdown) = shown("# decklint-‸off missing-answer\na\tb\n", Dialect::Anki);
    assert_eq!((about.as_str(), &markdown[..16]), ("decklint-off", "**decklint-off**"));

    let marked = Marked::deck("Wh‸o?\n");
    let hover = at(&marked, &|_| None).unwrap();
    let (card, rule) = hover.markdown.rsplit_once("\n\n---\n\n").unwrap();
    assert_eq!(card, "**Who?**\n\n---\n\n*no answer yet*");
    assert!(rule.starts_with("**missing-answer** · "), "{rule}");
}
