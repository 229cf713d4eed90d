//! A text as an editor has it, and edits of it. Counted apart from the server's own counting.

use proptest::prelude::*;
use serde_json::{Value, json};

/// A text with UTF-16 positions. Lines end at `\n`, `\r\n` or `\r`.
#[derive(Debug, Clone)]
pub(crate) struct Text(String);

/// An edit somewhere: from a character on, so many are replaced.
#[derive(Debug, Clone)]
pub(crate) struct Edit {
    at: usize,
    cut: usize,
    insert: String,
}

/// What is typed and pasted: parts of cards in all dialects, and characters of all widths.
const PARTS: [&str; 40] = [
    "a",
    "x",
    " ",
    "?",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "- ",
    "Q: ",
    "A: ",
    "C: ",
    "\t",
    ";",
    "::",
    ":::",
    "{{c1::Mao}}",
    "==",
    "[Mao]",
    "---\n",
    "```\n",
    "$$\n",
    "# ",
    "## Who?\n",
    "@tags a b\n",
    "😀",
    "🇬🇧",
    "e\u{301}",
    "𝒳",
    "\u{2028}",
    "\u{feff}",
    "<!-- decklint-allow loose-text -->\n",
    "in May 1937",
    "31 September 1939",
    "recieved",
    "\n\nWhat did Stalin sign in August 1939?\n- the Nazi-Soviet Pact\n\n",
    "\n\nWhat did Stalin sign in August 1939?\n- a treaty with Japan\n\n",
    "\n\nQ: Which planet is the hottest?\nA: Mars\n\n",
    "?\n?\nMars\n",
];

pub(crate) fn edits() -> impl Strategy<Value = Edit> {
    let cut = prop_oneof![4 => Just(0usize), 3 => 1..4usize, 1 => 1..60usize, 1 => 200..2000usize];
    let insert = prop_oneof![
        1 => Just(String::new()),
        6 => proptest::sample::select(&PARTS[..]).prop_map(str::to_owned),
    ];
    (0..100_000usize, cut, insert).prop_map(|(at, cut, insert)| Edit { at, cut, insert })
}

impl Text {
    pub(crate) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Edits the text, and says how in the protocol's terms.
    pub(crate) fn apply(&mut self, edit: &Edit) -> Value {
        let offsets: Vec<usize> = self.places().collect();
        let start = edit.at % offsets.len();
        let end = (start + edit.cut).min(offsets.len() - 1);
        let (start, end) = (offsets[start], offsets[end]);
        let range = json!({ "start": position(&self.0, start), "end": position(&self.0, end) });
        self.0.replace_range(start..end, &edit.insert);
        json!({ "range": range, "text": edit.insert })
    }

    /// Where an editor's caret can stand: between characters, but not inside `\r\n`.
    fn places(&self) -> impl Iterator<Item = usize> {
        let all = self.0.char_indices().map(|(at, _)| at).chain([self.0.len()]);
        all.filter(|&at| !(self.0[..at].ends_with('\r') && self.0[at..].starts_with('\n')))
    }
}

/// The line and UTF-16 column of a byte; one in a line's ending is at the line's end.
pub(crate) fn position(text: &str, at: usize) -> Value {
    let (mut line, mut start) = (0, 0);
    for (end, char) in text.char_indices() {
        let is_end = char == '\n' || (char == '\r' && !text[end + 1..].starts_with('\n'));
        if is_end && end < at {
            (line, start) = (line + 1, end + 1);
        }
    }
    let upto = text[start..at].trim_end_matches(['\r', '\n']);
    json!({ "line": line, "character": upto.encode_utf16().count() })
}
