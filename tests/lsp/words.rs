//! Words that are spelled rightly, whatever a list of misspellings says.

use std::fs;

use serde_json::{Value, json};

use crate::session::Session;

const DECK: &str = "---\nlang: en\n---\nWhat was the wall bulit for?\n- For the town\n";
const MISSPELLED: (&str, u64) = ("misspelling", 3);

fn abilities() -> Value {
    json!({
        "workspace": {
            "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create"] },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
        },
        "textDocument": {
            "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } },
        },
    })
}

/// The action that adds the word of the deck to the list.
fn adding(session: &mut Session) -> Value {
    let place = json!({ "line": 3, "character": 19 });
    let params = json!({
        "textDocument": { "uri": session.uri("a.deck") },
        "range": { "start": place, "end": place },
        "context": { "diagnostics": [] },
    });
    let answer = session.client.ask("textDocument/codeAction", &params).unwrap();
    let actions = answer["result"].as_array().unwrap();
    let title = "Add `bulit` to `.decklint-words`";
    actions.iter().find(|it| it["title"] == title).cloned().unwrap()
}

#[test]
fn a_word_that_is_added_to_the_list_is_right_at_once() {
    let mut session = Session::start(&abilities(), &[("a.deck", DECK)]);
    session.open("a.deck", DECK);
    session.comes_to("a.deck", 0, &[MISSPELLED]);
    let action = adding(&mut session);
    let list = session.uri(".decklint-words");
    let changes = action["edit"]["documentChanges"].as_array().unwrap();
    assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(list)));
    assert_eq!(changes[1]["edits"][0]["newText"], "bulit\n");
    let command = &action["command"];
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    session.client.ask("workspace/executeCommand", &params).unwrap();
    session.comes_to("a.deck", 0, &[]);
}

#[test]
fn a_list_is_kept_and_read_again_when_it_changes() {
    let files = [("a.deck", DECK), (".decklint-words", "# names\nAlma\nZeta")];
    let mut session = Session::start(&abilities(), &files);
    session.open("a.deck", DECK);
    session.comes_to("a.deck", 0, &[MISSPELLED]);
    let action = adding(&mut session);
    let changes = action["edit"]["documentChanges"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "the list is there already");
    let edit = &changes[0]["edits"][0];
    let before_zeta = json!({ "line": 2, "character": 0 });
    assert_eq!((&edit["range"]["start"], &edit["newText"]), (&before_zeta, &json!("bulit\n")));
    fs::write(session.folder.path().join(".decklint-words"), "Alma\nbulit\nZeta\n").unwrap();
    let change = json!({ "uri": session.uri(".decklint-words"), "type": 2 });
    session.notify("workspace/didChangeWatchedFiles", &json!({ "changes": [change] }));
    session.comes_to("a.deck", 0, &[]);
}
