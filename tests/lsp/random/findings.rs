//! What is said of files, in a form in which it can be compared.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::session::Session;
use crate::text::position;

/// Each file's findings: rule, range, message, and other places with what is said of them.
pub(crate) type Findings = BTreeMap<String, Vec<String>>;

/// What the command line says of files.
pub(crate) fn on_disk(files: &[(&str, &str)], config: &str) -> Findings {
    let folder = TempDir::new().unwrap();
    for (name, text) in files.iter().chain(&[("decklint.toml", config)]) {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_decklint"));
    let output = command.args(["--format", "json"]).current_dir(folder.path()).output().unwrap();
    let mut findings: Findings =
        files.iter().map(|(name, _)| ((*name).to_owned(), Vec::new())).collect();
    // Without a deck there is no document.
    let Ok(document) = serde_json::from_slice::<Value>(&output.stdout) else { return findings };
    for it in document["diagnostics"].as_array().unwrap() {
        let related = it["related"].as_array().unwrap().iter();
        let related = related.map(|it| said(&of_file(files, it), &it["file"], &it["text"]));
        let finding = [it["rule"].to_string(), of_file(files, it), message(it)];
        let finding = finding.into_iter().chain(related).collect::<Vec<_>>().join(" ");
        findings.get_mut(it["file"].as_str().unwrap()).unwrap().push(finding);
    }
    in_order(findings)
}

/// The range of a place in the protocol's terms.
fn of_file(files: &[(&str, &str)], place: &Value) -> String {
    let text = files.iter().find(|(name, _)| place["file"] == *name).unwrap().1;
    let at = |name: &str| position(text, usize::try_from(place[name].as_u64().unwrap()).unwrap());
    json!({ "start": at("start"), "end": at("end") }).to_string()
}

fn said(range: &str, file: &Value, text: &Value) -> String {
    format!("{range} {file} {text}")
}

/// A message and its help, as a server puts them together.
fn message(finding: &Value) -> String {
    let mut message = finding["message"].as_str().unwrap().to_owned();
    if finding["more_places"] != 0 {
        message.push_str(" (and ");
        message.push_str(&finding["more_places"].to_string());
        message.push_str(" more)");
    }
    if finding["help"] != "" {
        message = message + "\n" + finding["help"].as_str().unwrap();
    }
    message
}

/// What a server publishes, on top of what it published before.
pub(crate) fn told(session: &mut Session, published: &mut Findings) -> Findings {
    for message in session.client.rest(Duration::from_millis(50)) {
        if message["method"] == "textDocument/publishDiagnostics" {
            let params = &message["params"];
            published.insert(name(&params["uri"]), of(&params["diagnostics"]));
        }
    }
    in_order(published.clone())
}

/// What a server answers of all files.
pub(crate) fn pulled(session: &mut Session) -> Findings {
    let params = json!({ "previousResultIds": [] });
    let answer = session.client.ask("workspace/diagnostic", &params).unwrap();
    let items = answer["result"]["items"].as_array().unwrap();
    in_order(items.iter().map(|it| (name(&it["uri"]), of(&it["items"]))).collect())
}

fn of(diagnostics: &Value) -> Vec<String> {
    let finding = |it: &Value| {
        let related = it["relatedInformation"].as_array().into_iter().flatten().map(|it| {
            let file = Value::String(name(&it["location"]["uri"]));
            said(&it["location"]["range"].to_string(), &file, &it["message"])
        });
        let message = it["message"].as_str().unwrap().to_owned();
        let finding = [it["code"].to_string(), it["range"].to_string(), message];
        finding.into_iter().chain(related).collect::<Vec<_>>().join(" ")
    };
    diagnostics.as_array().unwrap().iter().map(finding).collect()
}

fn name(uri: &Value) -> String {
    uri.as_str().unwrap().rsplit('/').next().unwrap().to_owned()
}

/// Files about which nothing is said may as well not be there.
fn in_order(mut findings: Findings) -> Findings {
    findings.retain(|_, of_file| !of_file.is_empty());
    for of_file in findings.values_mut() {
        of_file.sort();
    }
    findings
}
