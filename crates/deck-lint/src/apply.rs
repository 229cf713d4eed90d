//! Applying fixes to a text.

mod keep;

use std::collections::BTreeMap;

use text_size::TextSize;

use crate::diagnostic::{Applicability, Diagnostic, Fix, TextEdit};
pub use keep::fix_file;

/// What applying fixes did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The text afterwards.
    pub text: String,
    /// How many diagnostics were put right.
    pub fixed: usize,
    /// The same, by the names of the rules that found them.
    pub by_rule: BTreeMap<&'static str, usize>,
}

/// The changes that put right what can be put right together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenEdits<'d> {
    /// The changes, in the order of their places; no two touch.
    pub edits: Vec<&'d TextEdit>,
    /// How many diagnostics they put right.
    pub fixed: usize,
    /// The same, by the names of the rules that found them.
    pub by_rule: BTreeMap<&'static str, usize>,
}

/// Chooses the first safe fix of each diagnostic, or, if `also_unsafe`, its first fix where it has
/// no safe one.
///
/// All `diagnostics` are of one file, in order of their places. Where two fixes touch, the second
/// waits: apply, lint the result and choose again. What the baseline lists is left alone.
pub fn choose_fixes<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    also_unsafe: bool,
) -> ChosenEdits<'d> {
    let mut chosen: Vec<&TextEdit> = Vec::new();
    let mut by_rule = BTreeMap::new();
    for diagnostic in diagnostics.into_iter().filter(|it| !it.old) {
        let Some(fix) = choose(diagnostic, also_unsafe) else { continue };
        if fix.edits.iter().any(|edit| touches(&chosen, edit)) {
            continue;
        }
        for edit in &fix.edits {
            let at = chosen.partition_point(|other| other.range.start() < edit.range.start());
            chosen.insert(at, edit);
        }
        // A roll-up may hold findings that it cannot put right.
        *by_rule.entry(diagnostic.rule.name).or_insert(0) += diagnostic.count.min(fix.edits.len());
    }
    ChosenEdits { edits: chosen, fixed: by_rule.values().sum(), by_rule }
}

/// The fix of a diagnostic that is applied unseen, if one may be.
fn choose(diagnostic: &Diagnostic, also_unsafe: bool) -> Option<&Fix> {
    let safe = diagnostic.fixes.iter().find(|fix| fix.applicability == Applicability::Safe);
    safe.or_else(|| diagnostic.fixes.first().filter(|_| also_unsafe))
}

/// Applies to `text`, which is that of the diagnostics' file, what [`choose_fixes`] chooses.
pub fn apply_fixes<'d>(
    text: &str,
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    also_unsafe: bool,
) -> Applied {
    let chosen = choose_fixes(diagnostics, also_unsafe);
    let text = replace(text, &chosen.edits);
    Applied { text, fixed: chosen.fixed, by_rule: chosen.by_rule }
}

/// Whether an edit touches one of `chosen`, which are sorted and apart.
fn touches(chosen: &[&TextEdit], edit: &TextEdit) -> bool {
    let after = chosen.partition_point(|other| other.range.end() < edit.range.start());
    chosen.get(after).is_some_and(|other| other.range.start() <= edit.range.end())
}

fn replace(text: &str, edits: &[&TextEdit]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = TextSize::new(0);
    for edit in edits {
        result.push_str(&text[usize::from(at)..usize::from(edit.range.start())]);
        result.push_str(&edit.insert);
        at = edit.range.end();
    }
    result.push_str(&text[usize::from(at)..]);
    result
}
