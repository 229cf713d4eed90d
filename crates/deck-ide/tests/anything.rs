//! Whatever the text and wherever the cursor: no panic, and no edit that cannot be made.
#![allow(clippy::unwrap_used)]

mod support;

use deck_ide::{
    CompletionCx, Moved, NameKind, Names, SubjectKind, actions, complete, definition,
    documentation, prepare_rename, references, rename, subject_at, will_rename,
};
use deck_lint::{FileId, TextEdit};
use deck_syntax::{Dialect, TextRange, TextSize};
use proptest::prelude::*;
use support::{Decks, apply};

/// Pieces of decks, and of what is none.
const PIECES: &[&str] = &[
    "Litvinov",
    "the Litvinov ",
    "League of Nations",
    " ",
    ". ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "?\n- ",
    "Q: ",
    "A: ",
    "C: ",
    "T: ",
    "D: ",
    "::",
    ":::",
    "\n?\n",
    "\t",
    ",",
    "\"",
    "[[",
    "]]",
    "![",
    "](",
    ")",
    "src=\"",
    "[sound:",
    "maps/",
    "../",
    "%20",
    "%",
    "## ",
    "# ",
    "#",
    "@",
    "@tags ",
    "@id a\n",
    "@id ",
    "@date 1938-09",
    "@source x",
    "---\n",
    "tags: [a, b]\n",
    "tags = [\"a\"]\n",
    "deck: A::B\n",
    "title: ",
    "{{c1::",
    "}}",
    "==",
    "<!-- ",
    " -->",
    "decklint-allow ",
    "missing-answer",
    "#flashcards ",
    "#tags column:2\n",
    "#separator:",
    "in 1938",
    "30 September 1938",
    "`",
    "```\n",
    "$",
    "$$\n",
    "é",
    "e\u{301}",
    "𝒳",
    "\u{FEFF}",
    "\u{0}",
    "“",
    "’s",
    "-",
    "<b>",
    "&amp;",
];

/// A text of such pieces, or of any letters.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(PIECES);
    let known = prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => known, 1 => any::<String>()]
}

fn dialect() -> impl Strategy<Value = Dialect> {
    prop::sample::select(Dialect::ALL.to_vec())
}

fn complete_all(decks: &Decks, at: TextSize) {
    let list = |_: &std::path::Path| vec!["a b.png".to_owned(), "maps/".to_owned()];
    let cx = CompletionCx {
        workspace: &decks.workspace,
        terms: &decks.terms,
        names: &decks.names,
        findings: &[],
        list: &list,
    };
    for proposal in complete(&cx, decks.file, at) {
        documentation(&proposal, &decks.terms);
        let insert = proposal.insert.plain();
        apply(decks.text(), &[TextEdit { range: proposal.range, insert }]);
    }
}

fn look_up_all(decks: &Decks, at: TextSize, new: &str) {
    let (workspace, terms, file) = (&decks.workspace, &decks.terms, decks.file);
    let similar: Vec<_> = workspace.cards().members().collect();
    let subject = subject_at(workspace.file(file), terms, at);
    let places = references(workspace, terms, file, at, &similar);
    assert_eq!(subject.is_some(), !places.is_empty());
    for place in places.iter().chain(&definition(workspace, terms, file, at, &similar)) {
        let _ = &workspace.file(place.file).text[place.range];
    }
    let prepared = prepare_rename(workspace, terms, file, at);
    let renamed = rename(workspace, terms, file, at, new);
    assert!(prepared.is_ok() || renamed.is_err());
    for edits in renamed.unwrap_or_default() {
        apply(&workspace.file(edits.file).text, &edits.edits);
    }
}

proptest! {
    #[test]
    fn no_feature_panics(
        text in text(), other in text(), dialect in dialect(), at in 0_u32..400, new in text(),
    ) {
        let decks = [("a.deck", dialect, text.as_str()), ("b.deck", dialect, other.as_str())];
        let decks = Decks::new(&decks);
        for at in [at, at % (text.len() as u32 + 2), u32::MAX] {
            complete_all(&decks, TextSize::new(at));
            for new in [&new, "Molotov"] {
                look_up_all(&decks, TextSize::new(at), new);
            }
        }
        let moved = |from: &str, to: &str| Moved { from: from.into(), to: to.into() };
        let moves = [moved("maps", "m/a ps"), moved("a.deck", "x/b.deck"), moved("", "y")];
        for edits in will_rename(&decks.workspace, &moves) {
            apply(&decks.workspace.file(edits.file).text, &edits.edits);
        }
        let found = decks.workspace.lint().diagnostics;
        let found: Vec<_> = found.into_iter().filter(|it| it.file == decks.file).collect();
        let range = TextRange::new(TextSize::new(at / 2), TextSize::new(at));
        for action in actions(decks.workspace.file(decks.file), range, &found) {
            apply(decks.text(), &action.edits);
        }
    }

    #[test]
    fn names_that_are_taken_away_are_gone(text in text(), dialect in dialect()) {
        let decks = Decks::one(dialect, &text);
        let file = decks.workspace.file(FileId(0));
        let mut names = decks.names.clone();
        for index in 0..file.deck.items().len() {
            names.remove_item(&file.item(index));
        }
        prop_assert_eq!(format!("{names:?}"), format!("{:?}", Names::default()));
    }

    #[test]
    fn a_renamed_tag_is_found_under_its_new_name(text in text(), dialect in dialect()) {
        // What parts the columns is otherwise told from the rows, tags included.
        let head = if dialect == Dialect::Anki { "#separator:tab\n" } else { "" };
        let decks = Decks::new(&[("a.deck", dialect, &format!("{head}{text}"))]);
        let tags = decks.names.iter(NameKind::Tag);
        let Some((tag, count)) = tags.max_by_key(|(_, count)| *count) else { return Ok(()) };
        let new = "zzznew";
        let at = decks.text().match_indices(tag).find_map(|(at, _)| {
            let at = TextSize::new(at as u32);
            let found = prepare_rename(&decks.workspace, &decks.terms, decks.file, at).ok()?;
            // An id, or a section, may be called the same.
            let subject = subject_at(decks.workspace.file(decks.file), &decks.terms, at)?;
            let is_tag = subject.kind == SubjectKind::Name(NameKind::Tag);
            (is_tag && found.name == tag).then_some(at)
        });
        let Some(at) = at else { return Ok(()) };
        let Ok(edits) = rename(&decks.workspace, &decks.terms, decks.file, at, new) else {
            return Ok(());
        };
        let after = Decks::one(dialect, &decks.applied(&edits));
        prop_assert_eq!(after.names.count(NameKind::Tag, new), count);
    }
}
