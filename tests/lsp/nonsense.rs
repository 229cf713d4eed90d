//! What no editor should send. Each is answered or logged; the server lives on.

use std::time::Duration;

use lsp_client::framed;
use serde_json::{Value, json};

use crate::session::{FINE, Session, insertion};

fn started() -> Session {
    Session::start(&json!({}), &[("b.deck", FINE)])
}

#[test]
fn garbage_is_answered_with_an_error() {
    for garbage in [
        b"\xff\xfe\0\0hello\r\n\r\n".as_slice(),
        b"Content-Length: many\r\n\r\n{}",
        b"Content-Length: -1\r\n\r\n",
        b"Content-Length: 5\r\n\r\n{\"a\":",
        b"Content-Length: 2\r\n\r\n\xff\xff",
        b"Content-Length: 99999999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\r\n\r\n\r\n",
        &vec![b'x'; 100_000],
    ] {
        let mut session = started();
        session.client.send_bytes(garbage).unwrap();
        session.is_alive();
        assert_eq!(session.end().code(), Some(0));
    }
}

#[test]
fn what_is_json_but_no_message_is_answered_or_logged() {
    for message in [
        json!([]),
        json!({}),
        json!(null),
        json!(7),
        json!({ "id": 1 }),
        json!({ "jsonrpc": "2.0", "method": 3 }),
        json!({ "jsonrpc": "2.0", "id": [1], "method": "shutdown" }),
        json!({ "jsonrpc": "2.0", "id": 4711, "result": null }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": [1] }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didChange" }),
    ] {
        let mut session = started();
        session.client.send(&message).unwrap();
        session.is_alive();
        assert_eq!(session.end().code(), Some(0), "after {message}");
    }
}

#[test]
fn a_message_may_come_in_pieces() {
    let mut session = started();
    let document = json!({
        "uri": session.uri("a.deck"), "languageId": "deck", "version": 3, "text": "What is GDP?\n",
    });
    let message = json!({
        "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document },
    });
    for piece in framed(&message).chunks(40) {
        session.client.send_bytes(piece).unwrap();
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(session.published("a.deck", 3).len(), 1);
}

#[test]
fn a_length_that_is_wrong_loses_one_message_at_most() {
    for wrong in [-7_isize, 7, 200] {
        let mut session = started();
        let body = json!({ "jsonrpc": "2.0", "method": "$/nothing", "params": {} }).to_string();
        let length = body.len().saturating_add_signed(wrong);
        let message = format!("Content-Length: {length}\r\n\r\n{body}");
        session.client.send_bytes(message.as_bytes()).unwrap();
        // This one may be taken for the rest of the one before.
        session.notify("$/lost", &json!({}));
        session.is_alive();
        let log = session.log();
        assert!(log.contains("cannot read a message"), "{wrong}: {log:?}");
    }
}

#[test]
fn an_unknown_request_is_refused_and_an_unknown_notification_passed_over() {
    let mut session = started();
    let answer = session.client.ask("textDocument/brewCoffee", &json!({})).unwrap();
    assert_eq!(answer["error"]["code"], -32601, "{answer}");
    session.notify("textDocument/didBrewCoffee", &json!({}));
    session.notify("$/setTrace", &json!({ "value": "verbose" }));
    session.notify("$/cancelRequest", &json!({ "id": 99 }));
    let broken = session.client.ask("textDocument/diagnostic", &json!({ "x": 1 })).unwrap();
    assert_eq!(broken["error"]["code"], -32602, "{broken}");
    session.is_alive();
}

#[test]
fn a_document_that_was_never_opened_cannot_be_edited_or_closed() {
    let mut session = started();
    session.rewrite("never.deck", 5, "What is GDP?\n");
    let closed = json!({ "textDocument": { "uri": session.uri("never.deck") } });
    session.notify("textDocument/didClose", &closed);
    session.is_alive();
    assert!(session.log().contains("never.deck was changed, but never opened"));
}

#[test]
fn positions_beyond_the_end_are_the_end() {
    let mut session = started();
    session.open("a.deck", "");
    session.change("a.deck", 1, &json!([insertion(9999, 9999, "What is ")]));
    session.change("a.deck", 2, &json!([insertion(0, 4_294_967_295, "GDP?\n")]));
    assert_eq!(session.published("a.deck", 2), [("missing-answer".to_owned(), 0)]);
    // A range that ends before it starts is empty, at its start.
    let (start, end) = (json!({ "line": 1, "character": 0 }), json!({ "line": 0, "character": 0 }));
    let change = json!([{ "range": { "start": start, "end": end }, "text": "- money\n" }]);
    session.change("a.deck", 3, &change);
    session.comes_to("a.deck", 3, &[]);
    // A number that is none is an edit that is none.
    session.change("a.deck", 4, &json!([insertion(0, 0, "x"), { "text": 7 }]));
    session.is_alive();
}

#[test]
fn a_document_that_is_opened_twice_is_what_it_was_opened_as_last() {
    let mut session = started();
    session.open("a.deck", FINE);
    session.open("a.deck", "What is GDP?\n");
    session.comes_to("a.deck", 0, &[("missing-answer", 0)]);
    session.change("a.deck", 1, &json!([insertion(1, 0, "- money\n")]));
    session.comes_to("a.deck", 1, &[]);
    assert!(session.log().contains("opened twice"));
}

#[test]
fn names_that_are_no_files_do_no_harm() {
    let mut session = started();
    for uri in
        ["", "file:", "file:///", "nothing", "output:x", "git:/a.deck?x", "file://host/a.deck"]
    {
        let document = json!({ "uri": uri, "languageId": "deck", "version": 0, "text": FINE });
        session.notify("textDocument/didOpen", &json!({ "textDocument": document }));
        let named = json!({ "textDocument": { "uri": uri, "version": 1 }, "contentChanges": [] });
        session.notify("textDocument/didChange", &named);
        session.notify("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
    }
    session.is_alive();
}

#[test]
fn fifty_megabytes_can_be_pasted() {
    let mut session = started();
    session.client.patience = Duration::from_mins(5);
    session.open("a.deck", FINE);
    // A picture, as it comes from a clipboard.
    let line = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk".repeat(100) + "\n";
    let paste = line.repeat(50_000_000 / line.len());
    session.change("a.deck", 1, &json!([insertion(0, 0, &paste)]));
    session.rewrite("a.deck", 2, "What is GDP?\n");
    session.comes_to("a.deck", 2, &[("missing-answer", 0)]);
    session.is_alive();
    assert_eq!(session.end().code(), Some(0));
}

#[test]
fn a_line_of_a_megabyte_is_a_line() {
    let mut session = started();
    session.open("a.deck", &format!("What is {}?\n", "😀".repeat(250_000)));
    session.change("a.deck", 1, &json!([insertion(0, 500_009, "\n- nothing\n")]));
    let uri = session.uri("a.deck");
    let told = session.client.published(&uri, 1).unwrap().message;
    assert!(told["params"]["diagnostics"].is_array());
    session.is_alive();
    assert!(session.client.ask("shutdown", &Value::Null).unwrap()["error"].is_null());
}
