//! Whatever is found in whatever deck: allowed by comments, it is found no more, and no card is
//! another.
#![allow(clippy::unwrap_used)]

use deck_ide::{AllAllowed, allow_all};
use deck_lint::{SourceFile, Workspace};
use deck_syntax::{Dialect, TextRange};
use proptest::prelude::*;

/// What decks are made of, and what gets in the way of a comment.
const PIECES: &[&str] = &[
    "What is it?\n",
    "What is it\n",
    "- a\n",
    "* in may 1935\n",
    "-A b\n",
    "Q: a\n",
    "A: b\n",
    "C: x\n",
    "C: {{c1::x}} y\n",
    "a::b\n",
    "a :: \n",
    "a\tb\n",
    "\"a\tb\n",
    "a;b\n",
    "---\n",
    "```\n",
    "$$\n",
    "<!-- c -->\n",
    "<!--",
    "-->",
    "`",
    "# T\n",
    "## What is it?\n",
    "##x\n",
    "@id x\n",
    "@tag y\n",
    "#flashcards\n",
    "#separator:tab\n",
    "?\n",
    "|a|b|\n",
    "|-|-|\n",
    "| c | |\n",
    "    code\n",
    "31 September 1938\n",
    "title: x\n",
    "\u{feff}",
    "é",
    "\r\n",
    "\r",
    "\n",
    "\n\n",
    " ",
    "\\",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "<!-- decklint-allow missing-answer -->\n",
    "<!-- decklint-off loose-text -->\n",
    "# decklint-allow missing-answer\n",
    "<!--SR:!2025-01-01,1,230-->\n",
];

fn deck() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..30).prop_map(|pieces| pieces.concat())
}

/// What the cards ask and answer, as it stands in the text, without comments and space around it.
fn cards(file: &SourceFile) -> Vec<(String, Option<String>)> {
    let side = |range: TextRange| {
        let text = &file.text[range];
        text.lines()
            .filter(|line| !line.contains("decklint-allow"))
            .map(str::trim)
            .collect::<String>()
    };
    let cards = (0..file.deck.items().len()).filter_map(|index| {
        let item = file.item(index);
        let card = item.card()?;
        let at = |range: TextRange| side(range + item.start);
        Some((at(card.front), card.back.map(at)))
    });
    cards.collect()
}

proptest! {
    #[test]
    fn what_is_allowed_is_found_no_more_and_no_card_changes(
        texts in prop::collection::vec(deck(), 1..3),
        dialect in prop::sample::select(Dialect::ALL.to_vec()),
    ) {
        let names = ["a", "b"].map(std::path::PathBuf::from);
        let texts = names.into_iter().zip(texts).map(|(name, text)| (name, text.into_bytes(), dialect));
        let before = Workspace::of_decks(texts);
        let AllAllowed { workspace: after, allowed, left } = allow_all(&before, &[], "it is meant");
        for ((id, was), (_, is)) in before.files().zip(after.files()) {
            prop_assert_eq!(cards(was), cards(is), "{:?} became {:?}", was.text, is.text);
            if !left.contains_key(&id) {
                let report = after.lint();
                let found: Vec<_> = report.diagnostics.iter().filter(|it| it.file == id).collect();
                prop_assert!(found.is_empty(), "{:?} became {:?}: {found:?}", was.text, is.text);
            }
            if dialect == Dialect::Hashcards {
                prop_assert_eq!(&was.text, &is.text);
            }
        }
        prop_assert!(allowed > 0 || before.files().zip(after.files()).all(|(a, b)| a.1.text == b.1.text));
        let again = allow_all(&after, &[], "it is meant");
        prop_assert_eq!(again.allowed, 0, "{:?}", after.files().map(|it| &it.1.text).collect::<Vec<_>>());
    }
}
