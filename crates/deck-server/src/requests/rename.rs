//! `textDocument/prepareRename` and `textDocument/rename`

use deck_ide::{RenameError, prepare_rename};
use tower_lsp::jsonrpc::{Error, ErrorCode};
use tower_lsp::ls_types::{
    PrepareRenameResponse, RenameParams, TextDocumentPositionParams, WorkspaceEdit,
};

use super::Answer;
use crate::state::State;
use crate::view::View;

pub(crate) fn prepare(
    state: &State,
    at: &TextDocumentPositionParams,
) -> Answer<Option<PrepareRenameResponse>> {
    let Some(view) = View::of(state, &at.text_document.uri) else { return Answer::now(None) };
    let terms = &view.root.indexes.terms;
    let found = prepare_rename(view.workspace(), terms, view.file, view.offset(at.position));
    Answer::Now(found.map_err(|error| refusal(&error)).map(|renamable| {
        Some(PrepareRenameResponse::RangeWithPlaceholder {
            range: view.positions().range(renamable.range),
            placeholder: renamable.name,
        })
    }))
}

pub(crate) fn rename(state: &State, params: RenameParams) -> Answer<Option<WorkspaceEdit>> {
    let at = &params.text_document_position;
    let Some(view) = View::of(state, &at.text_document.uri) else { return Answer::now(None) };
    let (snapshot, file, at) = (view.snapshot(), view.file, view.offset(at.position));
    Answer::Later(Box::new(move || {
        let new = &params.new_name;
        let edits = deck_ide::rename(&snapshot.workspace, &snapshot.terms, file, at, new);
        let edits = edits.map_err(|error| refusal(&error))?;
        Ok(Some(snapshot.workspace_edit(edits)))
    }))
}

/// Why something cannot be renamed, for the person who asked.
fn refusal(error: &RenameError) -> Error {
    let code = ErrorCode::ServerError(-32803);
    Error { code, message: error.to_string().into(), data: None }
}
