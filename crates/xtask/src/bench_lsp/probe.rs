//! A client that types.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use lsp_client::{Client, Stamped};
use serde_json::{Value, json};

use super::servers::Server;
use super::texts::Language;
use crate::Result;

/// What is typed at one place before the next.
const WORDS: &str = " because ";
/// How long people take from one key to the next, when they are very fast.
const BETWEEN_KEYS: Duration = Duration::from_millis(10);
/// How long they think between words: longer than servers wait before they do what takes longer.
const BETWEEN_WORDS: Duration = Duration::from_millis(400);

/// What the editor waited for.
#[derive(Debug, Default)]
pub(super) struct Times {
    /// From the start of the process to the first findings of the open file.
    pub(super) first: Duration,
    /// From the start of the process to findings that need all files.
    pub(super) whole: Option<Duration>,
    /// From key to diagnostics, and from question to answer.
    pub(super) keys: Vec<Duration>,
    pub(super) completions: Vec<Duration>,
    pub(super) hovers: Vec<Duration>,
    /// Largest resident size, in bytes.
    pub(super) peak: Option<u64>,
}

/// A server with one open file.
pub(super) struct Probe {
    client: Client,
    language: Language,
    started: Instant,
    capabilities: Value,
    root: String,
    uri: String,
    version: i64,
    /// The text, without line ends, for servers that want all of it after each key.
    lines: Vec<String>,
    /// Where words are typed.
    places: Vec<(usize, usize)>,
}

impl Probe {
    pub(super) fn start(server: &Server, folder: &Path) -> Result<Self> {
        let mut command = Command::new(&server.program);
        command.args(server.arguments).current_dir(folder).stderr(Stdio::null());
        let started = Instant::now();
        let mut client = Client::start(&mut command)?;
        let root = format!("file://{}", folder.display());
        let params = json!({
            "processId": null, "rootUri": root,
            "workspaceFolders": [{ "uri": root, "name": "bench" }],
            "capabilities": {
                "textDocument": { "publishDiagnostics": { "versionSupport": true } },
                "general": { "positionEncodings": ["utf-8", "utf-16"] },
            },
        });
        let answer = client.ask("initialize", &params)?;
        let capabilities = answer["result"]["capabilities"].clone();
        client.notify("initialized", &json!({}))?;
        let (uri, lines, places) = (String::new(), Vec::new(), Vec::new());
        let language = server.language;
        Ok(Self { client, language, started, capabilities, root, uri, version: 0, lines, places })
    }

    pub(super) fn pid(&self) -> u32 {
        self.client.pid()
    }

    /// Opens a file and waits for what is wrong with it.
    pub(super) fn open(&mut self, file: &Path) -> Result<Times> {
        let text = fs::read_to_string(file)?;
        self.lines = text.lines().map(str::to_owned).collect();
        let lines: Vec<(usize, &str)> = text.lines().enumerate().collect();
        let invites = |(_, line): &&(usize, &str)| line.is_ascii() && self.language.invites(line);
        // Where all characters are of one byte, all encodings count alike.
        self.places = lines.iter().filter(invites).map(|(at, line)| (*at, line.len())).collect();
        self.uri = format!("{}/{}", self.root, self.language.file_name());
        let document = json!({
            "uri": self.uri, "languageId": self.language.id(), "version": 0, "text": text,
        });
        self.client.notify("textDocument/didOpen", &json!({ "textDocument": document }))?;
        let found = self.published(|found| !found.is_empty())?;
        Ok(Times { first: found.at - self.started, ..Times::default() })
    }

    /// Waits for the finding that needs all files: from the start until then.
    pub(super) fn whole_workspace(&mut self) -> Result<Duration> {
        let twin = |found: &[Value]| {
            found.iter().any(|it| {
                it["code"] == "duplicate-card"
                    && it["relatedInformation"].to_string().contains("twin.deck")
            })
        };
        Ok(self.published(twin)?.at - self.started)
    }

    /// Waits for diagnostics of the open file at its version that are like that.
    fn published(&mut self, is_it: impl Fn(&[Value]) -> bool) -> io::Result<Stamped> {
        let (uri, version) = (self.uri.clone(), self.version);
        self.client.wait(|message| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri.as_str()
                // Not every server says which version it speaks of.
                && (params["version"] == version || params["version"].is_null())
                && params["diagnostics"].as_array().is_some_and(|found| is_it(found))
        })
    }

    /// Types words at places all over the file.
    pub(super) fn type_words(&mut self, keys: u16, times: &mut Times) -> Result<()> {
        let mut places = self.spread(usize::from(keys).div_ceil(WORDS.len())).into_iter();
        let mut left = usize::from(keys);
        while left > 0 {
            let Some((line, end)) = places.next() else { break };
            for (typed, key) in WORDS.chars().take(left).enumerate() {
                times.keys.push(self.press(line, end + typed, key)?);
                self.ask_around(line, end + typed + 1, times)?;
                thread::sleep(BETWEEN_KEYS);
            }
            left = left.saturating_sub(WORDS.len());
            thread::sleep(BETWEEN_WORDS);
        }
        Ok(())
    }

    /// So many of all places, from the first to the last, in an order that jumps.
    fn spread(&self, wanted: usize) -> Vec<(usize, usize)> {
        let step = (self.places.len() / wanted.max(1)).max(1);
        let places: Vec<_> = self.places.iter().step_by(step).take(wanted).copied().collect();
        let (early, late) = places.split_at(places.len() / 2);
        let rest = &late[early.len()..];
        early.iter().zip(late).flat_map(|(a, b)| [*b, *a]).chain(rest.iter().copied()).collect()
    }

    fn press(&mut self, line: usize, character: usize, key: char) -> Result<Duration> {
        self.version += 1;
        let change = self.typed(line, character, key);
        let document = json!({ "uri": self.uri, "version": self.version });
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        // What came unasked since the last key is of an older text.
        self.client.forget();
        let before = Instant::now();
        self.client.notify("textDocument/didChange", &params)?;
        Ok(self.published(|_| true)?.at - before)
    }

    /// What tells the server of a key.
    fn typed(&mut self, line: usize, character: usize, key: char) -> Value {
        self.lines[line].insert(character, key);
        let sync = &self.capabilities["textDocumentSync"];
        if *sync == 1 || sync["change"] == 1 {
            return json!({ "text": self.lines.join("\n") + "\n" });
        }
        let at = json!({ "line": line, "character": character });
        json!({ "range": { "start": at, "end": at }, "text": key.to_string() })
    }

    /// Asks what an editor asks while its user types, of a server that offers it.
    fn ask_around(&mut self, line: usize, character: usize, times: &mut Times) -> Result<()> {
        let at = json!({ "line": line, "character": character });
        let params = json!({ "textDocument": { "uri": self.uri }, "position": at });
        for (offered, method, times) in [
            ("completionProvider", "textDocument/completion", &mut times.completions),
            ("hoverProvider", "textDocument/hover", &mut times.hovers),
        ] {
            if self.language == Language::Deck && !self.capabilities[offered].is_null() {
                let before = Instant::now();
                let id = self.client.request(method, &params)?;
                let answer = self.client.answer_to(id)?;
                if !answer.message["error"].is_null() {
                    return Err(format!("{method}: {}", answer.message["error"]).into());
                }
                times.push(answer.at - before);
            }
        }
        Ok(())
    }

    pub(super) fn end(mut self) -> Result<()> {
        self.client.ask("shutdown", &Value::Null)?;
        Ok(self.client.notify("exit", &Value::Null)?)
    }
}
