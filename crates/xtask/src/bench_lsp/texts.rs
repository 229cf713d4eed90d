//! What is typed into: the same made-up cards as a deck, as Markdown, and as Python.

use std::fmt::Write as _;

use crate::corpus::{self, Plan};

/// A card that the file that is typed into has, too: that both are alike is only known once the
/// whole workspace has been read.
pub(super) const TWIN: &str = "Q: What does a benchmark ask twice?\nA: this question\n\n";

/// A language for which there is a linter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Deck,
    Markdown,
    Python,
}

impl Language {
    /// By what the protocol calls it.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Deck => "deck",
            Self::Markdown => "markdown",
            Self::Python => "python",
        }
    }

    pub(super) fn file_name(self) -> &'static str {
        match self {
            Self::Deck => "typed.deck",
            Self::Markdown => "typed.md",
            Self::Python => "typed.py",
        }
    }

    /// So many cards, in about 360 bytes each.
    pub(super) fn text(self, cards: usize) -> String {
        let deck: String =
            corpus::decks(Plan { cards, files: 1, seed: 2 }).map(|it| it.1).collect();
        let deck = deck + "\n" + TWIN;
        match self {
            Self::Deck => deck,
            Self::Markdown => markdown(&deck),
            Self::Python => python(&deck),
        }
    }

    /// Whether words are typed at the end of a line like that.
    pub(super) fn invites(self, line: &str) -> bool {
        match self {
            Self::Deck | Self::Markdown => line.starts_with("- "),
            Self::Python => line.starts_with("    # "),
        }
    }
}

/// Questions as headings, answers as they are.
fn markdown(deck: &str) -> String {
    let mut text = "# Notes\n\n".to_owned();
    for line in deck.lines() {
        match line.strip_suffix('?') {
            Some(question) => _ = write!(text, "## {question}\n\n"),
            None if line.is_empty() && text.ends_with("\n\n") => {}
            None => _ = writeln!(text, "{line}"),
        }
    }
    text
}

/// Questions as functions, answers as comments in them.
fn python(deck: &str) -> String {
    let mut text = "import os\n".to_owned();
    for (number, line) in deck.lines().enumerate() {
        if line.ends_with('?') {
            let _ = write!(text, "\n\ndef card_{number}(reader):\n    return reader\n");
        } else if !line.is_empty() {
            let _ = writeln!(text, "    # {}", line.trim_start_matches("- "));
        }
    }
    text
}
