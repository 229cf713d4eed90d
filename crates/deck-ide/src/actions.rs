//! What can be done about the findings at a place.

pub(crate) mod allow;
mod words;

use deck_lint::{Applicability, Diagnostic, SourceFile, TextEdit, choose_fixes};
use deck_syntax::TextRange;

use crate::at::clamp_range;
pub use words::{WordAction, WordChange, learn, word_actions};

/// Something that can be done, as changes to the file of the findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it does, as an order: "Add a space after the bullet".
    pub title: String,
    /// What sort of action it is.
    pub kind: ActionKind,
    /// What it changes. The edits are in order and do not overlap.
    pub edits: Vec<TextEdit>,
    /// Whether it is the one to take, where someone asks for the fix without choosing.
    pub preferred: bool,
    /// The finding it is about, as an index into the findings given; `None`: all of the file.
    pub finding: Option<usize>,
}

/// The sorts of actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionKind {
    /// Puts right what was found.
    Fix,
    /// Adds a comment, so that it is not reported any more.
    Allow,
    /// The same for the whole file.
    AllowFile,
    /// Puts right all of the file that can safely be.
    FixAll,
}

/// What can be done about the findings that touch `range`: first the fixes, safe ones first, then
/// what puts right the whole file, then what allows them. `findings` are those of the file, in the
/// order of their places.
pub fn actions(file: &SourceFile, range: TextRange, findings: &[Diagnostic]) -> Vec<Action> {
    let range = clamp_range(&file.text, range);
    let here: Vec<(usize, &Diagnostic)> = findings
        .iter()
        .enumerate()
        .filter(|(_, it)| it.range.start() <= range.end() && range.start() <= it.range.end())
        .collect();
    let mut actions: Vec<Action> = here.iter().flat_map(|(index, it)| fixes(*index, it)).collect();
    actions.sort_by_key(|action| !action.preferred);
    actions.extend(fix_all(findings));
    for (index, diagnostic) in &here {
        actions.extend(allow::card(file, diagnostic).map(|edit| Action {
            title: format!("Allow {} here", diagnostic.rule.name),
            kind: ActionKind::Allow,
            edits: vec![edit],
            preferred: false,
            finding: Some(*index),
        }));
    }
    for (index, diagnostic) in &here {
        actions.extend(allow::file(file, diagnostic).map(|edit| Action {
            title: format!("Allow {} in this file", diagnostic.rule.name),
            kind: ActionKind::AllowFile,
            edits: vec![edit],
            preferred: false,
            finding: Some(*index),
        }));
    }
    without_doubles(actions)
}

/// The fixes of a finding.
fn fixes(index: usize, diagnostic: &Diagnostic) -> impl Iterator<Item = Action> + use<'_> {
    diagnostic.fixes.iter().enumerate().map(move |(nth, fix)| {
        let mut edits = fix.edits.clone();
        edits.sort_by_key(|edit| (edit.range.start(), edit.range.end()));
        Action {
            title: fix.title.clone(),
            kind: ActionKind::Fix,
            edits,
            preferred: nth == 0 && fix.applicability == Applicability::Safe,
            finding: Some(index),
        }
    })
}

/// What puts right all that can safely be put right in a file, if anything can. Fixes that touch
/// wait for the next time.
pub fn fix_all(findings: &[Diagnostic]) -> Option<Action> {
    let chosen = choose_fixes(findings, false);
    let title = match chosen.fixed {
        0 => return None,
        1 => "Put right the one fault here that can safely be put right".to_owned(),
        n => format!("Put right all {n} faults here that can safely be put right"),
    };
    let edits = chosen.edits.into_iter().cloned().collect();
    Some(Action { title, kind: ActionKind::FixAll, edits, preferred: false, finding: None })
}

/// Two findings may offer the same, such as two of one rule on one card.
fn without_doubles(actions: Vec<Action>) -> Vec<Action> {
    let mut kept: Vec<Action> = Vec::new();
    for action in actions {
        let same = |it: &Action| it.title == action.title && it.edits == action.edits;
        if !kept.iter().any(same) {
            kept.push(action);
        }
    }
    kept
}
