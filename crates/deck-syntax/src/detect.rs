//! Which dialect a file is written in, from its name and its content.

mod native;
mod obsidian;

use crate::dialect::{Dialect, Settings, anki, hashcards, headings};

/// What can be told of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detection {
    /// The dialect; `None` where it cannot be told, or where the file is no deck.
    pub dialect: Option<Dialect>,
    /// Why: half a sentence, such as "it is called `.deck`".
    pub reason: String,
    /// Whether the file looks like a deck although its dialect cannot be told.
    pub nearly: bool,
}

/// What a file can be by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `.md`: also what most documents are called.
    Markdown,
    /// `.txt`
    Text,
    /// `.tsv` and `.csv`: rows of fields, and nothing else.
    Table,
    /// No name, or one that says nothing.
    Any,
}

/// Tells the dialect of a file from its name and the beginning of its text. It never guesses
/// between two: where the marks of several dialects are found, or of none, it says so.
///
/// `name` is the file's name or path; `text` may be cut off at a line's end.
pub fn detect(name: &str, text: &str, settings: &Settings) -> Detection {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let kind = match extension.to_ascii_lowercase().as_str() {
        "deck" => return told(Dialect::Deck, "it is called `.deck`".to_owned()),
        "md" | "markdown" => Kind::Markdown,
        "txt" => Kind::Text,
        "tsv" | "csv" => Kind::Table,
        _ => Kind::Any,
    };
    if let Some(reason) = no_text(text) {
        return Detection { dialect: None, reason, nearly: false };
    }
    let marks = marks(kind, text, settings);
    match marks.as_slice() {
        [] if extension.eq_ignore_ascii_case("csv") => comma_table(kind, text),
        [] => native_deck(kind, text),
        [(dialect, reason)] => told(*dialect, reason.clone()),
        several => Detection { dialect: None, reason: contradiction(several), nearly: true },
    }
}

fn told(dialect: Dialect, reason: String) -> Detection {
    Detection { dialect: Some(dialect), reason, nearly: false }
}

/// Why the text is none. In UTF-16, every other byte of most letters is zero.
fn no_text(text: &str) -> Option<String> {
    let begin = || text.chars().take(1024);
    let zeros = begin().filter(|&c| c == '\0').count();
    let reason = match zeros * 3 >= begin().count() {
        _ if zeros == 0 => return None,
        true => "it is saved as UTF-16: save it as UTF-8",
        false => "it is no text",
    };
    Some(reason.to_owned())
}

/// The dialects of which the text has a mark that no other text would have.
fn marks(kind: Kind, text: &str, settings: &Settings) -> Vec<(Dialect, String)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut marks = Vec::new();
    let mut look = |dialect, mark: Option<String>| marks.extend(mark.map(|mark| (dialect, mark)));
    if kind != Kind::Table && kind != Kind::Text {
        look(Dialect::Deck, native::mark(text));
        look(Dialect::Hashcards, hashcards::looks_like(text));
        look(Dialect::Obsidian, obsidian::mark(text, &settings.obsidian));
        look(Dialect::Headings, headings::looks_like(text));
    }
    if kind != Kind::Markdown {
        look(Dialect::Anki, anki::looks_like(text));
    }
    marks
}

/// A `.csv` whose rows commas part in two may be a list of cards.
fn comma_table(kind: Kind, text: &str) -> Detection {
    match anki::csv(text) {
        Some(Ok(reason)) => told(Dialect::Anki, reason),
        Some(Err(reason)) => Detection { dialect: None, reason, nearly: true },
        None => native_deck(kind, text),
    }
}

/// Without a mark, a text is a deck if it is one in the native dialect beyond doubt.
fn native_deck(kind: Kind, text: &str) -> Detection {
    if kind == Kind::Table {
        let reason = "its rows do not look like questions and answers".to_owned();
        return Detection { dialect: None, reason, nearly: false };
    }
    match native::judge(text, kind == Kind::Markdown) {
        Ok(reason) => told(Dialect::Deck, reason),
        Err(reason) => Detection { dialect: None, reason, nearly: false },
    }
}

fn contradiction(marks: &[(Dialect, String)]) -> String {
    let named: Vec<String> = marks
        .iter()
        .map(|(dialect, reason)| format!("{reason}, as {} has", dialect.name()))
        .collect();
    named.join("; but ")
}

#[cfg(test)]
mod tests {
    use super::{Settings, detect};

    #[test]
    fn bytes_that_are_no_utf_8_are_called_what_they_are() {
        let why = |text: &str| detect("a.txt", text, &Settings::default()).reason;
        assert_eq!(why("h\0o\0l\0a\0"), "it is saved as UTF-16: save it as UTF-8");
        assert_eq!(why("\u{fffd}\u{fffd}h\0i\0"), "it is saved as UTF-16: save it as UTF-8");
        assert_eq!(why("\u{7f}ELF and more\0"), "it is no text");
    }
}
