//! How a session begins and ends.

use std::time::Duration;

use serde_json::{Value, json};

use crate::session::{FINE, Session};

#[test]
fn exit_ends_it_although_its_input_stays_open() {
    let session = Session::start(&json!({}), &[("a.deck", FINE)]);
    assert_eq!(session.end().code(), Some(0));
}

#[test]
fn exit_without_shutdown_is_no_success() {
    let mut session = Session::start(&json!({}), &[]);
    session.notify("exit", &Value::Null);
    assert_eq!(session.client.ended().unwrap().code(), Some(1));
}

#[test]
fn an_editor_that_goes_away_takes_the_server_with_it() {
    for last in ["", "Content-Le", "Content-Length: 1000\r\n\r\n{\"half\":"] {
        let mut session = Session::start(&json!({}), &[("a.deck", FINE)]);
        session.client.send_bytes(last.as_bytes()).unwrap();
        session.client.close();
        session.client.patience = Duration::from_secs(20);
        assert_eq!(session.client.ended().unwrap().code(), Some(1), "after {last:?}");
    }
}

#[test]
fn after_shutdown_nothing_is_answered_but_with_an_error() {
    let mut session = Session::start(&json!({}), &[]);
    session.client.ask("shutdown", &Value::Null).unwrap();
    let answer = session.client.ask("shutdown", &Value::Null).unwrap();
    assert_eq!(answer["error"]["code"], -32600, "{answer}");
    session.notify("exit", &Value::Null);
    assert_eq!(session.client.ended().unwrap().code(), Some(0));
}

#[test]
fn a_second_initialize_is_an_error() {
    let mut session = Session::start(&json!({}), &[]);
    let answer = session.client.ask("initialize", &json!({ "capabilities": {} })).unwrap();
    assert_eq!(answer["error"]["code"], -32600, "{answer}");
    session.is_alive();
}

#[test]
fn an_editor_without_a_folder_is_served_as_well() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_decklint"));
    let mut client = lsp_client::Client::start(command.arg("lsp")).unwrap();
    let early = client.ask("textDocument/diagnostic", &json!({})).unwrap();
    assert_eq!(early["error"]["code"], -32002, "{early}");
    client.ask("initialize", &json!({ "capabilities": {} })).unwrap();
    client.notify("initialized", &json!({})).unwrap();
    let uri = "untitled:Untitled-1";
    let document =
        json!({ "uri": uri, "languageId": "deck", "version": 7, "text": "What is GDP?\n" });
    client.notify("textDocument/didOpen", &json!({ "textDocument": document })).unwrap();
    let told = client.published(uri, 7).unwrap().message;
    assert_eq!(told["params"]["diagnostics"][0]["code"], "missing-answer");
}
