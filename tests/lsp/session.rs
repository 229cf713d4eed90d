//! A folder of decks with an editor that has it open.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Duration;

use lsp_client::Client;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A card without a fault.
pub(crate) const FINE: &str = "What did Stalin sign in August 1939?\n- the Nazi-Soviet Pact\n\n";

/// A folder of decks, and `decklint lsp`, which was told of it.
pub(crate) struct Session {
    pub(crate) folder: TempDir,
    pub(crate) client: Client,
}

impl Session {
    /// A server for a client of these capabilities, in a folder of these files.
    pub(crate) fn start(capabilities: &Value, files: &[(&str, &str)]) -> Self {
        let mut session = Self::silent(capabilities, files);
        session.client.notify("initialized", &json!({})).unwrap();
        session
    }

    /// The same before the client has said `initialized`.
    pub(crate) fn silent(capabilities: &Value, files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_decklint"));
        command.args(["lsp", "--stdio", "--log"]).arg(folder.path().join("log.log"));
        let mut client = Client::start(&mut command).unwrap();
        let root = uri_of(folder.path());
        let params = json!({
            "processId": null, "capabilities": capabilities, "rootUri": root,
            "workspaceFolders": [{ "uri": root, "name": "decks" }],
        });
        let answer = client.ask("initialize", &params).unwrap();
        assert_eq!(answer["result"]["serverInfo"]["name"], "decklint");
        Self { folder, client }
    }

    pub(crate) fn uri(&self, name: &str) -> String {
        uri_of(&self.folder.path().join(name))
    }

    pub(crate) fn open(&mut self, name: &str, text: &str) {
        let uri = self.uri(name);
        let document = json!({ "uri": uri, "languageId": "deck", "version": 0, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Sends changes as one edit.
    pub(crate) fn change(&mut self, name: &str, version: i64, changes: &Value) {
        let document = json!({ "uri": self.uri(name), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.notify("textDocument/didChange", &params);
    }

    /// Replaces the whole text.
    pub(crate) fn rewrite(&mut self, name: &str, version: i64, text: &str) {
        self.change(name, version, &json!([{ "text": text }]));
    }

    pub(crate) fn notify(&mut self, method: &str, params: &Value) {
        self.client.notify(method, params).unwrap();
    }

    /// What was published of this version of a document: each finding's rule and line.
    pub(crate) fn published(&mut self, name: &str, version: i64) -> Vec<(String, u64)> {
        let uri = self.uri(name);
        let told = self.client.published(&uri, version).unwrap().message;
        rules(&told["params"]["diagnostics"])
    }

    /// Waits until this version of a document has exactly these findings.
    pub(crate) fn comes_to(&mut self, name: &str, version: i64, wanted: &[(&str, u64)]) {
        let mut last = Vec::new();
        for _ in 0..50 {
            last = self.published(name, version);
            if last.iter().map(|(rule, line)| (rule.as_str(), *line)).eq(wanted.iter().copied()) {
                return;
            }
        }
        panic!("{name} has {last:?}, not {wanted:?}");
    }

    /// That the server lives: it answers, and says of a new document what is wrong with it.
    pub(crate) fn is_alive(&mut self) {
        self.open("alive.deck", "What is GDP?\n");
        assert_eq!(self.published("alive.deck", 0), [("missing-answer".to_owned(), 0)]);
        let closed = json!({ "textDocument": { "uri": self.uri("alive.deck") } });
        self.notify("textDocument/didClose", &closed);
    }

    /// Ends it as the protocol wants.
    pub(crate) fn end(mut self) -> ExitStatus {
        assert!(self.client.ask("shutdown", &Value::Null).unwrap()["error"].is_null());
        self.notify("exit", &Value::Null);
        self.client.patience = Duration::from_secs(20);
        self.client.ended().unwrap()
    }

    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log.log")).unwrap()
    }
}

pub(crate) fn uri_of(path: &Path) -> String {
    format!("file://{}", path.canonicalize().unwrap_or(path.to_owned()).display())
}

/// What the tests are about. Other rules may have their say about the same decks, now or later.
const KNOWN: [&str; 5] =
    ["missing-answer", "duplicate-card", "duplicate-question", "merge-conflict", "misspelling"];

/// Each finding's rule and line.
pub(crate) fn rules(diagnostics: &Value) -> Vec<(String, u64)> {
    let of = |it: &Value| {
        let code = it["code"].as_str().unwrap().to_owned();
        (code, it["range"]["start"]["line"].as_u64().unwrap())
    };
    let all = diagnostics.as_array().unwrap().iter().map(of);
    all.filter(|(rule, _)| KNOWN.contains(&rule.as_str())).collect()
}

/// An edit that inserts a text at a position.
pub(crate) fn insertion(line: usize, character: usize, text: &str) -> Value {
    let at = json!({ "line": line, "character": character });
    json!({ "range": { "start": at, "end": at }, "text": text })
}
