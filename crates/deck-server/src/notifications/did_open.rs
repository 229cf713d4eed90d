//! `textDocument/didOpen`

use ropey::Rope;
use tower_lsp::ls_types::{DidOpenTextDocumentParams, TextDocumentItem};

use crate::buffer::Buffer;
use crate::convert::uri;
use crate::state::State;

pub(crate) fn handle(state: &mut State, params: DidOpenTextDocumentParams) {
    let TextDocumentItem { uri, language_id, version, text } = params.text_document;
    let Some(path) = uri::of_document(&uri, &language_id) else { return };
    let buffer = Buffer {
        uri: uri.clone(),
        path,
        version,
        rope: Rope::from_str(&text),
        dialect: None,
        home: None,
        published: None,
        tokens: None,
        is_changed: false,
    };
    if state.buffers.insert(uri.clone(), buffer).is_some() {
        tracing::warn!("{} was opened twice: what came last counts", uri.as_str());
    }
    state.settle_in(&uri);
}
