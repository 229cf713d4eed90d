//! What a server says, read strictly: whoever writes our own framing must not also judge it.

use std::io::BufRead;
use std::sync::mpsc::Sender;
use std::time::Instant;

use serde_json::Value;

/// A message, and when its last byte had come.
#[derive(Debug, Clone, PartialEq)]
pub struct Stamped {
    /// When its last byte had come.
    pub at: Instant,
    /// The message.
    pub message: Value,
}

/// What came.
#[derive(Debug, Clone, PartialEq)]
pub enum Incoming {
    /// A message.
    Message(Stamped),
    /// What is none, and why. Nothing comes after it.
    Garbage(String),
}

/// Reads messages until the stream ends, or until what comes is none.
pub fn read(mut input: impl BufRead, messages: &Sender<Incoming>) {
    loop {
        let incoming = match message(&mut input) {
            Ok(None) => return,
            Ok(Some(body)) => {
                let at = Instant::now();
                match serde_json::from_slice(&body) {
                    Ok(message) => Incoming::Message(Stamped { at, message }),
                    Err(error) => Incoming::Garbage(error.to_string()),
                }
            }
            Err(why) => Incoming::Garbage(why),
        };
        let is_last = matches!(incoming, Incoming::Garbage(_));
        if messages.send(incoming).is_err() || is_last {
            return;
        }
    }
}

/// The body of the next message; `None` at the end of the stream.
fn message(input: &mut impl BufRead) -> Result<Option<Vec<u8>>, String> {
    let mut length = None;
    loop {
        let mut line = String::new();
        match input.read_line(&mut line) {
            Ok(0) if length.is_none() => return Ok(None),
            Ok(_) if line == "\r\n" => break,
            Ok(_) if line.ends_with("\r\n") => {}
            Ok(_) => return Err(format!("a line of a head is {line:?}")),
            Err(error) => return Err(error.to_string()),
        }
        if let Some(digits) = line.strip_prefix("Content-Length: ") {
            length = digits.trim_end().parse().ok();
        }
    }
    let mut body = vec![0; length.ok_or("a head without a length")?];
    input.read_exact(&mut body).map_err(|error| error.to_string())?;
    Ok(Some(body))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn incoming(bytes: &[u8]) -> Vec<Incoming> {
        let (sender, receiver) = channel();
        read(bytes, &sender);
        drop(sender);
        receiver.into_iter().collect()
    }

    #[test]
    fn messages_are_read_until_something_else_comes() {
        let bytes = b"Content-Length: 2\r\n\r\n{}Content-Length: 2\r\n\r\n[]oops\r\n\r\n";
        let found = incoming(bytes);
        assert!(matches!(
            found.as_slice(),
            [
                Incoming::Message(Stamped { message: Value::Object(_), .. }),
                Incoming::Message(Stamped { message: Value::Array(_), .. }),
                Incoming::Garbage(_),
            ]
        ));
    }
}
