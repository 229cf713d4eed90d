//! `workspace/didChangeWorkspaceFolders`

use tower_lsp::ls_types::DidChangeWorkspaceFoldersParams;

use crate::convert::uri;
use crate::state::State;

pub(crate) fn handle(state: &mut State, params: &DidChangeWorkspaceFoldersParams) {
    for folder in params.event.removed.iter().filter_map(|it| uri::to_path(&it.uri)) {
        state.remove_folder(&folder);
    }
    for folder in params.event.added.iter().filter_map(|it| uri::to_path(&it.uri)) {
        state.add_folder(folder);
    }
    state.settle_all();
}
