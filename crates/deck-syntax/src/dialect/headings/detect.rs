//! What only decks of headings have.

/// What in the text says that it is written in this dialect.
pub(crate) fn looks_like(_text: &str) -> Option<String> {
    None
}
