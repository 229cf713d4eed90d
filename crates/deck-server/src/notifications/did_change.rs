//! `textDocument/didChange`

use tower_lsp::ls_types::DidChangeTextDocumentParams;

use crate::state::State;

pub(crate) fn handle(state: &mut State, params: DidChangeTextDocumentParams) {
    let uri = params.text_document.uri;
    let encoding = state.abilities.encoding;
    let Some(buffer) = state.buffers.get_mut(&uri) else {
        tracing::warn!("{} was changed, but never opened", uri.as_str());
        return;
    };
    buffer.version = params.text_document.version;
    let replacements = buffer.change(params.content_changes, encoding);
    match buffer.home {
        Some((root, file)) => state.edit(root, file, &replacements),
        None => state.rest_later(),
    }
}
