//! What a baseline lists is shown, and does not stand out.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::session::{FINE, Session};

const OPEN: &str = "What is GDP?\n";
const EMPTY: &str = "# decklint baseline 1\n";

/// What is said of the first finding of a document, once it has this severity.
fn told(session: &mut Session, name: &str, severity: i64) -> String {
    let uri = session.uri(name);
    let is_it = |it: &Value| {
        let finding = &it["params"]["diagnostics"][0];
        it["params"]["uri"] == uri.as_str() && finding["severity"] == severity
    };
    let told = session.client.wait(is_it).unwrap().message;
    told["params"]["diagnostics"][0]["message"].as_str().unwrap().to_owned()
}

fn changed(session: &mut Session, name: &str) {
    let change = json!({ "uri": session.uri(name), "type": 2 });
    session.notify("workspace/didChangeWatchedFiles", &json!({ "changes": [change] }));
}

#[test]
fn what_a_baseline_lists_is_a_hint_until_it_does_no_more() {
    let config = "baseline = \"decklint.baseline\"\n";
    let files = [("decklint.toml", config), ("a.deck", OPEN), ("b.deck", FINE)];
    let mut session = Session::silent(&json!({}), &files);
    let listed = Command::new(env!("CARGO_BIN_EXE_decklint"))
        .arg("baseline")
        .current_dir(session.folder.path())
        .output()
        .unwrap();
    assert!(listed.status.success());
    session.notify("initialized", &json!({}));
    session.open("a.deck", OPEN);
    let message = told(&mut session, "a.deck", 4);
    assert!(message.ends_with("It was there before: the baseline lists it."), "{message}");

    fs::write(session.folder.path().join("decklint.baseline"), EMPTY).unwrap();
    changed(&mut session, "decklint.baseline");
    let message = told(&mut session, "a.deck", 1);
    assert!(!message.contains("baseline"), "{message}");

    // A torn one is told of once, and what was known still holds.
    let torn = format!("{EMPTY}<<<<<<< HEAD\n");
    fs::write(session.folder.path().join("decklint.baseline"), torn).unwrap();
    changed(&mut session, "decklint.baseline");
    let shown = session.client.wait(|it| it["method"] == "window/showMessage").unwrap().message;
    let message = shown["params"]["message"].as_str().unwrap();
    assert!(message.contains("marks of a merge conflict, first on line 2"), "{message}");
    session.end();
}

#[test]
fn a_merge_conflict_is_one_finding_while_it_is_typed_away() {
    let torn = "<<<<<<< HEAD\nWhat is GDP?\n||||||| base\nWhat was GDP?\n=======\nWhat is GNP?\n>>>>>>> other\n";
    let mut session = Session::start(&json!({}), &[("a.deck", torn)]);
    session.open("a.deck", torn);
    session.comes_to("a.deck", 0, &[("merge-conflict", 0)]);
    session.rewrite("a.deck", 1, OPEN);
    session.comes_to("a.deck", 1, &[("missing-answer", 0)]);
    session.end();
}
