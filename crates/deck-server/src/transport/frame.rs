//! Where one message ends and the next begins.

use memchr::memmem;
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt as _};

/// What announces a message.
const LENGTH: &[u8] = b"Content-Length:";

/// A longer message than this is none.
const LONGEST: usize = 1 << 30;

/// What comes in.
#[derive(Debug, PartialEq)]
pub(super) enum Frame {
    /// A message, as JSON.
    Message(Value),
    /// Something else, and why. Reading goes on at the next message.
    Garbage(String),
}

/// The messages of a stream.
pub(super) struct Frames<R> {
    input: R,
    bytes: Vec<u8>,
    /// How many of them have been dealt with.
    done: usize,
}

/// How far what has come in so far makes sense.
enum Step {
    /// A whole frame.
    Frame(Frame),
    /// More has to come in: so many bytes in all, as far as is known.
    More(usize),
}

impl<R: AsyncRead + Unpin> Frames<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, bytes: Vec::new(), done: 0 }
    }

    /// The next message; `None` at the end of the stream.
    pub(super) async fn next(&mut self) -> Option<Frame> {
        loop {
            match self.step() {
                Step::Frame(frame) => return Some(frame),
                Step::More(wanted) => {
                    self.bytes.drain(..self.done);
                    self.done = 0;
                    self.bytes
                        .reserve(wanted.saturating_sub(self.bytes.len()).clamp(8192, 1 << 26));
                    match self.input.read_buf(&mut self.bytes).await {
                        Ok(0) | Err(_) => return None,
                        Ok(_) => {}
                    }
                }
            }
        }
    }

    /// Looks for a message in what has come in.
    fn step(&mut self) -> Step {
        let bytes = &self.bytes[self.done..];
        let Some(at) = memmem::find(bytes, LENGTH) else {
            // What announces a message may have come in halfway.
            let rest = bytes.len().min(LENGTH.len() - 1);
            let is_start = LENGTH.starts_with(&bytes[bytes.len() - rest..]);
            if bytes.len() > LENGTH.len() && !is_start {
                self.done += bytes.len() - rest;
            }
            return Step::More(0);
        };
        let head = &bytes[at..];
        let Some((length, body)) = length_and_body(head) else {
            // A head that goes on for ever is none.
            if head.len() < 4096 {
                return Step::More(0);
            }
            self.done += at + LENGTH.len();
            return Step::Frame(Frame::Garbage("its head does not end".to_owned()));
        };
        let Some(length) = length.filter(|length| *length <= LONGEST) else {
            self.done += at + LENGTH.len();
            return Step::Frame(Frame::Garbage("its `Content-Length` is no length".to_owned()));
        };
        let (start, end) = (at + body, at + body + length);
        let Some(content) = bytes.get(start..end) else { return Step::More(end) };
        match serde_json::from_slice(content) {
            Ok(message) => {
                self.done += end;
                Step::Frame(Frame::Message(message))
            }
            Err(error) => {
                // A length that is too long has taken in the head of the next message.
                let next = memmem::find(content, LENGTH).unwrap_or(length);
                self.done += start + next;
                Step::Frame(Frame::Garbage(error.to_string()))
            }
        }
    }
}

/// The length that a head says, if it is a number, and where the body starts; `None` where the
/// head has not ended yet.
fn length_and_body(head: &[u8]) -> Option<(Option<usize>, usize)> {
    let (end, blank) = match (memmem::find(head, b"\r\n\r\n"), memmem::find(head, b"\n\n")) {
        (Some(crlf), Some(lf)) if lf < crlf => (lf, 2),
        (Some(crlf), _) => (crlf, 4),
        (None, Some(lf)) => (lf, 2),
        (None, None) => return None,
    };
    let line = head[LENGTH.len()..end].split(|byte| matches!(byte, b'\r' | b'\n')).next();
    let digits = line.and_then(|line| std::str::from_utf8(line).ok()).map(str::trim);
    Some((digits.and_then(|digits| digits.parse().ok()), end + blank))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn frames(bytes: &[u8]) -> Vec<Frame> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let mut frames = Frames::new(bytes);
            let mut found = Vec::new();
            while let Some(frame) = frames.next().await {
                found.push(frame);
            }
            found
        })
    }

    fn message(number: usize) -> String {
        let body = json!({ "n": number }).to_string();
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    fn numbers(bytes: &[u8]) -> Vec<u64> {
        let number = |frame: Frame| match frame {
            Frame::Message(message) => message["n"].as_u64(),
            Frame::Garbage(_) => None,
        };
        frames(bytes).into_iter().filter_map(number).collect()
    }

    #[test]
    fn messages_follow_each_other() {
        let typed = "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n";
        let body = r#"{"n":2}"#;
        let second = format!("Content-Length: {}\r\n{typed}\r\n{body}", body.len());
        assert_eq!(numbers((message(1) + &second + &message(3)).as_bytes()), [1, 2, 3]);
    }

    #[test]
    fn garbage_between_messages_loses_none() {
        let first = message(1);
        let bytes = [b"\xff\xfe{}[]\n\n".as_slice(), first.as_bytes(), b"Content-Leng"];
        let bytes = [&bytes.concat(), b"th: x\r\n\r\n".as_slice(), message(2).as_bytes()].concat();
        assert_eq!(numbers(&bytes), [1, 2]);
    }

    #[test]
    fn a_wrong_length_loses_one_message() {
        let short = "Content-Length: 3\r\n\r\n{\"n\":1}";
        let long = "Content-Length: 30\r\n\r\n{\"n\":2}";
        let bytes = short.to_owned() + &message(3) + long + &message(4) + &message(5);
        assert_eq!(numbers(bytes.as_bytes()), [3, 4, 5]);
    }

    #[test]
    fn half_a_message_waits_for_its_other_half() {
        let whole = message(1);
        assert_eq!(numbers(&whole.as_bytes()[..whole.len() - 1]), Vec::<u64>::new());
    }
}
