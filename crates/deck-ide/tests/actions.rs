//! What can be done about findings.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use deck_ide::{Action, ActionKind, WordAction, WordChange, actions, learn, word_actions};
use deck_lint::{Diagnostic, FileId, Options, Workspace};
use deck_syntax::Dialect;
use support::{Decks, apply};

fn findings(workspace: &Workspace, file: FileId) -> Vec<Diagnostic> {
    workspace.lint().diagnostics.into_iter().filter(|it| it.file == file).collect()
}

/// The actions at the cursor, of which those about other rules than `rule` are left out.
fn at_cursor(decks: &Decks, rule: &str) -> Vec<Action> {
    let found = findings(&decks.workspace, decks.file);
    let range = deck_syntax::TextRange::empty(decks.at);
    let all = actions(decks.workspace.file(decks.file), range, &found);
    let about = |it: &Action| it.finding.is_none_or(|index| found[index].rule.name == rule);
    all.into_iter().filter(about).collect()
}

fn titles(actions: &[Action]) -> Vec<String> {
    let star = |it: &Action| if it.preferred { "* " } else { "" };
    actions.iter().map(|it| format!("{}{}", star(it), it.title)).collect()
}

#[test]
fn fixes_come_first_and_safe_ones_are_preferred() {
    let decks = Decks::one(
        Dialect::Deck,
        "---\nlang: en\n---\nWhen was it?\n- It was in m‸ay 1934\n- and june 1935\n",
    );
    let offered = at_cursor(&decks, "lowercase-month");
    assert_eq!(
        titles(&offered),
        [
            "* Write `May`",
            "Put right all 2 faults here that can safely be put right",
            "Allow lowercase-month here",
            "Allow lowercase-month in this file",
        ]
    );
    assert_eq!(
        apply(decks.text(), &offered[1].edits),
        "---\nlang: en\n---\nWhen was it?\n- It was in May 1934\n- and June 1935\n"
    );
}

#[test]
fn what_is_allowed_is_allowed_in_the_dialects_way() {
    for (dialect, text, here, file) in [
        (
            Dialect::Deck,
            "---\ntitle: A\n---\nWhat is A?\n- a\n\nWhat is ‸B?\n",
            "---\ntitle: A\n---\nWhat is A?\n- a\n\n<!-- decklint-allow missing-answer -->\nWhat is B?\n",
            "---\ntitle: A\n---\n<!-- decklint-allow-file missing-answer -->\nWhat is A?\n- a\n\nWhat is B?\n",
        ),
        (
            Dialect::Hashcards,
            "Q: What is ‸B?\n",
            "Q: What is B? <!-- decklint-allow missing-answer -->\n",
            "Q: What is B? <!-- decklint-allow-file missing-answer -->\n",
        ),
        (
            Dialect::Anki,
            "#separator:tab\nWhat is A?\ta\nWhat is ‸B?\t\n",
            "#separator:tab\nWhat is A?\ta\n# decklint-allow missing-answer\nWhat is B?\t\n",
            "#separator:tab\n# decklint-allow-file missing-answer\nWhat is A?\ta\nWhat is B?\t\n",
        ),
        (
            Dialect::Headings,
            "## What is A?\r\n\r\na\r\n\r\n## What is ‸B?\r\n",
            "## What is A?\r\n\r\na\r\n\r\n<!-- decklint-allow missing-answer -->\r\n## What is B?\r\n",
            "<!-- decklint-allow-file missing-answer -->\r\n## What is A?\r\n\r\na\r\n\r\n## What is B?\r\n",
        ),
    ] {
        let decks = Decks::one(dialect, text);
        let offered = at_cursor(&decks, "missing-answer");
        let of = |kind| offered.iter().find(|it| it.kind == kind).unwrap();
        for (kind, expected) in [(ActionKind::Allow, here), (ActionKind::AllowFile, file)] {
            let after = apply(decks.text(), &of(kind).edits);
            assert_eq!(after, expected, "{dialect:?}");
            let left = rules(&findings(&Decks::one(dialect, &after).workspace, FileId(0)));
            assert!(!left.contains_key("missing-answer"), "{dialect:?} {kind:?}: {left:?}");
            assert!(!left.contains_key("unused-allow"), "{dialect:?} {kind:?}: {left:?}");
        }
    }
}

/// The decks of faults, read as text: what is no UTF-8 in them stands for itself no more.
fn faults() -> Workspace {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let options =
        Options { paths: vec![root.join("decks/faults")], isolated: true, ..Options::default() };
    let mut workspace = Workspace::open(&options, &|_, _| ()).unwrap();
    let texts: Vec<_> = workspace.files().map(|(id, file)| (id, file.text.clone())).collect();
    for (id, text) in texts {
        workspace.set_text(id, text);
    }
    workspace
}

fn rules(findings: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.rule.name).or_default() += finding.count;
    }
    counts
}

/// Whatever is found in the decks of faults: the action that allows it allows it, and nothing else
/// changes but what else that rule found on the same card.
#[test]
fn to_allow_a_finding_hides_it_and_changes_no_card() {
    let workspace = faults();
    let all = workspace.lint().diagnostics;
    let (mut offered, mut wrong) = (0, Vec::new());
    for (id, file) in workspace.files() {
        let found: Vec<Diagnostic> = all.iter().filter(|it| it.file == id).cloned().collect();
        for (index, finding) in found.iter().enumerate() {
            let all = actions(file, finding.range, &found);
            let kinds = [ActionKind::Allow, ActionKind::AllowFile];
            for action in all.iter().filter(|it| it.finding == Some(index)) {
                if !kinds.contains(&action.kind) {
                    continue;
                }
                offered += 1;
                let mut changed = workspace.clone();
                changed.set_text(id, apply(&file.text, &action.edits));
                let after: Vec<Diagnostic> =
                    changed.lint().diagnostics.into_iter().filter(|it| it.file == id).collect();
                let (mut before, mut after) = (rules(&found), rules(&after));
                let name = finding.rule.name;
                let (was, is) = (before.remove(name), after.remove(name).unwrap_or(0));
                let place =
                    format!("{}: {} {}", file.path.display(), action.title, finding.message);
                if is >= was.unwrap() {
                    wrong.push(format!("{place}: still found"));
                }
                before.retain(|name, count| {
                    after.get(name) != Some(count) || after.remove(name).is_none()
                });
                if !before.is_empty() || !after.is_empty() {
                    wrong.push(format!("{place}: {before:?} became {after:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {offered}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(offered > 100, "only {offered}");
}

#[test]
fn actions_are_changes_in_order_wherever_they_are_asked_for() {
    let workspace = faults();
    let all = workspace.lint().diagnostics;
    for (id, file) in workspace.files() {
        let found: Vec<Diagnostic> = all.iter().filter(|it| it.file == id).cloned().collect();
        for at in (0..file.text.len() + 10).step_by(7) {
            let at = deck_syntax::TextSize::new(at.try_into().unwrap());
            for action in actions(file, deck_syntax::TextRange::empty(at), &found) {
                apply(&file.text, &action.edits);
            }
        }
    }
}

fn about_words(decks: &Decks) -> Vec<WordAction> {
    let found = findings(&decks.workspace, decks.file);
    let range = deck_syntax::TextRange::empty(decks.at);
    word_actions(&decks.workspace, decks.file, range, &found)
}

fn word_titles(actions: &[WordAction]) -> Vec<&str> {
    actions.iter().map(|it| it.title.as_str()).collect()
}

#[test]
fn a_misspelled_word_is_put_right_on_all_cards() {
    let decks = Decks::new(&[
        (
            "a.deck",
            Dialect::Deck,
            "What was the wall that they bul‸it for?\n- It was built for the town\n",
        ),
        (
            "b.deck",
            Dialect::Deck,
            "Which of the towns had they not `bulit`?\n- Bulit by them, at https://a.example/bulit, \
             was the one that is $bulit$\n",
        ),
    ]);
    let offered = about_words(&decks);
    assert_eq!(
        word_titles(&offered),
        ["Write `built` everywhere (2 places)", "Add `bulit` to `.decklint-words`"]
    );
    let WordChange::Decks(edits) = &offered[0].change else { panic!("it changes the decks") };
    assert_eq!(
        decks.applied(edits),
        "-- a.deck\nWhat was the wall that they built for?\n- It was built for the town\n\
         -- b.deck\nWhich of the towns had they not `bulit`?\n- Built by them, at \
         https://a.example/bulit, was the one that is $bulit$\n"
    );
    assert_eq!(offered[1].change, WordChange::List("bulit".to_owned()));
}

#[test]
fn a_word_that_stands_once_is_put_right_where_it_stands() {
    let decks =
        Decks::one(Dialect::Deck, "What was the wall that they bul‸it for?\n- For the town\n");
    assert_eq!(word_titles(&about_words(&decks)), ["Add `bulit` to `.decklint-words`"]);
}

#[test]
fn a_word_is_added_in_its_place_and_what_is_there_stays() {
    for (list, word, after) in [
        ("", "bulit", "bulit\n"),
        ("# names\nAlma\nHeyar # a place\n", "bulit", "# names\nAlma\nbulit\nHeyar # a place\n"),
        ("alma\r\nbeta", "Zeta", "alma\r\nbeta\r\nZeta\r\n"),
        ("zeta\n", "alma", "alma\nzeta\n"),
    ] {
        let edit = learn(list, word).unwrap();
        assert_eq!(apply(list, &[edit]), after, "{list:?}");
    }
    assert_eq!(learn("Bulit # so it is\n", "bulit"), None);
}
