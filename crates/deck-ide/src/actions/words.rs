//! What can be done about how a word is spelled, beyond the card of the finding.

use deck_lint::{Diagnostic, FileId, TextEdit, Workspace, spelled};
use deck_syntax::{TextRange, TextSize};

use crate::at::{clamp_range, size};
use crate::edits::{FileEdits, by_file};

/// Something that can be done about a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordAction {
    /// What it does, as an order: "Write `built` everywhere (3 places)".
    pub title: String,
    /// What it changes.
    pub change: WordChange,
    /// The finding it is about, as an index into the findings given.
    pub finding: usize,
}

/// What changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordChange {
    /// The decks.
    Decks(Vec<FileEdits>),
    /// The list of words that are spelled rightly, which gets this one; see [`learn`].
    List(String),
}

/// What can be done about the words at `range` that are spelled wrongly or in two ways: spell all
/// of them so, or let them be. `findings` are those of the file.
///
/// Reads the texts of the whole workspace if there is such a word.
pub fn word_actions(
    workspace: &Workspace,
    file: FileId,
    range: TextRange,
    findings: &[Diagnostic],
) -> Vec<WordAction> {
    let text = &workspace.file(file).text;
    let range = clamp_range(text, range);
    let mut actions = Vec::new();
    for (index, finding) in findings.iter().enumerate().filter(|(_, it)| is_about_a_word(it)) {
        if finding.range.start() > range.end() || range.start() > finding.range.end() {
            continue;
        }
        let written = &text[finding.range];
        let new = finding.fixes.iter().filter_map(|fix| match fix.edits.as_slice() {
            [edit] if edit.range == finding.range => Some(edit.insert.as_str()),
            _ => None,
        });
        for new in new {
            actions.extend(everywhere(workspace, (written, new), index));
        }
        if !written.contains(char::is_whitespace) {
            let title = format!("Add `{written}` to `.decklint-words`");
            let change = WordChange::List(written.to_owned());
            actions.push(WordAction { title, change, finding: index });
        }
    }
    actions
}

fn is_about_a_word(finding: &Diagnostic) -> bool {
    finding.count == 1 && matches!(finding.rule.name, "misspelling" | "inconsistent-term")
}

/// Spells a word in another way wherever it stands, if that is more than once.
fn everywhere(
    workspace: &Workspace,
    (written, new): (&str, &str),
    finding: usize,
) -> Option<WordAction> {
    // `Anti-comintern` and `anti-comintern` are put right in different ways, `Bulit` and `bulit` in
    // one.
    let pairs = match (with_first(written, true), with_first(written, false)) {
        (Some(large), Some(small)) if written.to_lowercase() != new.to_lowercase() => {
            vec![(large, with_first(new, true)?), (small, with_first(new, false)?)]
        }
        _ => vec![(written.to_owned(), new.to_owned())],
    };
    let spellings: Vec<&str> = pairs.iter().map(|(old, _)| old.as_str()).collect();
    let places = spelled(workspace, &spellings);
    let edits = places.iter().filter_map(|place| {
        let old = &workspace.file(place.file).text[place.range];
        let (_, new) = pairs.iter().find(|(known, _)| known == old)?;
        Some((place.file, TextEdit::replace(place.range, new.as_str())))
    });
    let edits: Vec<_> = edits.collect();
    let title = format!("Write `{new}` everywhere ({} places)", edits.len());
    (edits.len() > 1).then(|| WordAction {
        title,
        change: WordChange::Decks(by_file(edits)),
        finding,
    })
}

/// A word in small letters, with a capital first or without; `None` if there is a capital in it.
fn with_first(word: &str, large: bool) -> Option<String> {
    let mut letters = word.chars();
    let first = letters.next()?;
    let rest = letters.as_str();
    if rest.chars().any(char::is_uppercase) {
        return None;
    }
    let first: String =
        if large { first.to_uppercase().collect() } else { first.to_lowercase().collect() };
    Some(first + rest)
}

/// The change that adds a word to a list of one word a line, before the first that comes after it
/// in the alphabet; all that is there stays. `None` if it is there already.
pub fn learn(list: &str, word: &str) -> Option<TextEdit> {
    let lower = word.to_lowercase();
    let mut at = 0;
    let mut place = None;
    for line in list.split_inclusive('\n') {
        let known = line.split('#').next().unwrap_or_default().trim().to_lowercase();
        if known == lower {
            return None;
        }
        if place.is_none() && known > lower {
            place = Some(at);
        }
        at += line.len();
    }
    let ending = if list.contains("\r\n") { "\r\n" } else { "\n" };
    let open = place.is_none() && !list.is_empty() && !list.ends_with('\n');
    let lead = if open { ending } else { "" };
    let place: TextSize = size(place.unwrap_or(list.len()));
    Some(TextEdit::insert(place, format!("{lead}{word}{ending}")))
}
