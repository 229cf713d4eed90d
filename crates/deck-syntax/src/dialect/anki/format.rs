//! How a whole text is to be read, for those who look at more than its cards.

use super::header::HeaderLine;
use super::state::State;
use crate::dialect::markdown::line::is_blank;
use crate::text::RawLine;

/// What the head of a text, or its rows, say of how to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// What parts the fields; `None` where it cannot be told.
    pub separator: Option<u8>,
    /// Whether the head says so, rather than the rows.
    pub is_declared: bool,
    /// Whether the fields are HTML.
    pub html: bool,
    /// How many columns `#columns:` names.
    pub labels: Option<usize>,
    /// Where the head ends.
    pub head: usize,
    /// Where the first row starts: below the head, blank lines and comments.
    pub rows: usize,
}

impl Format {
    /// Reads the head of `text` and looks at its first rows.
    pub fn of(text: &str) -> Self {
        let mut state = State::start();
        let bom = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        let (mut at, mut head) = (bom, None);
        while at < text.len() {
            let line = RawLine::at(text, at);
            let content = line.of(text);
            let is_head = content.starts_with('#') || at == bom && content.starts_with("tags:");
            if !is_head {
                head.get_or_insert(at);
            }
            if content.starts_with('#') && !state.below_head() {
                if let Some(header) = HeaderLine::of(content) {
                    state.apply(&header);
                }
            } else if is_blank(content) || content.starts_with('#') {
                state.leave_head();
            } else if !(at == bom && content.starts_with("tags:")) {
                break;
            }
            at = line.next;
        }
        let is_declared = state.separator().is_some();
        state.sniff(text, at);
        Self {
            separator: state.separator(),
            is_declared,
            html: state.html(),
            labels: Some(state.labels()).filter(|&labels| labels > 0),
            head: head.unwrap_or(at),
            rows: at,
        }
    }
}
