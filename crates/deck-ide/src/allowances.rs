//! Allowing many findings at once, so that no card changes.

mod file;

use std::collections::BTreeMap;

use deck_lint::{Diagnostic, FileId, SourceFile, Workspace};

use file::{Width, allow, same_cards};

/// What was found, file by file, one by one.
pub type Findings = BTreeMap<FileId, Vec<Diagnostic>>;

/// A workspace in which what was found is allowed.
#[derive(Debug)]
pub struct AllAllowed {
    /// The decks with comments in them.
    pub workspace: Workspace,
    /// How many findings they allow.
    pub allowed: usize,
    /// What no comment can allow.
    pub left: Findings,
}

/// Allows what the `wanted` rules find in the selected files; without any, what all rules find. What
/// a baseline lists is left alone.
///
/// Comments speak of cards, and where that would change a card or does not help, of the whole file;
/// where that does either, the file stays as it is, and so does one that is not UTF-8.
pub fn allow_all(before: &Workspace, wanted: &[&str], reason: &str) -> AllAllowed {
    let found = find(before, wanted);
    let mut widths: BTreeMap<FileId, Width> = found.keys().map(|id| (*id, Width::Cards)).collect();
    loop {
        let after = with_comments(before, &found, &widths, reason);
        let left = find(&after, wanted);
        let is_fine = |id: FileId| {
            same_cards(before.file(id), after.file(id))
                && helps(&found[&id], left.get(&id), after.file(id), reason)
        };
        let failed: Vec<FileId> = widths.keys().copied().filter(|id| !is_fine(*id)).collect();
        if failed.is_empty() {
            let total = |of: &Findings| of.values().map(Vec::len).sum::<usize>();
            let allowed = total(&found).saturating_sub(total(&left));
            return AllAllowed { workspace: after, allowed, left };
        }
        for id in failed {
            if widths.insert(id, Width::File) == Some(Width::File) {
                widths.remove(&id);
            }
        }
    }
}

/// What the rules that are wanted find; all, if none is named.
fn find(workspace: &Workspace, wanted: &[&str]) -> Findings {
    let is_wanted = |it: &Diagnostic| wanted.is_empty() || wanted.contains(&it.rule.name);
    let mut found = Findings::new();
    for (id, mut of_file) in workspace.lint_singly() {
        of_file.retain(|it| !it.old && is_wanted(it));
        if !of_file.is_empty() {
            found.insert(id, of_file);
        }
    }
    found
}

/// Whether comments allow all that can be allowed, and bring nothing.
fn helps(
    found: &[Diagnostic],
    left: Option<&Vec<Diagnostic>>,
    after: &SourceFile,
    reason: &str,
) -> bool {
    let Some(left) = left else { return true };
    let unused = |of: &[Diagnostic]| of.iter().filter(|it| it.rule.name == "unused-allow").count();
    let impossible = allow(after, left, Width::File, reason).left;
    unused(left) <= unused(found) && left.iter().all(|it| impossible.contains(it.rule.name))
}

fn with_comments(
    before: &Workspace,
    found: &Findings,
    widths: &BTreeMap<FileId, Width>,
    reason: &str,
) -> Workspace {
    let mut after = before.clone();
    for (id, width) in widths {
        let file = before.file(*id);
        // A file whose bytes are not all text could not be written back as it was.
        if file.invalid.is_empty() {
            let allowed = allow(file, &found[id], *width, reason);
            if allowed.text != file.text {
                after.set_text(*id, allowed.text);
            }
        }
    }
    after
}
