//! The actions of `textDocument/codeAction` that are about the spelling of a word, wherever it
//! stands.

use std::io::ErrorKind;
use std::path::Path;

use deck_ide::{WordAction, WordChange, learn, word_actions};
use deck_lint::{Diagnostic, WORDS_FILE_NAME};
use deck_syntax::TextRange;
use ropey::Rope;
use serde_json::json;
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, Command, CreateFile, CreateFileOptions, DocumentChangeOperation,
    DocumentChanges, ResourceOp, TextEdit, Uri, WorkspaceEdit,
};

use super::code_action::about;
use super::execute_command::KNOW;
use crate::convert::{Lines, Positions, uri};
use crate::view::{View, workspace_edit};

/// What can be done about the words at a place.
pub(super) fn offered(
    view: &View<'_>,
    range: TextRange,
    findings: &[Diagnostic],
) -> Vec<CodeAction> {
    let actions = word_actions(view.workspace(), view.file, range, findings);
    actions.into_iter().filter_map(|action| to_action(action, findings, view)).collect()
}

fn to_action(action: WordAction, findings: &[Diagnostic], view: &View<'_>) -> Option<CodeAction> {
    let finding = findings.get(action.finding)?;
    let (edit, command) = match action.change {
        WordChange::Decks(edits) => (view.snapshot().workspace_edit(edits), None),
        WordChange::List(word) => (listed(&word, view)?, Some(known(&word, view)?)),
    };
    Some(CodeAction {
        title: action.title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(about(finding, view)),
        edit: Some(edit),
        command,
        ..CodeAction::default()
    })
}

/// What tells this server that a word is right: an editor may change the list without saving it.
fn known(word: &str, view: &View<'_>) -> Option<Command> {
    let uri = view.state.uri(view.root.id, view.file)?;
    let arguments = Some(vec![json!(uri), json!(word)]);
    let title = format!("`{word}` is spelled rightly");
    Some(Command { title, command: KNOW.to_owned(), arguments })
}

/// The change that adds a word to the list of the workspace, which may have to be made first.
fn listed(word: &str, view: &View<'_>) -> Option<WorkspaceEdit> {
    let root = &view.workspace().root;
    if root.as_os_str().is_empty() {
        return None;
    }
    let path = root.join(WORDS_FILE_NAME);
    let (text, is_new) = list(&path)?;
    let uri = uri::of_path(&path)?;
    let edit = learn(&text, word)?;
    let rope = Rope::from_str(&text);
    let positions =
        Positions { lines: Lines::Buffer(&rope), encoding: view.state.abilities.encoding };
    let edit = TextEdit { range: positions.range(edit.range), new_text: edit.insert };
    let is_versioned = view.state.abilities.versioned_edits;
    let edit = workspace_edit(std::iter::once((uri.clone(), None, vec![edit])), is_versioned);
    if !is_new {
        return Some(edit);
    }
    (is_versioned && view.state.abilities.creates_files).then(|| made_first(uri, edit))
}

/// The list as it is on disk, and whether there is none yet; `None` where it cannot be read.
fn list(path: &Path) -> Option<(String, bool)> {
    match std::fs::read_to_string(path) {
        Ok(text) => Some((text, false)),
        Err(error) if error.kind() == ErrorKind::NotFound => Some((String::new(), true)),
        Err(_) => None,
    }
}

fn made_first(uri: Uri, edit: WorkspaceEdit) -> WorkspaceEdit {
    let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
    let make = CreateFile { uri, options: Some(options), annotation_id: None };
    let mut operations = vec![DocumentChangeOperation::Op(ResourceOp::Create(make))];
    if let Some(DocumentChanges::Operations(edits)) = edit.document_changes {
        operations.extend(edits);
    }
    let changes = Some(DocumentChanges::Operations(operations));
    WorkspaceEdit { document_changes: changes, ..WorkspaceEdit::default() }
}
