//! `workspace/didChangeWatchedFiles`

use tower_lsp::ls_types::DidChangeWatchedFilesParams;

use crate::convert::uri;
use crate::state::State;

/// Decks or configuration changed on disk. What is open counts as it is in the editor.
pub(crate) fn handle(state: &mut State, params: &DidChangeWatchedFilesParams) {
    let paths = params.changes.iter().filter_map(|change| uri::to_path(&change.uri));
    let is_open = |path: &std::path::Path| state.buffers.values().any(|it| it.path == path);
    let paths: Vec<_> = paths.filter(|path| !is_open(path) || !path.exists()).collect();
    let roots: Vec<_> = state
        .roots
        .iter()
        .filter(|root| paths.iter().any(|path| path.starts_with(&root.folder)))
        .map(|root| root.id)
        .collect();
    for root in roots {
        state.scan(root);
    }
}
