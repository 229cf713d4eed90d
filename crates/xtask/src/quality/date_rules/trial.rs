//! Running the rules on a fault, and on the same cards without it.

use std::ops::Range;
use std::path::PathBuf;

use deck_lint::{Diagnostic, FileId, Workspace};

use super::cards::{Document, render};
use super::faults::{Cards, Fault};

/// What came of a fault.
pub(super) enum Outcome {
    /// The rule reports it.
    Found,
    /// Only another rule does.
    FoundOtherwise,
    /// None does.
    Missed,
    /// The rule reports the place without the fault as well, so that nothing is shown.
    Alarm,
}

/// A fault in its deck.
pub(super) struct Trial<'a> {
    pub(super) document: &'a Document,
    pub(super) fault: &'a Fault,
    /// The rules that run.
    pub(super) rules: &'a [String],
}

impl Trial<'_> {
    /// Whether the fault is found by `rule`.
    pub(super) fn run(&self, rule: &str) -> Outcome {
        if self.reporting(&self.fault.right).contains(&rule) {
            return Outcome::Alarm;
        }
        let reporting = self.reporting(&self.fault.wrong);
        if reporting.contains(&rule) {
            Outcome::Found
        } else if reporting.is_empty() {
            Outcome::Missed
        } else {
            Outcome::FoundOtherwise
        }
    }

    /// The rules that report something on these cards.
    fn reporting(&self, cards: &Cards) -> Vec<&'static str> {
        let (here, place) = self.document.with(self.fault.card, &cards.here);
        let there = render(&cards.there);
        let found = lint([here, there], self.rules);
        let is_there = |diagnostic: &Diagnostic| {
            let range: Range<usize> = diagnostic.range.into();
            let touches = range.start < place.end && place.start < range.end;
            diagnostic.file != FileId(0) || touches
        };
        found.iter().filter(|it| is_there(it)).map(|it| it.rule.name).collect()
    }
}

/// What the rules say of a deck as it is: the rule, and what it says where.
pub(super) fn findings(document: &Document, rules: &[String]) -> Vec<(&'static str, String)> {
    let text = document.text();
    let found = lint([text.clone(), String::new()], rules);
    let words = |it: &Diagnostic| {
        let start = text[..usize::from(it.range.start())].rfind('\n').map_or(0, |at| at + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        (it.rule.name, format!("{}: {}: {line}", document.name, it.message))
    };
    found.iter().map(words).collect()
}

fn lint(texts: [String; 2], rules: &[String]) -> Vec<Diagnostic> {
    let paths = ["one.deck", "two.deck"].map(PathBuf::from);
    let files = paths.into_iter().zip(texts.map(String::into_bytes));
    let mut workspace = Workspace::of_texts(files.filter(|(_, text)| !text.is_empty()));
    workspace.select(rules);
    workspace.lint().diagnostics
}
