//! What is typed counts in the order in which it was typed, whatever else is going on.

use std::time::Duration;

use serde_json::{Value, json};

use crate::session::{FINE, Session, insertion, rules};

/// An answer to the question of [`FINE`] that is no other.
const ANSWERED: &str = "What did Stalin sign in August 1939?\n- the Nazi-Soviet Pact\n\n";

fn question(letters: &str) -> String {
    format!("What is {letters}?\n- something\n\n")
}

/// Insertions and deletions in a line, somewhere after `What is `, and what comes of them.
fn typed(edits: u64) -> (Vec<Value>, String) {
    let mut letters = "xyzzy".to_owned();
    let mut seed: u64 = 17;
    let mut changes = Vec::new();
    for edit in 0..edits {
        seed = (seed * 1_103_515_245 + 12_345) % (1 << 31);
        let place = usize::try_from(seed >> 8).unwrap() % (letters.len() + 1);
        if edit % 3 == 2 && place < letters.len() {
            letters.remove(place);
            let start = json!({ "line": 0, "character": place + 8 });
            let end = json!({ "line": 0, "character": place + 9 });
            changes.push(json!({ "range": { "start": start, "end": end }, "text": "" }));
        } else {
            let letter = char::from(b'a' + u8::try_from(seed >> 4 & 15).unwrap());
            letters.insert(place, letter);
            changes.push(insertion(0, place + 8, &letter.to_string()));
        }
    }
    (changes, letters)
}

#[test]
fn five_hundred_edits_end_in_the_right_text() {
    // The right text asks what another deck asks; any other order of edits gives other letters.
    let (changes, letters) = typed(500);
    let mut session = Session::start(&json!({}), &[("other.deck", &question(&letters))]);
    session.open("typed.deck", &question("xyzzy"));
    for (version, change) in (1..).zip(&changes) {
        session.change("typed.deck", version, &json!([change]));
    }
    session.comes_to("typed.deck", 500, &[("duplicate-card", 0)]);
    // In one message they come to the same.
    session.rewrite("typed.deck", 501, &question("xyzzy"));
    session.comes_to("typed.deck", 501, &[]);
    session.change("typed.deck", 502, &Value::Array(changes));
    session.comes_to("typed.deck", 502, &[("duplicate-card", 0)]);
    assert_eq!(session.end().code(), Some(0));
}

#[test]
fn what_is_asked_right_after_an_edit_is_answered_of_the_text_after_it() {
    let pulls = json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": true } },
    });
    let mut session = Session::start(&pulls, &[]);
    session.open("a.deck", FINE);
    let params = json!({ "textDocument": { "uri": session.uri("a.deck") } });
    for version in 1..=200 {
        let text = if version % 2 == 0 { FINE } else { "What is GDP?\n" };
        session.rewrite("a.deck", version, text);
        let answer = session.client.ask("textDocument/diagnostic", &params).unwrap();
        let found = rules(&answer["result"]["items"]);
        assert_eq!(found.len(), usize::from(version % 2 != 0), "{found:?} of version {version}");
    }
    let published = session.client.rest(Duration::from_millis(500));
    let is_push = |it: &Value| it["method"] == "textDocument/publishDiagnostics";
    assert!(!published.iter().any(is_push), "who asks is not told as well");
    session.end();
}

#[test]
fn edits_do_not_wait_for_an_editor_that_does_not_answer() {
    let files = json!({ "dynamicRegistration": true });
    let asks = json!({
        "workspace": { "didChangeWatchedFiles": files },
        "window": { "workDoneProgress": true },
    });
    let mut session = Session::silent(&asks, &[("a.deck", FINE)]);
    session.client.answers = false;
    session.notify("initialized", &json!({}));
    session.open("a.deck", "");
    for version in 1..=300 {
        let at = usize::try_from(version).unwrap() - 1;
        session.change("a.deck", version, &json!([insertion(0, at, "x")]));
    }
    session.change("a.deck", 301, &json!([insertion(0, 0, "What is ")]));
    session.change("a.deck", 302, &json!([insertion(0, 308, "?")]));
    let found = session.published("a.deck", 302);
    assert!(found.contains(&("missing-answer".to_owned(), 0)), "{found:?}");
    for method in ["client/registerCapability", "window/workDoneProgress/create"] {
        let asked = session.client.wait(|it| it["method"] == method).unwrap().message;
        session.client.answer(&asked, &Value::Null).unwrap();
    }
    assert_eq!(session.end().code(), Some(0));
}

#[test]
fn versions_that_are_published_only_grow() {
    let mut session = Session::start(&json!({}), &[("b.deck", ANSWERED)]);
    session.open("a.deck", FINE);
    for version in 1..=100 {
        let text = if version % 2 == 0 { FINE } else { "What is GDP?\n" };
        session.rewrite("a.deck", version, text);
    }
    let uri = session.uri("a.deck");
    let told = session.client.rest(Duration::from_secs(2));
    let of_a = told.iter().filter(|it| it["params"]["uri"] == uri.as_str());
    let versions: Vec<i64> = of_a.map(|it| it["params"]["version"].as_i64().unwrap()).collect();
    assert!(versions.is_sorted(), "{versions:?}");
    assert_eq!(versions.last(), Some(&100));
    session.end();
}
