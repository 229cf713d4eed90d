//! What can be done about findings.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use deck_ide::{Action, ActionKind, actions};
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
