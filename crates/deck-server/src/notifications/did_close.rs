//! `textDocument/didClose`

use tower_lsp::ls_types::{DidCloseTextDocumentParams, PublishDiagnosticsParams, notification};

use crate::state::State;

/// What counts from now on is the file on disk.
pub(crate) fn handle(state: &mut State, params: &DidCloseTextDocumentParams) {
    let uri = &params.text_document.uri;
    let Some(buffer) = state.buffers.remove(uri) else { return };
    if !state.abilities.pulls_diagnostics {
        let nothing =
            PublishDiagnosticsParams { uri: buffer.uri, diagnostics: Vec::new(), version: None };
        state.editor.notify::<notification::PublishDiagnostics>(nothing);
    }
    let Some((root, file)) = buffer.home else { return };
    let on_disk = std::fs::read(&buffer.path).map(|bytes| deck_syntax::decode(bytes).text);
    let is_saved = state.root(root).is_some_and(|root| {
        root.is_scanned && on_disk.is_ok_and(|text| text == root.live.workspace().file(file).text)
    });
    state.closed(root, is_saved);
}
