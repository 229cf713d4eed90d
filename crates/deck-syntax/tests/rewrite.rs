//! Changes to single cards. `|` is the cursor; `<` and `>` stand around a selection, before and
//! after.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use deck_syntax::format::apply;
use deck_syntax::rewrite::{Rewrite, add_id, make_cloze, split_card};
use deck_syntax::{Deck, Dialect, TextRange, TextSize, parse_as};

fn rewrite(
    dialect: Dialect,
    shown: &str,
    change: impl Fn(&Deck, &str, TextRange) -> Option<Rewrite>,
) -> Option<String> {
    let from = shown.find(['|', '<']).unwrap();
    let text = shown.replacen(['|', '<'], "", 1);
    let upto = text.find('>').unwrap_or(from);
    let text = text.replacen('>', "", 1);
    let size = |at: usize| TextSize::try_from(at).unwrap();
    let deck = parse_as(&text, dialect, &Arc::default());
    let rewrite = change(&deck, &text, TextRange::new(size(from), size(upto)))?;
    let mut after = apply(&text, &rewrite.edits);
    after.insert(rewrite.select.end().into(), '>');
    after.insert(rewrite.select.start().into(), '<');
    Some(after)
}

fn split(dialect: Dialect, shown: &str) -> Option<String> {
    rewrite(dialect, shown, |deck, text, at| split_card(deck, text, at.start()))
}

fn cloze(dialect: Dialect, shown: &str) -> Option<String> {
    rewrite(dialect, shown, make_cloze)
}

fn name(dialect: Dialect, shown: &str, id: &str) -> Option<String> {
    rewrite(dialect, shown, |deck, text, at| add_id(deck, text, at.start(), id))
}

#[test]
fn a_card_is_split_at_a_line_of_its_answer() {
    assert_eq!(
        split(
            Dialect::Deck,
            "What is a cell?\nThe unit of life\n|It has a skin\nWhat is next?\nTissue\n"
        )
        .unwrap(),
        "What is a cell?\nThe unit of life\n\n<New question>?\nIt has a skin\nWhat is next?\nTissue\n"
    );
    assert_eq!(
        split(Dialect::Deck, "Q: What?\r\nA: one\r\n- two|\r\n").unwrap(),
        "Q: What?\r\nA: one\r\n\r\nQ: <New question>\r\nA:\r\n- two\r\n"
    );
    assert_eq!(
        split(Dialect::Hashcards, "Q: What?\nA: one\n\n|two\nQ: b\nA: c\n").unwrap(),
        "Q: What?\nA: one\n\nQ: <New question>\nA: two\nQ: b\nA: c\n"
    );
    assert_eq!(
        split(Dialect::Headings, "## What?\none\n|two\n").unwrap(),
        "## What?\none\n\n## <New question>\ntwo\n"
    );
}

#[test]
fn where_no_second_card_would_be_nothing_is_split() {
    for text in [
        "|What?\none\ntwo\n",
        "What?\n|one\ntwo\n",
        "What?\n- one\n  - |two\n",
        "What?\n```\na\n|b\n```\n",
        "a :: b\n  |c\n",
        "|",
    ] {
        assert_eq!(split(Dialect::Deck, text), None, "{text}");
    }
    assert_eq!(split(Dialect::Anki, "a\tb\nc|\td\n"), None);
}

#[test]
fn words_become_a_deletion() {
    for (dialect, before, after) in [
        (Dialect::Deck, "C: {{one}} and < two>\n", "C: {{one}} and  {{<two>}}\n"),
        (Dialect::Deck, "C: {{c1::one}} and\n<two>\n", "C: {{c1::one}} and\n{{c2::<two>}}\n"),
        (Dialect::Deck, "\nWater is <wet>.\n", "\nC: Water is {{<wet>}}.\n"),
        (Dialect::Hashcards, "C: [one] and <two>\n", "C: [one] and [<two>]\n"),
        (Dialect::Hashcards, "Water is <wet>.\n", "C: Water is [<wet>].\n"),
        (Dialect::Obsidian, "Water is <wet>.\n", "Water is ==<wet>==.\n"),
        (Dialect::Obsidian, "- ==one== and <two>\n", "- ==one== and ==<two>==\n"),
        (
            Dialect::Anki,
            "#notetype:Cloze\n#separator:tab\n{{c1::a}} and <b>\tx\n",
            "#notetype:Cloze\n#separator:tab\n{{c1::a}} and {{c2::<b>}}\tx\n",
        ),
    ] {
        assert_eq!(cloze(dialect, before).as_deref(), Some(after));
    }
}

#[test]
fn where_no_deletion_would_be_nothing_is_hidden() {
    for (dialect, text) in [
        (Dialect::Deck, "What is <water>?\nWet\n"),
        (Dialect::Deck, "What is water?\n<Wet>\n"),
        (Dialect::Deck, "C: {{one}} and < >two\n"),
        (Dialect::Deck, "C: {{one}} and `<two>`\n"),
        (Dialect::Deck, "C: {{o<ne}} and> two\n"),
        (Dialect::Deck, "C: {{one}} <and\ntwo>\n"),
        (Dialect::Deck, "\nOne line <is>\nnot alone.\n"),
        (Dialect::Hashcards, "C: [one] and t<w]o>\n"),
        (Dialect::Headings, "Water is <wet>.\n"),
    ] {
        assert_eq!(cloze(dialect, text), None, "{text}");
    }
}

#[test]
fn a_card_gets_a_name() {
    assert_eq!(
        name(Dialect::Deck, "What?|\nThat\n\nWho?\nShe\n", "that").unwrap(),
        "What?\nThat\n@id <that>\n\nWho?\nShe\n"
    );
    assert_eq!(name(Dialect::Deck, "a :: |b\nc :: d", "b").unwrap(), "a :: b\n@id <b>\nc :: d");
    assert_eq!(name(Dialect::Deck, "a :: b\nc :: |d", "d").unwrap(), "a :: b\nc :: d\n@id <d>");
    for (text, id) in
        [("What?|\nThat\n@id x\n", "that"), ("What?|\nThat\n", "a b"), ("|prose\n", "a")]
    {
        assert_eq!(name(Dialect::Deck, text, id), None, "{text}");
    }
    assert_eq!(name(Dialect::Hashcards, "Q: a|\nA: b\n", "a"), None);
}
