//! A bare client of the Language Server Protocol, for tests and benchmarks: it sends what it is
//! told, also what no editor would, and notes when each message came.

mod read;

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

pub use read::{Incoming, Stamped, read};

/// A server that was started, and what it says.
#[derive(Debug)]
pub struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    incoming: Receiver<Incoming>,
    /// What came while something else was waited for, in order.
    kept: VecDeque<Stamped>,
    last_id: u64,
    /// Whether requests of the server are answered, with `null`, as they are read.
    pub answers: bool,
    /// How long an answer may take.
    pub patience: Duration,
}

impl Client {
    /// Starts a server that talks over its standard input and output.
    pub fn start(command: &mut Command) -> io::Result<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let gone = || io::Error::from(io::ErrorKind::BrokenPipe);
        let stdin = child.stdin.take();
        let stdout = child.stdout.take().ok_or_else(gone)?;
        let (sender, incoming) = channel();
        thread::spawn(move || read(io::BufReader::new(stdout), &sender));
        let (kept, patience) = (VecDeque::new(), Duration::from_mins(1));
        Ok(Self { child, stdin, incoming, kept, last_id: 0, answers: true, patience })
    }

    /// The process's number.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Sends bytes as they are.
    pub fn send_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        let stdin = self.stdin.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        stdin.write_all(bytes)?;
        stdin.flush()
    }

    /// Sends a message.
    pub fn send(&mut self, message: &Value) -> io::Result<()> {
        self.send_bytes(&framed(message))
    }

    /// Sends a notification.
    pub fn notify(&mut self, method: &str, params: &Value) -> io::Result<()> {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
    }

    /// Sends a request and gives its number.
    pub fn request(&mut self, method: &str, params: &Value) -> io::Result<u64> {
        self.last_id += 1;
        let id = self.last_id;
        let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method });
        // Methods without parameters want none, not `null`.
        if !params.is_null() {
            message["params"] = params.clone();
        }
        self.send(&message)?;
        Ok(id)
    }

    /// Answers a request of the server.
    pub fn answer(&mut self, request: &Value, result: &Value) -> io::Result<()> {
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }))
    }

    /// Sends a request and waits for its answer: the whole message, `result` or `error` inside.
    pub fn ask(&mut self, method: &str, params: &Value) -> io::Result<Value> {
        let id = self.request(method, params)?;
        Ok(self.answer_to(id)?.message)
    }

    /// Waits for the answer to a request.
    pub fn answer_to(&mut self, id: u64) -> io::Result<Stamped> {
        self.wait(|message| message.get("method").is_none() && message["id"] == id)
    }

    /// Waits for diagnostics of a document that were told of this version of it.
    pub fn published(&mut self, uri: &str, version: i64) -> io::Result<Stamped> {
        self.wait(|message| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
        })
    }

    /// Waits for the first message like that, also among those that came before; others stay.
    ///
    /// # Errors
    /// If there is none for as long as [`Self::patience`], or the server has ended.
    pub fn wait(&mut self, is_it: impl Fn(&Value) -> bool) -> io::Result<Stamped> {
        if let Some(at) = self.kept.iter().position(|it| is_it(&it.message)) {
            return self.kept.remove(at).ok_or_else(|| io::ErrorKind::NotFound.into());
        }
        let until = Instant::now() + self.patience;
        loop {
            let stamped = self.next(until.saturating_duration_since(Instant::now()))?;
            if is_it(&stamped.message) {
                return Ok(stamped);
            }
            self.kept.push_back(stamped);
        }
    }

    /// The messages that came and were not waited for, up to a moment of silence as long as this.
    pub fn rest(&mut self, silence: Duration) -> Vec<Value> {
        while let Ok(stamped) = self.next(silence) {
            self.kept.push_back(stamped);
        }
        self.kept.drain(..).map(|it| it.message).collect()
    }

    /// Forgets what came and was not waited for.
    pub fn forget(&mut self) {
        self.rest(Duration::ZERO);
    }

    /// The next message.
    fn next(&mut self, patience: Duration) -> io::Result<Stamped> {
        let stamped = match self.incoming.recv_timeout(patience) {
            Ok(Incoming::Message(stamped)) => stamped,
            Ok(Incoming::Garbage(why)) => {
                return Err(io::Error::new(io::ErrorKind::InvalidData, why));
            }
            Err(RecvTimeoutError::Timeout) => return Err(io::ErrorKind::TimedOut.into()),
            Err(RecvTimeoutError::Disconnected) => return Err(io::ErrorKind::BrokenPipe.into()),
        };
        let message = &stamped.message;
        if self.answers && message.get("method").is_some() && message.get("id").is_some() {
            // A configuration is a list, one answer an item; for us each is `null`.
            let items = message["params"]["items"].as_array().map(|it| vec![Value::Null; it.len()]);
            let result = items.map_or(Value::Null, Value::Array);
            self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": result }))?;
        }
        Ok(stamped)
    }

    /// Says no more to the server.
    pub fn close(&mut self) {
        self.stdin = None;
    }

    /// Waits for the server to end.
    ///
    /// # Errors
    /// If it runs on for longer than [`Self::patience`].
    pub fn ended(&mut self) -> io::Result<ExitStatus> {
        let until = Instant::now() + self.patience;
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            thread::sleep(Duration::from_millis(5));
        }
        Err(io::ErrorKind::TimedOut.into())
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A message with its head.
pub fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}
